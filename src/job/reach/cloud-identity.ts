import { isObject } from '../../engine/request';
import type { CloudIdentityMode } from '../../tabs/users/row';
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

/** Remembers how an account has Cloud Identity Free. */
export function rememberCloudIdentity(account: string, mode: CloudIdentityMode): void {
  const known = cloudIdentityModes();
  if (known[account]?.mode === mode.mode) return;
  documentStore().set(cloudIdentityName, { ...known, [account]: mode });
}
