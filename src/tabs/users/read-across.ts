import { defined } from '../../engine/defined';
import { namesFor } from '../names';
import type { Claim, Claimant } from './claims';
import type { UserDraft } from './read-row';

/** What only shows when the rows of the tab are compared: keys, User IDs and addresses that stand there twice. */

/**
 * The address that the row of a User ID had when Seatsheet worked on it last; undefined for an ID that it does not
 * know.
 */
export type AddressOf = (userId: string) => string | undefined;

/** What comparing the rows gives. */
export interface Compared {
  /** The rows that hold their User ID rightly. */
  readonly owners: ReadonlySet<UserDraft>;
  /** What rows claim that others claim, too, where Google can tell which is right. */
  readonly claims: ReadonlyMap<UserDraft, readonly Claim[]>;
}

/**
 * Complains about rows that cannot be served because of another row. Of rows with one User ID the one is served that
 * has the address that belongs to it; of rows with one address the one with a User ID; else the first in sheet order.
 * Where Google may know better the rows are not complained about, but get a claim.
 */
export function compareRows(drafts: readonly UserDraft[], addressOf: AddressOf): Compared {
  const byUserId = firsts(
    drafts,
    ({ cells }) => (cells.userId === undefined ? [] : [cells.userId]),
    ({ email, cells }) => email !== undefined && email === addressOf(cells.userId ?? ''),
  );
  const owners = new Set(byUserId.values());
  const byEmail = firsts(
    drafts,
    ({ email }) => (email === undefined ? [] : [email]),
    (draft) => owners.has(draft),
  );
  const byNewEmail = firsts(drafts, ({ cells }) => (cells.newEmail === undefined ? [] : [cells.newEmail]));
  const byAlias = firsts(drafts, ({ cells }) => cells.aliases ?? []);
  const claiming = new Claiming(drafts);
  for (const draft of drafts) {
    sameEmail(draft, byEmail, claiming);
    sameUserId(draft, { byUserId, claiming, addressOf });
    takenNewEmail(draft, { byEmail, byNewEmail });
    for (const alias of draft.cells.aliases ?? []) takenAlias(draft, alias, { byEmail, byAlias, claiming });
    aliasElsewhere(draft, byAlias, claiming);
  }
  return { owners, claims: claiming.claims };
}

/**
 * How each row is named, in order: `Users!ana@shop.example`, a second row of that address `Users!ana@shop.example#2`, a
 * row without a usable address `Users!row 17`, a template row `Users!template: sales`.
 */
export function namesOf(drafts: readonly Pick<UserDraft, 'email' | 'template' | 'reading'>[]): readonly string[] {
  return namesFor(
    'Users',
    drafts.map(({ email, template, reading }) => ({
      key: template === undefined ? email : `template: ${template.toLowerCase()}`,
      row: reading.row,
    })),
  );
}

type Firsts = ReadonlyMap<string, UserDraft>;

/** The first row that has each value, or the first of those that go before others. */
function firsts(
  drafts: readonly UserDraft[],
  valuesOf: (draft: UserDraft) => readonly string[],
  goesBefore?: (draft: UserDraft) => boolean,
): Firsts {
  const first = new Map<string, UserDraft>();
  for (const draft of drafts) {
    for (const value of valuesOf(draft)) {
      const known = first.get(value);
      if (!known || (goesBefore?.(draft) && !goesBefore(known))) first.set(value, draft);
    }
  }
  return first;
}

function sameEmail(draft: UserDraft, byEmail: Firsts, claiming: Claiming): void {
  const { email = '' } = draft;
  const first = byEmail.get(email);
  const same = claiming.rowsAt(email);
  if (first === undefined || same.length < 2) return;
  const told: Told = [
    `This address stands on row ${first.reading.row} too, and that row is the one that is worked on.`,
    'Delete this row, or write another address.',
  ];
  const ids = new Set(same.map(({ cells }) => cells.userId));
  if (ids.size > 1) claiming.claim(draft, { kind: 'address', value: email, column: 'email', all: same, first, told });
  else if (first !== draft) draft.reading.complain('email', told.join(' '));
}

interface SameId {
  readonly byUserId: Firsts;
  readonly claiming: Claiming;
  readonly addressOf: AddressOf;
}

/**
 * Which of two rows is the copy is known by the address that goes with the ID; where the sheet does not know it, Google
 * does, and else a person says it.
 */
function sameUserId(draft: UserDraft, { byUserId, claiming, addressOf }: SameId): void {
  const { reading, email, cells } = draft;
  const userId = cells.userId ?? '';
  const first = byUserId.get(userId);
  if (first === undefined) return;
  const same = claiming.rowsOf(userId);
  const other = first === draft ? same.find((one) => one !== draft && one.email !== email) : first;
  if (other === undefined) return;
  const at = `Row ${other.reading.row} has the same User ID`;
  const told: Told =
    first === draft
      ? [`${at} and another address.`, 'Clear the User ID cell of the row that is the copy.']
      : [`${at}, so this row looks like a copy of it.`, 'Clear the User ID cell of this row.'];
  const isKnown = addressOf(userId) === first.email;
  if (!isKnown && same.some((one) => one.email !== email))
    claiming.claim(draft, { kind: 'userId', value: userId, column: 'userId', all: same, told });
  else if (first !== draft) reading.complain('userId', told.join(' '));
}

/** Two people cannot change addresses with each other in one run either. */
function takenNewEmail(
  { reading, cells: { newEmail = '' } }: UserDraft,
  { byEmail, byNewEmail }: { byEmail: Firsts; byNewEmail: Firsts },
): void {
  const owner = [byEmail.get(newEmail), byNewEmail.get(newEmail)].find((one) => one && one.reading !== reading);
  if (owner)
    reading.complain(
      'newEmail',
      `${newEmail} is the address of row ${owner.reading.row}, too. Choose another one, or rename one row after the other.`,
    );
}

function takenAlias(
  draft: UserDraft,
  alias: string,
  { byEmail, byAlias, claiming }: { byEmail: Firsts; byAlias: Firsts; claiming: Claiming },
): void {
  const { email } = draft;
  const owner = byEmail.get(alias);
  // Rows of one address are said to be double already, and an alias that is the row's own address is too.
  if (owner !== undefined && owner.email !== email)
    claiming.claim(draft, {
      ...aliasClaim(alias),
      all: [owner, draft],
      told: [`The alias ${alias} is the address of row ${owner.reading.row}.`, 'Take it out of one of the two rows.'],
    });
  const first = byAlias.get(alias);
  const all = claiming.rowsWith(alias);
  if (first === undefined || all.every((one) => one.email === email)) return;
  if (first !== draft && first.email === email) return;
  const told: Told = [
    `The alias ${alias} stands on row ${first.reading.row} too.`,
    'Take it out of one of the two rows.',
  ];
  claiming.claim(draft, { ...aliasClaim(alias), all, first, told });
}

function aliasClaim(value: string): Pick<Claim, 'kind' | 'value' | 'column'> {
  return { kind: 'alias', value, column: 'aliases' };
}

/** An address that another row has among its aliases: the row goes on, unless Google has it there, too. */
function aliasElsewhere(draft: UserDraft, byAlias: Firsts, claiming: Claiming): void {
  const { email = '' } = draft;
  const other = byAlias.get(email);
  if (other === undefined || other.email === email) return;
  claiming.claim(draft, { ...aliasClaim(email), column: 'email', all: [draft, other] });
}

type Told = readonly [says: string, remedy: string];

/** `first`: the row that goes on where Google agrees with none; left out: none does. */
interface Claimed extends Pick<Claim, 'kind' | 'value' | 'column'> {
  readonly all: readonly UserDraft[];
  readonly first?: UserDraft;
  readonly told?: Told;
}

/** The claims of rows, and which rows have what, looked up once. */
class Claiming {
  readonly claims = new Map<UserDraft, readonly Claim[]>();
  private readonly byEmail: ReadonlyMap<string, readonly UserDraft[]>;
  private readonly byId: ReadonlyMap<string, readonly UserDraft[]>;
  private readonly byAlias: ReadonlyMap<string, readonly UserDraft[]>;

  constructor(drafts: readonly UserDraft[]) {
    this.byEmail = grouped(drafts, ({ email }) => (email === undefined ? [] : [email]));
    this.byId = grouped(drafts, ({ cells: { userId } }) => (userId === undefined ? [] : [userId]));
    this.byAlias = grouped(drafts, ({ cells: { aliases = [] } }) => aliases);
  }

  rowsAt(email: string): readonly UserDraft[] {
    return this.byEmail.get(email) ?? [];
  }

  rowsOf(userId: string): readonly UserDraft[] {
    return this.byId.get(userId) ?? [];
  }

  rowsWith(alias: string): readonly UserDraft[] {
    return this.byAlias.get(alias) ?? [];
  }

  /** A row that something else speaks against is told all at once, without asking Google. */
  claim(draft: UserDraft, { all, first, told, ...rest }: Claimed): void {
    const isTold = told !== undefined && first !== draft;
    if (isTold && draft.reading.complaints.length) return draft.reading.complain(rest.column, told.join(' '));
    const claimants = (first ? [first, ...all.filter((one) => one !== first)] : all).map(claimantOf);
    const claim = { ...rest, row: draft.reading.row, claimants, ...(isTold ? { otherwise: told } : {}) };
    this.claims.set(draft, [...(this.claims.get(draft) ?? []), claim]);
  }
}

function grouped(
  drafts: readonly UserDraft[],
  valuesOf: (draft: UserDraft) => readonly string[],
): ReadonlyMap<string, readonly UserDraft[]> {
  const groups = new Map<string, UserDraft[]>();
  for (const draft of drafts)
    for (const value of new Set(valuesOf(draft))) {
      const known = groups.get(value);
      if (known) known.push(draft);
      else groups.set(value, [draft]);
    }
  return groups;
}

function claimantOf({ reading: { row }, email, cells: { newEmail, userId } }: UserDraft): Claimant {
  const addresses = [email, newEmail].flatMap((one) => one ?? []);
  return { row, addresses, ...defined({ userId }) };
}
