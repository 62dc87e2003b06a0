import { isObject, isTexts } from '../../engine/request';
import type { UnitLicensing } from '../../ensure/automatic-licensing';
import type { CloudIdentityMode } from '../../tabs/users/row';
import type { UnitsKnown } from '../../tabs/users/units';
import { licensingTick } from '../guides/ticks';
import { documentStore } from '../keeping/stores';

/** How accounts have Cloud Identity Free: found out once, and kept for everybody at the spreadsheet. */

const cloudIdentityName = 'cloudIdentity';

function isModes(value: unknown): value is Record<string, CloudIdentityMode> {
  return (
    isObject(value) &&
    Object.values(value).every(
      (one) => isObject(one) && (one.mode === 'assignable' || one.mode === 'siteWide') && typeof one.on === 'string',
    )
  );
}

/** How each account has Cloud Identity Free, as far as that was found out. */
export function cloudIdentityModes(): Readonly<Record<string, CloudIdentityMode>> {
  return documentStore().steady(cloudIdentityName, isModes) ?? {};
}

const unitsName = 'unitLicensing';
/** Those found out last are kept: some 40 KB of the 500 KB that properties may take (Apps Script quotas page). */
const mostUnits = 300;

function isUnits(value: unknown): value is Record<string, UnitLicensing> {
  return (
    isObject(value) &&
    Object.values(value).every((one) => isTexts(one) && ['clean', 'removable', 'held'].includes(one.how ?? ''))
  );
}

/** What automatic licensing does in org units, as far as that was found out, by account and path. */
export function unitsKnown(): UnitsKnown {
  const known = (): Readonly<Record<string, UnitLicensing>> => documentStore().steady(unitsName, isUnits) ?? {};
  return {
    unit: (unit) => known()[unit],
    saidOff: licensingTick,
    rememberUnit: (unit, found) => {
      const others = Object.entries(known()).filter(([name]) => name !== unit);
      const latest = others.sort(([, one], [, other]) => (one.at < other.at ? 1 : -1)).slice(0, mostUnits - 1);
      documentStore().set(unitsName, Object.fromEntries([[unit, found], ...latest]));
    },
  };
}

/** Remembers how an account has Cloud Identity Free. */
export function rememberCloudIdentity(account: string, mode: CloudIdentityMode): void {
  const known = cloudIdentityModes();
  if (known[account]?.mode === mode.mode) return;
  documentStore().set(cloudIdentityName, { ...known, [account]: mode });
}
