import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { openHost } from '../../sandbox/apps-script/host';
import type { ErrorLanguage } from '../../sandbox/apps-script/languages';
import type { Host } from '../../sandbox/apps-script/port';
import { virtualClock } from '../../sandbox/clock';
import { parseTenant, type Tenant } from '../../sandbox/workspace/tenant';
import { openWorkspace } from '../../sandbox/workspace/workspace';
import type { Request } from '../../src/engine/request';

/** Both ways to the simulated Google as the product takes them: the real transports, bundled and run on the host. */

const root = path.resolve(__dirname, '..', '..');

function bundled(): string {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(__dirname, 'carrier-entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
  });
  const names = ['sendAdvanced', 'sendParallel', 'sendMany', 'sendTogether'];
  const functions = names.map((name) => `function ${name}(requests) { return carriers.${name}(requests); }`);
  return `var carriers = {};\nvar global = carriers;\n${outputFiles[0]?.text ?? ''}\n${functions.join('\n')}`;
}

const code = bundled();

/** An answer as plain data. */
export type Plain =
  | { readonly value: unknown }
  | {
      readonly refusal: {
        readonly status: number;
        readonly reason: string;
        readonly message: string;
        readonly retryAfterSeconds?: number;
      };
    };

/** Carries requests to a Google of their own for each way, so that what one way did is not there for the other. */
export interface Carriers {
  readonly workspace: ReturnType<typeof openWorkspace>;
  readonly host: Host;
  send(...requests: Request[]): readonly Plain[];
}

/** One of the ways, before a fresh Google of this tenant. */
export function openCarrier(
  way: 'sendAdvanced' | 'sendParallel' | 'sendMany' | 'sendTogether',
  tenant: Tenant,
  more: { readonly errorLanguage?: ErrorLanguage } = {},
): Carriers {
  const clock = virtualClock(Date.parse('2026-03-02T08:00:00Z'));
  const workspace = openWorkspace(parseTenant(tenant), { clock, quotas: 'off', switches: { userPropagation: '0' } });
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'appsscript.json'), 'utf8'));
  const host = openHost({
    bundle: { code: { 'Code.gs': code }, html: {}, manifest },
    workspace,
    clock,
    user: tenant.signedInAs ?? '',
    latency: 250,
    ...more,
  });
  return { workspace, host, send: (...requests) => host.call(way, [requests], 'menu') as readonly Plain[] };
}
