import { Blocked } from '../../engine/outcome';
import { ask, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { userFact } from '../../google/facts';
import type { User } from '../../google/resources';

/** Rows that claim one address, alias or User ID: which of them is right, Google tells. */

/** A row that claims something. */
export interface Claimant {
  readonly row: number;
  /** What stands under Email and New email. */
  readonly addresses: readonly string[];
  readonly userId?: string;
}

/** What a row claims that others claim, too. */
export interface Claim {
  readonly kind: 'address' | 'alias' | 'userId';
  /** The address, alias or User ID. */
  readonly value: string;
  readonly column: 'email' | 'aliases' | 'userId';
  readonly row: number;
  /** All who claim it, whoever goes before others first. */
  readonly claimants: readonly Claimant[];
  /** What the row is told where Google agrees with none: what and what to do. Left out: it goes on. */
  readonly otherwise?: readonly [says: string, remedy: string];
}

/** Throws Blocked for a row where Google agrees with another one, or with none and another one goes before it. */
export function* settleClaims(account: string, claims: readonly Claim[] = []): Procedure<void> {
  for (const claim of claims) {
    const user = yield* holder(account, claim.value);
    const right = user && rightOne(claim, user);
    if (right?.row === claim.row) continue;
    const told = right ? toldOf(claim, right) : claim.otherwise;
    if (told) throw new Blocked(...told, { column: claim.column });
  }
}

/** A refused look means that the address lives elsewhere: then Google agrees with no row. */
function* holder(account: string, key: string): Procedure<User | undefined> {
  try {
    return yield* ask(userFact(account, key));
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status === 403) return undefined;
    throw refusal;
  }
}

function rightOne({ kind, claimants }: Claim, { id, primaryEmail, aliases }: User): Claimant | undefined {
  const byAddress = claimants.find(({ addresses }) => addresses.includes(primaryEmail));
  const byId = claimants.find(({ userId }) => userId === id);
  if (kind === 'address') return byId;
  if (kind === 'alias') return byId ?? byAddress;
  return byAddress ?? claimants.find(({ addresses }) => addresses.some((address) => aliases.includes(address)));
}

function toldOf({ kind, value, column }: Claim, { row, addresses }: Claimant): readonly [string, string] {
  const at = `row ${row}`;
  if (kind === 'address')
    return [
      `This address stands on ${at} too, whose User ID is that of the account at Google.`,
      'Delete this row, or write another address.',
    ];
  if (kind === 'userId')
    return [
      `Row ${row} has the same User ID, and its address is the one that this account has at Google.`,
      'Clear the User ID cell of this row.',
    ];
  if (column === 'email')
    return [`${value} is an alias of the person of ${at} at Google.`, 'Write another address, or delete this row.'];
  return [
    addresses.includes(value)
      ? `The alias ${value} is the address of ${at}, at Google too.`
      : `The alias ${value} stands on ${at} too, whose person has it at Google.`,
    'Take it out of this row.',
  ];
}
