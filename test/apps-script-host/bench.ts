import { virtualClock } from '../../sandbox/clock';
import { openHost } from '../../sandbox/apps-script/host';
import type { Host, HostOptions } from '../../sandbox/apps-script/port';
import type { Call, Reply, Workspace } from '../../sandbox/workspace/port';

/** A host with a script given as text, before a Google that answers as the test says. */

/** How this Google answers; undefined: 200 with an empty object. */
export type Answering = (call: Call) => Partial<Reply> | undefined;

/** What a test opens a host with; everything has a default. */
export interface Bench extends Partial<Omit<HostOptions, 'bundle'>> {
  readonly html?: Readonly<Record<string, string>>;
  readonly manifest?: unknown;
  readonly google?: Answering;
}

const scopes = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'script.scriptapp',
  'script.external_request',
  'script.send_mail',
  'userinfo.email',
  'admin.directory.user',
  'apps.order',
  'apps.licensing',
];

/** The manifest of a test: every scope and every advanced service. */
export const fullManifest = {
  timeZone: 'Etc/UTC',
  oauthScopes: scopes.map((name) => `https://www.googleapis.com/auth/${name}`),
  urlFetchWhitelist: [
    'https://admin.googleapis.com/',
    'https://licensing.googleapis.com/',
    'https://reseller.googleapis.com/',
  ],
  dependencies: {
    enabledAdvancedServices: ['AdminDirectory', 'AdminReseller', 'AdminLicenseManager'].map((userSymbol) => ({
      userSymbol,
    })),
  },
  addOns: { common: { name: 'Seatsheet' } },
};

/** A Google that only remembers what it was asked. */
export function workspaceOf(google: Answering = () => undefined): Workspace & { readonly calls: Call[] } {
  const calls: Call[] = [];
  const handle = (call: Call): Reply => {
    calls.push(call);
    return { status: 200, headers: {}, body: {}, ...google(call) };
  };
  return {
    calls,
    handle,
    log: [],
    handleAll: (all) => all.map(handle),
    tenant: () => {
      throw new Error('This Google has no tenant.');
    },
    snapshot: () => null,
    restore: () => undefined,
  };
}

/** Noon of a day in 2026. */
export const start = Date.UTC(2026, 2, 2, 12);

/** Opens a host with `code`: one file, or several by their names. */
export function open(
  code: string | Readonly<Record<string, string>>,
  bench: Bench = {},
): Host & { readonly google: Call[]; readonly clock: NonNullable<HostOptions['clock']> } {
  const { html = {}, manifest = fullManifest, google, ...options } = bench;
  const workspace = workspaceOf(google);
  const clock = options.clock ?? virtualClock(start);
  const host = openHost({
    bundle: { code: typeof code === 'string' ? { Code: code } : code, html, manifest },
    workspace,
    user: 'ana@shop.example',
    latency: 250,
    ...options,
    clock,
  });
  return Object.assign(host, { google: workspace.calls, clock });
}

/** Runs one piece of code as the body of a function from the script editor, and gives its result. */
export function evaluate(body: string, bench: Bench = {}): unknown {
  return open(`function test() { ${body} }`, bench).call('test', [], 'editor');
}
