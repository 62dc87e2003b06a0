/** What the host goes by in appsscript.json (Apps Script manifest reference). */

/** The manifest as far as it matters here. `scopes` undefined: Google would detect them from the code. */
export interface Manifest {
  readonly timeZone: string;
  readonly scopes: readonly string[] | undefined;
  readonly urlFetchWhitelist: readonly string[] | undefined;
  /** The advanced services' names in the script: `AdminDirectory`. */
  readonly services: readonly string[];
  readonly addOnName: string;
  /** It has a card beside the menus of the spreadsheet. */
  readonly hasCard: boolean;
}

/** Scopes that a script without `oauthScopes` has: everything the simulated services ask for. */
const detected = [
  'spreadsheets',
  'script.container.ui',
  'script.scriptapp',
  'script.external_request',
  'script.send_mail',
  'userinfo.email',
  'admin.directory.user',
  'admin.directory.user.alias',
  'admin.directory.user.security',
  'admin.directory.orgunit',
  'admin.directory.rolemanagement',
  'admin.directory.domain',
  'admin.directory.customer',
  'admin.directory.group',
  'apps.order',
  'apps.licensing',
].map((name) => `https://www.googleapis.com/auth/${name}`);

/** Reads a parsed appsscript.json. Throws where a field that is there has the wrong shape. */
export function readManifest(manifest: unknown): Manifest {
  const fields = record(manifest, 'appsscript.json');
  const dependencies = record(fields['dependencies'] ?? {}, 'dependencies');
  const common = record(record(fields['addOns'] ?? {}, 'addOns')['common'] ?? {}, 'addOns.common');
  return {
    timeZone: typeof fields['timeZone'] === 'string' ? fields['timeZone'] : 'Etc/UTC',
    scopes: texts(fields['oauthScopes'], 'oauthScopes'),
    urlFetchWhitelist: texts(fields['urlFetchWhitelist'], 'urlFetchWhitelist'),
    services: list(dependencies['enabledAdvancedServices'] ?? [], 'enabledAdvancedServices').map((one) =>
      String(record(one, 'enabledAdvancedServices')['userSymbol']),
    ),
    hasCard: fields['addOns'] !== undefined,
    addOnName: typeof common['name'] === 'string' ? common['name'] : 'Untitled project',
  };
}

/** The scopes that an execution has: those declared, without those the person refused. */
export function grantedScopes(manifest: Manifest, refused: readonly string[]): readonly string[] {
  return (manifest.scopes ?? detected).filter((scope) => !refused.includes(scope));
}

function record(value: unknown, name: string): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new Error(`${name} is not a JSON object.`);
  return value as Record<string, unknown>;
}

function list(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`${name} is not a list.`);
  return value;
}

function texts(value: unknown, name: string): string[] | undefined {
  return value === undefined ? undefined : list(value, name).map(String);
}
