import { sampleOr, someOf } from '../sweep';
import { ask } from '../../sandbox/cli/desk';
import { instantOf, openJob, putTo } from './job';
import type { Job, JobDesk, JobOptions } from './job';
import { customers } from './customers';
import { mixed, sampled } from './mixed';
import { atEveryPoint, undisturbed } from './points';
import { bySidebar } from './take-up';
import { differences } from './differences';
import { endOf } from './end';
import { letTimePass, workToEnd } from './work';

/**
 * A check writes nothing to Google; one that dies must not leave a sheet behind that says something else than its plan.
 */

/** What a person sees of a finished check: plan, statuses, notes. */
function checkedOf(desk: JobDesk): unknown {
  const { planId: _id, estimate: _estimate, ...plan } = ask(desk.host, 'getPlan');
  const tabs = desk.host.state.sheets.filter(({ name }) => ['Customers', 'Subscriptions', 'Users'].includes(name));
  const notes = tabs.flatMap(({ name, cells }) =>
    cells.flatMap((row, at) =>
      row.flatMap((cell, column) => (cell?.note ? [`${name} ${at} ${column} ${cell.note}`] : [])),
    ),
  );
  const statuses = tabs.map(({ cells }) => {
    const column = cells[0]?.findIndex((cell) => cell?.value === 'Status') ?? -1;
    return cells.map((row) => row[column]?.value ?? '');
  });
  return { plan, notes, statuses };
}

function check(desk: JobDesk): void {
  let progress = ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' });
  while (progress.more) progress = ask(desk.host, 'continueWork');
}

const ways: readonly (readonly [string, { readonly job: Job; readonly options: JobOptions }, boolean])[] = [
  ['gone on with', { job: mixed, options: sampled }, false],
  ['begun anew', { job: mixed, options: sampled }, true],
  ['begun anew, customers', { job: customers, options: {} }, true],
  ['gone on with, customers', { job: customers, options: {} }, false],
];

describe.each(someOf(ways, 2))('a check that died at any point and is %s', (_how, { job, options }, anew) => {
  test('shows the same plan, the same statuses and the same notes as one that did not', () => {
    const whole = openJob(job, options);
    check(whole);
    const wanted = checkedOf(whole);
    const [working, resumed] = [openJob(job, options), openJob(job, options)];
    const wrong: string[] = [];
    const [seen, tried] = [new Set<string>(), new Set<string>()];
    const dieHere = (point: string, state: string): void => {
      if (seen.has(state)) return;
      seen.add(state);
      if (seen.size % sampleOr(16, 1) !== 0) return;
      tried.add(state);
      putTo(resumed, instantOf(working));
      letTimePass(resumed);
      const { work, hasPlan } = ask(resumed.host, 'getStartPage');
      if (anew || work?.startedAt === resumed.earlier) check(resumed);
      else if (!hasPlan) for (let progress = work; progress?.more; ) progress = ask(resumed.host, 'continueWork');
      if (JSON.stringify(checkedOf(resumed)) !== JSON.stringify(wanted)) wrong.push(point);
    };
    atEveryPoint(working, dieHere, check);
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
    expect(tried.size).toBeGreaterThan(sampleOr(0, 10));
  }, 120_000);
});

test('a check that needs several slices plans what a quick one plans', () => {
  const [quick, slow] = [openJob(customers), openJob(customers, { transport: 'advanced', latency: 27_000 })];
  check(quick);
  const { executions } = quick.host.state.counters;
  check(slow);
  expect(slow.host.state.counters.executions).toBeGreaterThan(executions + 1);
  expect(checkedOf(slow)).toEqual(checkedOf(quick));
}, 60_000);

test('a check that is begun anew in the middle of a run that died leaves nobody out, and the run after it ends as one undisturbed', () => {
  const wanted = undisturbed(mixed, sampled);
  const [working, resumed] = [openJob(mixed, sampled), openJob(mixed, sampled)];
  const [every, from] = sampleOr([60, 17], [45, 20]);
  const wrong: string[] = [];
  let effects = 0;
  let tried = 0;
  working.host.onEffect = ({ kind, n, when }) => {
    if (kind !== 'google' || effects++ % every !== from) return;
    tried += 1;
    putTo(resumed, instantOf(working));
    letTimePass(resumed);
    check(resumed);
    bySidebar(resumed);
    wrong.push(...differences(endOf(resumed), wanted, true).map((one) => `${kind}:${n} ${when}: ${one}`));
  };
  workToEnd(working);
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(sampleOr(0, 5));
}, 300_000);
