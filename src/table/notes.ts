/** The first line of our part of a cell's note. */
export const noteMark = 'Seatsheet:';

/** What each further line of our part begins with, so that a line which somebody adds below stays theirs. */
const bullet = '▸ ';

/**
 * The note of a cell with our part put to its end, in the place of what we had written there before. People's own text
 * stays as it is; without `ours` only that is left. One line of `ours` is one sentence or complaint.
 */
export function mergeNote(existing: string, ours: string | undefined): string {
  const theirs = withoutOurs(existing);
  const lines = (ours ?? '')
    .split(/\r?\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return theirs;
  const part = [noteMark, ...lines.map((line) => bullet + line)].join('\n');
  return theirs === '' ? part : `${theirs}\n\n${part}`;
}

/** People's own text in a note. */
export function withoutOurs(note: string): string {
  const lines = note.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = endOfOurs(lines, at);
    if (end > at && kept[kept.length - 1] === '') kept.pop();
    else if (end === at) kept.push(lines[at] ?? '');
    at = Math.max(end, at + 1);
  }
  return kept.join('\n');
}

/** The line after our part, where one begins at this line; otherwise the line itself. */
function endOfOurs(lines: readonly string[], at: number): number {
  if (lines[at]?.trim() !== noteMark || !isOurs(lines[at + 1])) return at;
  let end = at + 1;
  while (isOurs(lines[end])) end += 1;
  return end;
}

function isOurs(line: string | undefined): boolean {
  return line !== undefined && line.startsWith(bullet);
}
