import path from 'node:path';
import { dailyQuotas } from '../apps-script/limits';
import { loadBundle } from '../apps-script/host';
import { openDesk, type Desk } from '../cli/desk';
import { carryOut } from '../cli/drive';
import { sheetsOf } from '../cli/sheets';
import { surfaceOf } from '../cli/surfaces';
import { tenantOf, usersTab, type Wanted } from './input';
import { inColumns } from './in-columns';
import { checkOnly, setUp, wellOf } from './measure';
import { countersOf, usedSince } from './used';

/** What a run takes that nobody looks at: the sidebar is closed once it has begun, and only triggers carry it on. */

/** How often the triggers come. */
export const comings = ['minutes', 'hourly'] as const;

/** What such a run took. */
export interface Closed {
  readonly rows: number;
  readonly comes: (typeof comings)[number];
  /** From its approval to the last row. */
  readonly hours: number;
  /** Those that triggers began. */
  readonly executions: number;
  /** Run time of the executions that triggers began. */
  readonly triggerMinutes: number;
  /** Rows that those executions brought to their end: the first execution, of the sidebar, is none of them. */
  readonly byTriggers: number;
  /** Rows that ended as wished. */
  readonly well: number;
}

/** Measures a run of so many full rows; `root` is the project's folder. */
export function measureClosed(comes: Closed['comes'], { rows, root }: { rows: number; root: string }): Closed {
  const desk = openClosed(comes, { rows, licence: 'Business Starter' }, root);
  setUp(desk, 'parallel');
  const { planId } = checkOnly(desk);
  const before = countersOf(desk.host.state);
  const at = desk.clock.now();
  const surface = surfaceOf('trigger', desk);
  let byHand = 0;
  carryOut(desk, {
    start: () => {
      const progress = surface.startRun(planId);
      byHand = progress.done;
      return progress;
    },
    goOn: (progress) => surface.goOn(progress),
    phases: ['running', 'finished', 'stopped'],
    resume: true,
  });
  const { executions: all, triggerMinutes } = usedSince(before, desk.host.state, 0);
  // The first is the sidebar’s, and so is a look at the end.
  const executions = all - 2;
  const hours = (desk.clock.now() - at) / 3_600_000;
  return { rows, comes, hours, executions, triggerMinutes, byTriggers: rows - byHand, well: wellOf(desk) };
}

function openClosed(comes: Closed['comes'], wanted: Wanted, root: string): Desk {
  return openDesk({
    bundle: loadBundle(path.join(root, 'dist')),
    tenant: tenantOf(wanted),
    sheets: sheetsOf([usersTab(wanted)]),
    latency: 250,
    jitter: 80,
    switches: { triggersWithCard: comes },
  });
}

/** Minutes of triggers that a thousand rows take. */
export function minutesOf1000({ triggerMinutes, byTriggers }: Closed): number {
  return (triggerMinutes / Math.max(1, byTriggers)) * 1_000;
}

const columns: readonly (readonly [string, (one: Closed) => string])[] = [
  ['rows', ({ rows }) => String(rows)],
  ['hours', ({ hours }) => hours.toFixed(1)],
  ['triggers', ({ executions }) => String(executions)],
  ['trigger minutes', ({ triggerMinutes }) => triggerMinutes.toFixed(1)],
  ['of 1000 rows', (one) => minutesOf1000(one).toFixed(1)],
  ...(['workspace', 'consumer'] as const).flatMap((tier): [string, (one: Closed) => string][] => {
    const most = dailyQuotas[tier].triggerMinutes;
    return [
      [`${tier} day`, ({ triggerMinutes }) => `${((triggerMinutes / most) * 100).toFixed(1)} %`],
      ['rows a day', (one) => String(Math.floor((Math.min(most, mostIn(one)) / minutesOf1000(one)) * 1_000))],
    ];
  }),
  ['ended well', ({ well }) => String(well)],
];

/** Minutes of a day in which executions of triggers can work: hourly ones have one share of each hour. */
function mostIn({ comes, triggerMinutes, executions }: Closed): number {
  return comes === 'hourly' ? (24 * triggerMinutes) / Math.max(1, executions) : Infinity;
}

/** The runs for people. `day`: the part of a day's quota of triggers. */
export function closedTable(all: readonly Closed[]): string {
  return inColumns(
    ['triggers come', ...columns.map(([header]) => header)],
    all.map((one) => [one.comes === 'hourly' ? 'hourly' : 'every 5 minutes', ...columns.map(([, text]) => text(one))]),
  );
}
