import type { UserDraft } from './read-row';

/** What only shows when the rows of the tab are compared: keys, User IDs and addresses that stand there twice. */

/** Complains about rows that cannot be served because of another row. The first row in sheet order is served. */
export function compareRows(drafts: readonly UserDraft[]): void {
  const byEmail = firsts(drafts, ({ email }) => (email === undefined ? [] : [email]));
  const byUserId = firsts(drafts, ({ fields }) => (fields.userId === undefined ? [] : [fields.userId]));
  const byAlias = firsts(drafts, ({ fields }) => fields.aliases ?? []);
  for (const draft of drafts) {
    sameEmail(draft, byEmail);
    sameUserId(draft, byUserId);
    for (const alias of draft.fields.aliases ?? []) takenAlias(draft, alias, { byEmail, byAlias });
  }
}

/**
 * How each row is named, in order: `Users!ana@shop.example`, a second row of that address `Users!ana@shop.example#2`, a row
 * without a usable address `Users!row 17`.
 */
export function namesOf(drafts: readonly Pick<UserDraft, 'email' | 'reading'>[]): readonly string[] {
  const seen = new Map<string, number>();
  return drafts.map(({ email, reading }) => {
    if (email === undefined) return `Users!row ${String(reading.row)}`;
    const count = (seen.get(email) ?? 0) + 1;
    seen.set(email, count);
    return `Users!${email}${count > 1 ? `#${String(count)}` : ''}`;
  });
}

type Firsts = ReadonlyMap<string, UserDraft>;

/** The first row that has each value. */
function firsts(drafts: readonly UserDraft[], valuesOf: (draft: UserDraft) => readonly string[]): Firsts {
  const first = new Map<string, UserDraft>();
  for (const draft of drafts) {
    for (const value of valuesOf(draft)) if (!first.has(value)) first.set(value, draft);
  }
  return first;
}

function sameEmail({ reading, email = '' }: UserDraft, byEmail: Firsts): void {
  const first = byEmail.get(email);
  if (first === undefined || first.reading === reading) return;
  reading.complain('email', `This address stands on row ${String(first.reading.row)} too, and that row is the one that is worked on. Delete this row, or write another address.`);
}

function sameUserId({ reading, email, fields }: UserDraft, byUserId: Firsts): void {
  const first = byUserId.get(fields.userId ?? '');
  if (first === undefined || first.reading === reading) return;
  reading.complain('userId', `Row ${String(first.reading.row)} has the same User ID, so this row looks like a copy of it. Clear the User ID cell of this row.`);
  if (first.email !== email) first.reading.warn(`Row ${String(reading.row)} has the same User ID and another address. If this row is the copy, clear its User ID cell.`);
}

function takenAlias({ reading, email }: UserDraft, alias: string, { byEmail, byAlias }: { byEmail: Firsts; byAlias: Firsts }): void {
  const owner = byEmail.get(alias);
  // Rows of one address are said to be double already, and an alias that is the row's own address is too.
  if (owner !== undefined && owner.email !== email) {
    reading.complain('aliases', `The alias ${alias} is the address of row ${String(owner.reading.row)}. Take it out of one of the two rows.`);
  }
  const first = byAlias.get(alias);
  if (first === undefined || first.reading === reading || first.email === email) return;
  reading.complain('aliases', `The alias ${alias} stands on row ${String(first.reading.row)} too. Take it out of one of the two rows.`);
}
