import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadBundle } from '../apps-script/host';
import type { Bundle } from '../apps-script/port';
import { checkSwitch } from '../workspace/switches';
import { parseTenant } from '../workspace/tenant';
import type { Tenant } from '../workspace/tenant';
import type { Arguments } from './arguments';
import { openDesk } from './desk';
import type { Desk } from './desk';
import { sheetsOf } from './sheets';
import { UsageError, orUsage } from './usage';
import { readJson } from './workbook';
import type { Workbook } from './workbook';

/** From arguments and files to an open desk; whatever does not fit is bad usage. */

/** The built project of a folder: `dist/`, or any Apps Script folder. Throws UsageError where there is none. */
export function bundleOf(folder: string): Bundle {
  if (!existsSync(folder)) throw new UsageError(`${folder} is missing. For dist/, run "npm run build" first.`);
  return orUsage(folder, () => loadBundle(folder));
}

/** The tenant of `--tenant`, else that of the workbook, else that of the file `otherwise`. */
export function tenantOf(
  args: Pick<Arguments, 'tenant'>,
  workbook: Pick<Workbook, 'tenant'>,
  otherwise?: string,
): Tenant {
  if (args.tenant !== undefined) return tenantFile(args.tenant);
  if (workbook.tenant !== undefined) return orUsage('tenant.json', () => parseTenant(workbook.tenant));
  if (otherwise === undefined)
    throw new UsageError('There is no tenant: put a tenant.json into the workbook, or name one with --tenant.');
  return tenantFile(otherwise);
}

function tenantFile(file: string): Tenant {
  const data = readJson(file);
  return orUsage(file, () => parseTenant(data));
}

/** Throws UsageError for a switch that the simulated Google does not have, or a value it does not take. */
export function requireSwitches(given: Arguments['switches']): void {
  orUsage('--switch', () => {
    for (const [name, value] of Object.entries(given)) checkSwitch(name, value);
  });
}

/** Opens a desk for a command. Throws UsageError for what host or simulated Google do not take. */
export function deskOf(
  args: Arguments,
  tenant: Tenant,
  parts: { readonly bundle: Bundle; readonly workbook: Workbook },
): Desk {
  const { clock, latency, jitter, quotas, as, faults } = args;
  return orUsage('The sandbox does not open', () =>
    openDesk({
      bundle: parts.bundle,
      tenant,
      sheets: sheetsOf(parts.workbook.tabs),
      ...(parts.workbook.host ? { state: parts.workbook.host } : {}),
      clock,
      latency,
      jitter,
      quotas,
      switches: args.switches,
      // Only an add-on has a card.
      deployment: args.surface === 'card' ? 'addon' : 'bound',
      ...(as === undefined ? {} : { as }),
      ...(faults === undefined ? {} : { faults }),
    }),
  );
}

/** The tenant that stands in where a command can do without one. */
export function exampleTenant(root: string): string {
  return path.join(root, 'examples', 'team', 'tenant.json');
}
