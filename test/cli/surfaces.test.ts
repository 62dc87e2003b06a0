import type { LoggedRequest } from '../../sandbox/workspace/port';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { cleanUp, newFolder, readJson, readLines, rowsOf, sandbox, summaryOf, workbook } from './command';
import { someOf } from '../sweep';

/** What carries a run on, on a workbook of 20 people that takes minutes. */

afterAll(cleanUp);

const people = 20;
const tenant: Tenant = {
  signedInAs: 'admin@shop.example',
  accounts: [
    {
      customer: { id: 'C0shop01', customerDomain: 'shop.example' },
      users: [{ primaryEmail: 'admin@shop.example', name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true }],
      subscriptions: [{ skuId: '1010010001', plan: { planName: 'FREE' }, seats: { maximumNumberOfSeats: 100 } }],
    },
  ],
};
const rows = Array.from({ length: people }, (_, n) => `p${n}@shop.example,Pia ${n},Moss,/Sales,Cloud Identity Free`);
const book = () =>
  workbook({
    'Users.csv': ['Email,First name,Last name,Org unit,Licences', ...rows].join('\n'),
    'tenant.json': tenant,
  });

/** One after another, 6 s each: more than a slice of four minutes. */
const slow = ['--transport', 'advanced', '--latency', '6000'];

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(...options: string[]): Promise<Ran> {
  const out = newFolder();
  const { code, err } = await sandbox('run', book(), '--out', out, ...options);
  return { code, out, err };
}

/** What every surface has to reach: each row done once, and nothing left behind that would go on. */
function expectAllDone({ code, out }: Ran): void {
  expect([code, summaryOf(out).warnings, summaryOf(out).stopped]).toEqual([0, [], undefined]);
  const shown = rowsOf(out);
  expect(shown.map((row) => row['Status'])).toEqual(rows.map(() => 'Done'));
  // Whichever execution did it: one row tells of the org unit, each of its own person and licence.
  expect(shown.filter((row) => row['Details']?.startsWith('Created the org unit '))).toHaveLength(1);
  const own = shown.map((row) => row['Details']?.replace(/^Created the org unit \S+, c/, 'C'));
  expect(own).toEqual(rows.map(() => expect.stringMatching(/^Created the user, gave Cloud Identity Free/) as string));
  const writes = readLines<LoggedRequest>(out, 'requests.jsonl').filter(
    ({ op, status }) => /\.(insert|update)$/.test(op) && status < 300,
  );
  expect(countBy(writes.map(({ op }) => op))).toEqual({
    'directory.orgunits.insert': 1,
    'directory.users.insert': people,
    'licensing.licenseAssignments.insert': people,
  });
  expect(readJson<unknown[]>(out, 'handoff.json')).toHaveLength(people);
  expect(readJson<{ triggers: unknown[] }>(out, 'host.json').triggers).toEqual([]);
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The longest time without a request, in seconds. */
function longestRest(out: string): number {
  const times = readLines<LoggedRequest>(out, 'requests.jsonl').map(({ at }) => Date.parse(at) / 1000);
  return Math.max(...times.map((time, i) => time - (times[i - 1] ?? time)));
}

describe('the sidebar', () => {
  test('carries a run on, slice after slice', async () => {
    const ran = await run(...slow);
    expectAllDone(ran);
    expect(summaryOf(ran.out).seconds).toBeGreaterThan(240);
    expect(longestRest(ran.out)).toBeLessThan(60);
  });
});

/** Triggers come as often as they are asked for. */
const often = ['--surface', 'trigger', '--switch', 'triggersWithCard=minutes'];

describe('the trigger', () => {
  test('carries on what the sidebar began, with little rest, and takes itself away at the end', async () => {
    const ran = await run(...often, ...slow);
    expectAllDone(ran);
    expect(summaryOf(ran.out).seconds).toBeGreaterThan(300);
    expect(longestRest(ran.out)).toBeLessThan(120);
  });

  test.each(someOf(['google:10', 'google:35', 'property:9'], 1))(
    'goes on after an execution that died at %s',
    async (point) => {
      expectAllDone(await run(...often, ...slow, '--crash-at', point, '--crash-when', 'after'));
    },
  );

  test('is there when everything died, and a later session lets it finish', async () => {
    const dead = await run(...often, '--crash-at', 'google:9', '--no-resume');
    expect(dead.code).toBe(1);
    expect(
      readJson<{ triggers: { handler: string; everyMinutes: number }[] }>(dead.out, 'host.json').triggers,
    ).toMatchObject([{ handler: 'continueInBackground', everyMinutes: 5 }]);
    const out = newFolder();
    expect((await sandbox('run', dead.out, ...often, '--out', out)).code).toBe(0);
    const { requests, outcomes } = summaryOf(out);
    expect([outcomes.done + outcomes.settled, requests.writes + summaryOf(dead.out).requests.writes]).toEqual([
      people,
      2 * people + 1,
    ]);
  });
});

describe('the card', () => {
  let ran: Ran;
  /** So slow that a press does not do for everybody. */
  const card = ['--surface', 'card', '--latency', '2000'];
  beforeAll(async () => (ran = await run(...card)));

  test('does the whole job press by press, each within its 30 seconds', () => {
    expectAllDone(ran);
    expect(summaryOf(ran.out).executions).toBeGreaterThan(4);
  });

  test('plans what the sidebar plans', async () => {
    const { out } = await run('--check-only');
    const lines = (folder: string) =>
      readLines<{ kind: string }>(folder, 'plan.jsonl').filter(({ kind }) => kind === 'line');
    expect(lines(ran.out)).toEqual(lines(out));
    expect(lines(out).length).toBeGreaterThan(2);
  });

  test('goes on after a press that died', async () => {
    expectAllDone(await run(...card, '--crash-at', 'google:6', '--crash-when', 'after'));
  });

  test('shows what went wrong instead of going on', async () => {
    const { code, out } = await run('--surface', 'card', '--as', 'nobody@mail.example');
    expect([code, summaryOf(out).requests.writes]).toEqual([1, 0]);
    expect(summaryOf(out).stopped).toMatch(/\w/);
  });
});

/** Requests that arrive nearer to each other than one answer takes were sent together. In milliseconds. */
const shortestAnswer = 200;

test('the transport that was asked for is the one that is used', async () => {
  const atOnce = (out: string) => {
    const creations = readLines<LoggedRequest>(out, 'requests.jsonl')
      .filter(({ op }) => op === 'directory.users.insert')
      .map(({ at }) => Date.parse(at));
    return creations.filter((at, i) => at - (creations[i - 1] ?? 0) < shortestAnswer).length;
  };
  expect(atOnce((await run('--transport', 'advanced')).out)).toBe(0);
  expect(atOnce((await run('--transport', 'parallel')).out)).toBeGreaterThan(0);
  expect(atOnce((await run()).out)).toBeGreaterThan(0);
});

test('a scope of one customer leaves the rows of the others, which do not count for the exit code', async () => {
  const second = {
    customer: { id: 'C0shoe02', customerDomain: 'shoe.example' },
    resoldBy: 'C0shop01',
    apiAccess: true,
  };
  const both = { ...tenant, accounts: [{ ...tenant.accounts[0], reseller: true }, second] };
  const users =
    'Email,First name,Last name\nana@shop.example,Ana,Ruiz\nbo@shoe.example,Bo,Chen\nnot an address,Cy,Dale\n';
  const folder = workbook({ 'Users.csv': users, 'tenant.json': both });
  const out = newFolder();
  const { code } = await sandbox('run', folder, '--scope', 'customer=Shop.example', '--out', out);
  expect([code, summaryOf(out).byKey]).toEqual([
    0,
    { 'Users!ana@shop.example': 'done', 'Users!bo@shoe.example': 'notReached', 'Users!row 4': 'notReached' },
  ]);
  const byId = newFolder();
  expect((await sandbox('run', folder, '--scope', 'customer=C0shoe02', '--out', byId)).code).toBe(0);
  expect(summaryOf(byId).byKey).toMatchObject({
    'Users!ana@shop.example': 'notReached',
    'Users!bo@shoe.example': 'done',
  });
});
