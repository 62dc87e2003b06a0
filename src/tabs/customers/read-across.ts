import { namesFor } from '../names';
import type { CustomerDraft } from './read-row';

/** What only shows when the rows of the tab are compared: keys and Customer IDs that stand there twice. */

/** Complains about rows that cannot be served because of another row: of rows with one key the first is worked on. */
export function compareRows(drafts: readonly CustomerDraft[]): void {
  const byKey = firsts(drafts, ({ key }) => key);
  const byId = firsts(drafts, ({ fields }) => fields.customerId);
  for (const draft of drafts) {
    const { reading, key, fields } = draft;
    const first = byKey.get(key ?? '');
    if (first && first !== draft)
      reading.complain(
        'domain',
        `This customer stands on row ${first.reading.row} too, and that row is the one that is worked on. Delete this row, or write another domain.`,
      );
    const owner = byId.get(fields.customerId ?? '');
    if (owner && owner !== draft) complainOfCopy(draft, owner);
  }
}

/** Which of two rows is the copy is clear where they have one key; else a person says it. */
function complainOfCopy({ reading, key }: CustomerDraft, owner: CustomerDraft): void {
  reading.complain(
    'customerId',
    `Row ${owner.reading.row} has the same Customer ID, so this row looks like a copy of it. Clear the Customer ID cell of this row.`,
  );
  const blamed = owner.reading.complaints.some(({ column }) => column === 'customerId');
  if (owner.key !== key && !blamed)
    owner.reading.complain(
      'customerId',
      `Row ${reading.row} has the same Customer ID and another key. Clear the Customer ID cell of the row that is the copy.`,
    );
}

/**
 * How each row is named, in order: `Customers!acme.example`, a second row of that key `Customers!acme.example#2`, a row
 * without a domain `Customers!row 17`.
 */
export function namesOf(drafts: readonly Pick<CustomerDraft, 'key' | 'reading'>[]): readonly string[] {
  return namesFor(
    'Customers',
    drafts.map(({ key, reading }) => ({ key, row: reading.row })),
  );
}

function firsts(
  drafts: readonly CustomerDraft[],
  valueOf: (draft: CustomerDraft) => string | undefined,
): ReadonlyMap<string, CustomerDraft> {
  const first = new Map<string, CustomerDraft>();
  for (const draft of drafts) {
    const value = valueOf(draft);
    if (value !== undefined && !first.has(value)) first.set(value, draft);
  }
  return first;
}
