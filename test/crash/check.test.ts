import { ask } from '../../sandbox/cli/desk';
import { instantOf, openJob, putTo } from './job';
import type { JobDesk } from './job';
import { customers } from './customers';
import { mixed } from './mixed';
import { undisturbed } from './points';
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

describe.each([
  ['gone on with', mixed, false],
  ['begun anew', mixed, true],
  ['gone on with, customers', customers, false],
  ['begun anew, customers', customers, true],
])('a check that died at any point and is %s', (_how, job, anew) => {
  test('shows the same plan, the same statuses and the same notes as one that did not', () => {
    const whole = openJob(job);
    check(whole);
    const wanted = checkedOf(whole);
    const [working, resumed] = [openJob(job), openJob(job)];
    const wrong: string[] = [];
    let tried = 0;
    working.host.onEffect = ({ kind, n, when }) => {
      tried += 1;
      putTo(resumed, instantOf(working));
      letTimePass(resumed);
      const { work, hasPlan } = ask(resumed.host, 'getDesk');
      if (anew || work?.startedAt === resumed.earlier) check(resumed);
      else if (!hasPlan) for (let progress = work; progress?.more; ) progress = ask(resumed.host, 'continueWork');
      if (JSON.stringify(checkedOf(resumed)) !== JSON.stringify(wanted)) wrong.push(`${kind}:${n} ${when}`);
    };
    check(working);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(10);
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
  const wanted = undisturbed(mixed);
  const [working, resumed] = [openJob(mixed), openJob(mixed)];
  const wrong: string[] = [];
  let effects = 0;
  let tried = 0;
  working.host.onEffect = ({ kind, n, when }) => {
    if (kind !== 'google' || effects++ % 45 !== 20) return;
    tried += 1;
    putTo(resumed, instantOf(working));
    letTimePass(resumed);
    check(resumed);
    bySidebar(resumed);
    wrong.push(...differences(endOf(resumed), wanted, true).map((one) => `${kind}:${n} ${when}: ${one}`));
  };
  workToEnd(working);
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(5);
}, 300_000);
