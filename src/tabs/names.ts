/** How rows are named: what their lines in the journal, plans and seals go by. */

/** In characters. No key that Google knows is nearly as long, and a name has to fit one cell with much beside it. */
const longestKey = 1_000;

/**
 * The names of rows in order: `Users!ana@shop.example`, a second row of that key `Users!ana@shop.example#2`, a row
 * without a usable key `Users!row 17`.
 */
export function namesFor(
  tab: string,
  rows: readonly { readonly key: string | undefined; readonly row: number }[],
): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map(({ key, row }) => {
    if (key === undefined || key.length > longestKey) return `${tab}!row ${row}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return `${tab}!${key}${count > 1 ? `#${count}` : ''}`;
  });
}
