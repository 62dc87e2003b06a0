import type { ImportProblem, ImportRecord, ImportView } from '../../job/imports/wire';

/** A file cut into parts: each goes to the server by itself, and is written whole or not at all. */

/** So many records go at once. */
const partLength = 500;

/** The records that are not left out, in parts, each with the header line. */
export function partsOf(
  { kept, headerRecord }: Pick<ImportView, 'kept' | 'headerRecord'>,
  records: readonly ImportRecord[],
): readonly (readonly ImportRecord[])[] {
  const header = records.slice(headerRecord, headerRecord + 1);
  const wanted = kept.flatMap(({ record, ...more }) => {
    const found = records[record];
    return found ? [{ ...found, ...more }] : [];
  });
  return Array.from({ length: Math.ceil(wanted.length / partLength) }, (_, at) => [
    ...header,
    ...wanted.slice(at * partLength, (at + 1) * partLength),
  ]);
}

/** What was left out before and while writing, in the order of the file. */
export function allProblems(
  before: readonly ImportProblem[],
  parts: readonly { readonly problems: readonly ImportProblem[] }[],
): readonly ImportProblem[] {
  const later = parts.reduce<readonly ImportProblem[]>((all, { problems }) => all.concat(problems), []);
  return [...before, ...later].sort((one, other) => one.line - other.line);
}
