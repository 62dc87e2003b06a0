import { ask } from '../../sandbox/cli/desk';
import type { Progress } from '../../src/job/wire';
import type { TestDesk } from '../sandbox-desk';
import { admin, open, person } from './shop';

/** What a check and a run tell of how far they are, and how they ended. */

const people = 12;
const email = (n: number): string => `p${n}@shop.example`;
const settled = 'ada@shop.example';

/** Twelve people to be made, one who is as wished, two whose rows cannot be read; slow, so that a run takes slices. */
function slowDesk(latency = 12_000): TestDesk {
  const row = (n: number) => ({
    Email: email(n),
    'First name': 'Pia',
    'Last name': `Moss ${n}`,
    Licences: 'Business Starter',
  });
  const rows = [
    { Email: settled, 'First name': 'Ada', 'Last name': 'Lund', Licences: '' },
    ...Array.from({ length: people }, (_, n) => row(n)),
    { Email: 'nobody', 'First name': 'No', 'Last name': 'Body', Licences: '' },
    { Email: 'x@elsewhere.example', 'First name': 'El', 'Last name': 'Se', Licences: 'No such product' },
  ];
  const desk = open(rows, { users: [person(settled, 'Ada Lund')] }, { latency });
  desk.host.state.properties.document['setting:transport'] = 'advanced';
  return desk;
}

/** Every progress that somebody who looks on sees while `work` goes on. */
function seenDuring(desk: TestDesk, work: () => unknown): readonly Progress[] {
  const seen: Progress[] = [];
  let looking = false;
  desk.host.onEffect = ({ kind }) => {
    if (looking || kind === 'sheet') return;
    looking = true;
    seen.push(ask(desk.host, 'getProgress'));
    looking = false;
  };
  work();
  desk.host.onEffect = undefined;
  return seen;
}

function runToEnd(desk: TestDesk): Progress {
  let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  while (progress.more) progress = ask(desk.host, 'continueWork');
  return progress;
}

test('done are the rows of the run that are done; those that need somebody, wait or are left stand beside it, and all add up', () => {
  const desk = slowDesk();
  desk.check();
  const seen = seenDuring(desk, () => runToEnd(desk)).filter(({ job }) => job === 'run');
  expect(seen.length).toBeGreaterThan(20);
  for (const { due, done, left, own } of seen) {
    const { done: ready = 0, settled: same = 0, blocked = 0, failed = 0, waiting = 0 } = own;
    expect({ due, done }).toEqual({ due: people, done: ready + same });
    expect(done + left + blocked + failed + waiting).toBe(people);
  }
  expect(seen.map(({ done }) => done)).toContain(0);
  expect(seen[seen.length - 1]?.counts).toMatchObject({ settled: 1 });
});

test('nothing of the check is left over in its run, and nothing of a run in the next check', () => {
  const desk = slowDesk();
  const { since: checkedAt } = ((): Progress => {
    desk.check();
    return ask(desk.host, 'getProgress');
  })();
  desk.clock.sleep(600_000);
  const run = seenDuring(desk, () => runToEnd(desk)).filter(({ phase }) => phase === 'running');
  expect(run[0]).toMatchObject({ job: 'run', done: 0, left: people, needs: [], now: [], own: {} });
  // The time is the run's.
  expect(Date.parse(run[0]?.since ?? '') - Date.parse(checkedAt)).toBeGreaterThanOrEqual(600_000);
  for (const { needs } of run) expect(needs).toEqual([]);
  const check = seenDuring(desk, () => desk.check()).filter(({ phase }) => phase === 'checking');
  expect(check[0]).toMatchObject({ job: 'check', done: 0, needs: [], counts: {}, stages: [] });
});

test('stages tell how far people and licences are, from slice to slice, and end at what was approved', () => {
  const desk = slowDesk();
  desk.check();
  const seen = seenDuring(desk, () => runToEnd(desk)).filter(({ phase }) => phase === 'running');
  const told = seen.map(({ stages }) => stages).filter((stages) => stages.length > 0);
  expect(told.length).toBeGreaterThan(10);
  for (const says of ['New people', 'Licences']) {
    const lines = told.map((stages) => stages.find((one) => one.says === says));
    expect(new Set(lines.map((line) => line?.of))).toEqual(new Set([people]));
    const done = lines.map((line) => line?.done ?? -1);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(new Set(done).size).toBeGreaterThan(2);
  }
  expect(ask(desk.host, 'getProgress').stages).toEqual([
    { says: 'New people', done: people, of: people },
    { says: 'Licences', done: people, of: people },
  ]);
});

test('a run that was stopped says what was done, what was not reached and what needs somebody; the mail says the same', () => {
  const desk = slowDesk();
  (desk.host.state.properties.users[admin] ??= {})['settings'] = JSON.stringify({ mailWhenDone: true });
  desk.check();
  let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  ask(desk.host, 'stopWork');
  while (progress.more) progress = ask(desk.host, 'continueWork');
  const { done = 0, notReached = 0 } = progress.counts;
  expect(done).toBeGreaterThan(0);
  expect(notReached).toBeGreaterThan(0);
  expect(progress).toMatchObject({ phase: 'stopped', job: 'run', due: people, done, left: 0, counts: { blocked: 2 } });
  expect(done + notReached).toBe(people);
  const [mail] = desk.host.state.mails;
  expect(mail?.subject).toBe(`Seatsheet: stopped, ${done} done, 1 up to date, ${notReached} not reached, 2 need you`);
  expect(mail?.body).toContain(`The run that you started at ${progress.since.slice(0, 16).replace('T', ' ')} UTC`);
  expect(mail?.body).toMatch(/New people: \d+ of 12/);
});

test('what somebody has to look at is cut between words, and fits the property that keeps it', () => {
  const wrong = Array.from({ length: 12 }, (_, n) => `Größe nach Maß ${n}`).join(', ');
  const desk = open(
    Array.from({ length: 20 }, (_, n) => ({
      Email: email(n),
      'First name': 'A',
      'Last name': 'B',
      Licences: wrong,
      Roles: wrong,
    })),
  );
  desk.check();
  const { needs } = ask(desk.host, 'getProgress');
  expect(needs.length).toBeGreaterThan(3);
  const whole = desk.needs()[0]?.says ?? '';
  for (const { says } of needs) {
    expect(says).toMatch(/\S…$/);
    expect(whole).toContain(`${says.slice(0, -1)} `);
  }
  expect(Buffer.byteLength(desk.host.state.properties.document['progress'] ?? '')).toBeLessThan(9_000);
});

test('a link goes to the cell that is wrong, in a check and in a run, also after the rows were sorted', () => {
  const rows = ['ann', 'bob', 'cec'].map((name) => ({
    Email: `${name}@shop.example`,
    'First name': name,
    'Last name': 'Test',
    Licences: name === 'bob' ? 'No such thing' : '',
  }));
  const desk = open(rows);
  desk.check();
  const wrong = { key: 'Users!bob@shop.example', cell: 'D3' };
  expect(desk.needs()).toMatchObject([wrong]);
  expect(ask(desk.host, 'getProgress').needs).toMatchObject([wrong]);
  desk.host.edit.sortRange('Users', { column: 1, ascending: false });
  desk.host.edit.sortRange('Users', { column: 2, ascending: true });
  desk.host.edit.insertRows('Users', 2);
  expect(desk.needs()).toMatchObject([{ ...wrong, cell: 'D4' }]);
  ask(desk.host, 'goToRow', { key: wrong.key });
  expect(desk.host.state.selection).toBe('D4');
});
