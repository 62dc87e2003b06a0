import { defined } from '../../engine/defined';
import type { Question } from '../../engine/question';
import type { PlannedWrite } from '../../engine/plan';
import { endings, limited, limitedBy, type Limited } from '../../google/writes';
import { digest } from '../secrets/codes';
import type { Journal } from '../journal/journal';
import { estimateOf } from './estimate';
import { countsOfJob, linesOfJob, needsOn, noteOf } from '../rows/of-job';
import { triggerPace } from '../keeping/trigger-pace';
import { settings } from '../keeping/settings';
import type { TabSheet } from '../rows/sheets';
import type { PlanView } from '../wire';
import type { Job } from '../keeping/job-record';
import { kindsOf, plannedIn } from './planned';
import { totalOf } from './totals';

/** The checked plan in words, and the name that approves exactly this plan. */

/** Names the plan of a work: its rows, wishes and writes, with every word of them. Another plan has another name. */
export function planIdOf(journal: Journal, work: string): string {
  const lines = journal.all.filter((line) => line.work === work && line.outcome === 'planned');
  const texts = lines.map(({ key, wish, secret = '', plan }) => [key, wish, secret, JSON.stringify(plan)].join(' '));
  return digest(`${work}\n${texts.sort().join('\n')}`);
}

/** The plan as the sidebar shows it. The tabs are read only where a row needs a person. */
export function planView(work: Job, journal: Journal, open: () => readonly TabSheet[]): PlanView {
  const lines = linesOfJob(journal, work.id);
  const rows = lines.filter((line) => line.outcome === 'planned').length;
  const planned = plannedIn(journal, work.id);
  const writes = planned.map(({ write }) => write).filter(({ need }) => need === 'must');
  return {
    planId: work.planId,
    rows,
    hiddenRows: work.hiddenRows,
    ...defined({ leftOut: work.leftOut, others: work.others }),
    ...(work.added ? { added: work.added } : {}),
    changes: writes.length,
    lines: kindsOf(planned).map(totalOf),
    needs: lines.some((line) => noteOf(line, 0)) ? needsOn(open(), journal) : [],
    counts: countsOfJob(journal, work.id),
    estimate: estimateOf(writes, {
      rows,
      me: work.startedBy,
      waits: work.waits ?? 0,
      hourly: triggerPace()?.how === 'hourly',
    }),
    seats: work.seats,
    asks: asksOf(journal, work.id),
    ...defined({ unused: work.unused, lacks: work.lacks }),
  };
}

/**
 * What of a plan is above the limits that the person signed in has set, or cannot be taken back, each as a question.
 */
export function asksOf(journal: Journal, work: string): readonly Question[] {
  const writes = journal.all
    .filter((line) => line.work === work)
    .flatMap((line) => line.plan.writes)
    .filter(({ need }) => need === 'must');
  return [...limitsPassed(writes), ...endingsIn(writes)];
}

function endingsIn(writes: readonly PlannedWrite[]): readonly Question[] {
  return endings.flatMap(({ does, what, op }) => {
    const count = writes.filter((write) => write.op === op).length;
    if (count === 0) return [];
    const says = `This run ${does} ${count} ${what}${count > 1 ? 's' : ''}: that cannot be taken back.`;
    return [{ kind: 'final', says, about: { [what]: String(count) } }];
  });
}

const limitDoes: Readonly<Record<Limited, (count: number) => string>> = {
  created: (count) => `creates ${people(count)}`,
  suspended: (count) => `suspends ${people(count)}`,
  archived: (count) => `archives ${people(count)}`,
  deleted: (count) => `deletes ${people(count)}`,
  taken: (count) => `takes ${count} licences, roles, groups or aliases away from people`,
};

function people(count: number): string {
  return `${count} ${count === 1 ? 'person' : 'people'}`;
}

function limitsPassed(writes: readonly PlannedWrite[]): readonly Question[] {
  const { limits } = settings();
  const kinds = writes.map(limitedBy);
  return limited.flatMap((name) => {
    const [count, limit] = [kinds.filter((kind) => kind === name).length, limits[name]];
    if (count <= limit) return [];
    const says = `This run ${limitDoes[name](count)}; your limit is ${limit}.`;
    return [{ kind: 'limit', says, about: { [name]: String(count), limit: String(limit) } }];
  });
}
