import { namesFor } from '../names';
import type { UserDraft } from './read-row';

/** What only shows when the rows of the tab are compared: keys, User IDs and addresses that stand there twice. */

/**
 * The address that the row of a User ID had when Seatsheet worked on it last; undefined for an ID that it does not
 * know.
 */
export type AddressOf = (userId: string) => string | undefined;

/**
 * Complains about rows that cannot be served because of another row. Of rows with one User ID the one is served that
 * has the address that belongs to it; of rows with one address the one with a User ID; else the first in sheet order.
 * Gives the rows that hold their User ID rightly.
 */
export function compareRows(drafts: readonly UserDraft[], addressOf: AddressOf): ReadonlySet<UserDraft> {
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
  for (const draft of drafts) {
    sameEmail(draft, byEmail);
    sameUserId(draft, { byUserId, drafts, addressOf });
    takenNewEmail(draft, { byEmail, byNewEmail });
    for (const alias of draft.cells.aliases ?? []) takenAlias(draft, alias, { byEmail, byAlias });
  }
  return owners;
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

function sameEmail({ reading, email = '' }: UserDraft, byEmail: Firsts): void {
  const first = byEmail.get(email);
  if (first === undefined || first.reading === reading) return;
  reading.complain(
    'email',
    `This address stands on row ${String(first.reading.row)} too, and that row is the one that is worked on. Delete this row, or write another address.`,
  );
}

interface SameId {
  readonly byUserId: Firsts;
  readonly drafts: readonly UserDraft[];
  readonly addressOf: AddressOf;
}

/**
 * Which of two rows is the copy is known by the address that goes with the ID; where that is not known, a person says
 * it.
 */
function sameUserId(draft: UserDraft, { byUserId, drafts, addressOf }: SameId): void {
  const { reading, email, cells } = draft;
  const first = byUserId.get(cells.userId ?? '');
  if (first === undefined) return;
  if (first !== draft) {
    reading.complain(
      'userId',
      `Row ${String(first.reading.row)} has the same User ID, so this row looks like a copy of it. Clear the User ID cell of this row.`,
    );
    return;
  }
  const doubtful = addressOf(cells.userId ?? '') !== email;
  const copy = doubtful
    ? drafts.find((other) => other !== draft && other.cells.userId === cells.userId && other.email !== email)
    : undefined;
  if (copy)
    reading.complain(
      'userId',
      `Row ${String(copy.reading.row)} has the same User ID and another address. Clear the User ID cell of the row that is the copy.`,
    );
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
      `${newEmail} is the address of row ${String(owner.reading.row)}, too. Choose another one, or rename one row after the other.`,
    );
}

function takenAlias(
  { reading, email }: UserDraft,
  alias: string,
  { byEmail, byAlias }: { byEmail: Firsts; byAlias: Firsts },
): void {
  const owner = byEmail.get(alias);
  // Rows of one address are said to be double already, and an alias that is the row's own address is too.
  if (owner !== undefined && owner.email !== email) {
    reading.complain(
      'aliases',
      `The alias ${alias} is the address of row ${String(owner.reading.row)}. Take it out of one of the two rows.`,
    );
  }
  const first = byAlias.get(alias);
  if (first === undefined || first.reading === reading || first.email === email) return;
  reading.complain(
    'aliases',
    `The alias ${alias} stands on row ${String(first.reading.row)} too. Take it out of one of the two rows.`,
  );
}
