import type { HostState } from '../apps-script/host-state';
import { journalTab, textTabs } from './sheets';
import type { Session } from './session';

/** plan.jsonl: the approved plan, as the server showed it and as the journal keeps it row by row. */

/** The lines of plan.jsonl, oldest first; none where no check ended. */
export function planLines(session: Session): unknown[] {
  const { plan, checked } = session;
  if (!plan) return [];
  const { planId, rows, hiddenRows, changes, estimate, counts, lines, needs } = plan;
  return [
    { kind: 'plan', planId, rows, hiddenRows, changes, counts, estimate },
    ...lines.map(({ count, says, detail }) => ({ kind: 'line', count, says, detail })),
    ...needs.map((note) => ({ kind: 'needs', ...note })),
    ...rowPlans(checked ?? []),
  ];
}

type Cells = Readonly<Record<string, string>>;

/** One line per row, and per piece of shared work, that the latest check planned writes for. */
function rowPlans(sheets: HostState['sheets']): unknown[] {
  const lines = journalLines(sheets);
  const latest = lines.reduce<Cells>(
    (last, line) => ((line['Updated'] ?? '') >= (last['Updated'] ?? '') ? line : last),
    {},
  )['Work'];
  return lines
    .filter((line) => line['Work'] === latest && (line['Outcome'] === 'planned' || line['Key']?.startsWith('Shared!')))
    .map((line) => ({ kind: 'row', key: line['Key'] ?? '', plan: readPlan(line['Plan'] ?? '') }));
}

function journalLines(sheets: HostState['sheets']): Cells[] {
  const [headers = [], ...lines] = textTabs(sheets).find((tab) => tab.name === journalTab)?.rows ?? [];
  return lines.map((line) => Object.fromEntries(headers.map((header, column) => [header, line[column] ?? ''])));
}

/** The journal's cell as data; a text that is no JSON stays the text it is. */
function readPlan(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
