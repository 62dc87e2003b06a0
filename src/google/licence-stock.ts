import type { Request } from '../engine/request';
import type { Stock } from '../engine/stocks';
import { noLicencesLeft } from './predicates';

/** Licences as what Google runs out of: of one SKU in one account. */
export const licenceStock: Stock = {
  of: ({ op, account = '', params }: Request) =>
    op === 'licensing.licenseAssignments.insert' ? `${account} ${params['skuId'] ?? ''}` : undefined,
  isUsedUp: noLicencesLeft,
};

/** Whether a write may bring licences back or buy more, so that whoever comes later finds one. */
export function mayBringLicences(op: string): boolean {
  return bringing.test(op);
}

/** People who are archived or deleted give theirs back, too. */
const bringing =
  /^(licensing\.licenseAssignments\.(delete|update|patch)|directory\.users\.(delete|update|patch)|reseller\.)/;
