import { namedRows } from '../../sandbox/cli/naming';
import { textTabs } from '../../sandbox/cli/sheets';
import type { JobDesk } from './job';
import { workToEnd } from './work';

/** What kinds of rows and of requests a job has, each once, in order. */
export interface Kinds {
  /** Status before and after with each sentence that Details say in the end, without names and numbers. */
  readonly rows: readonly string[];
  /** Operation and status of the answer. */
  readonly requests: readonly string[];
}

/** Does the job of a desk undisturbed and says of what kinds it was. */
export function kindsOf(desk: JobDesk): Kinds {
  const rows = (): ReturnType<typeof namedRows> => namedRows(textTabs(desk.host.state.sheets));
  const before = rows().map(({ cells }) => cells['status'] ?? '');
  workToEnd(desk);
  const after = rows().flatMap(({ cells }, at) =>
    sentencesOf(cells['details'] ?? '').map((says) => [before[at], cells['status'], says].join(' → ')),
  );
  // A quota that is hit at a certain instant says nothing of the request.
  const lasting = desk.workspace.log.filter(({ status }) => status !== 503 && status !== 429);
  return { rows: eachOnce(after), requests: eachOnce(lasting.map(({ op, status }) => `${op} ${status}`)) };
}

const names: readonly RegExp[] = [
  /“[^”]*”|"[^"]*"/g,
  /\S+@[\w.-]*\w/g,
  /\/[\w/]+/g,
  /[\w-]+\.example/g,
  /(?<=Google Workspace )[A-Z]\w+( [A-Z]\w+)*/g,
  /(?<=the role )[A-Z]\w+( [A-Z]\w+)*/g,
  /(?<=(?:first|last) name )[^,]+? → [^,.]+/g,
  /\d+/g,
];

/** What was done stands in the order in which it was done, and that depends on whom a row waited for. */
function sentencesOf(details: string): readonly string[] {
  const says = names.reduce((text, name) => text.replace(name, '…'), details);
  return says.split(/[.?] /).map((sentence) => sentence.replace(/\.$/, '').toLowerCase().split(', ').sort().join(', '));
}

function eachOnce(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
