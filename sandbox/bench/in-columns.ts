/** Rows below their headers: the first column to the left, all others to the right. */
export function inColumns(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, i) => Math.max(header.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = ([first = '', ...rest]: readonly string[]): string =>
    [first.padEnd(widths[0] ?? 0), ...rest.map((text, i) => text.padStart(widths[i + 1] ?? 0))].join('  ');
  return [headers, ...rows].map(line).concat('').join('\n');
}
