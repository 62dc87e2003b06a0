import type { HostState } from '../apps-script/port';
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

/** One line per row whose plan the journal holds, with the writes in its column `Plan`. */
function rowPlans(sheets: HostState['sheets']): unknown[] {
  const [headers = [], ...lines] = textTabs(sheets).find((tab) => tab.name === journalTab)?.rows ?? [];
  const key = headers.indexOf('Key');
  const plan = headers.indexOf('Plan');
  if (key < 0 || plan < 0) return [];
  return lines.flatMap((line) => {
    const text = line[plan] ?? '';
    return text === '' ? [] : [{ kind: 'row', key: line[key] ?? '', writes: readPlan(text) }];
  });
}

/** The journal's cell as data; a text that is no JSON stays the text it is. */
function readPlan(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
