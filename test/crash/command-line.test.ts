import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cleanUp, example, newFolder, readJson, root, sandbox, summaryOf } from '../cli/command';
import { readCsv, writeCsv } from '../../sandbox/cli/csv';
import type { Summary } from '../../sandbox/cli/summary';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { sampleOr } from '../sweep';
import { sampled } from './mixed';

/** The same through the command line, as anybody can try it. */

type Death = readonly [at: string, when: 'before' | 'after'];

/** Some deaths, and more of them in the whole sweep. */
const deaths = (some: readonly Death[], more: readonly Death[]): readonly Death[] => [...some, ...sampleOr([], more)];

afterAll(cleanUp);

interface Ended {
  readonly byKey: Summary['byKey'];
  readonly people: readonly string[];
  readonly handOff: readonly string[];
  readonly creations: number;
}

function endedIn(folder: string): Ended {
  const tenant = readJson<Tenant>(folder, 'tenant.json');
  const people = tenant.accounts.flatMap((account) =>
    (account.users ?? []).map((user) =>
      JSON.stringify([
        user.primaryEmail,
        user.name,
        user.orgUnitPath,
        user['aliases'],
        user['isAdmin'],
        user['suspended'],
      ]),
    ),
  );
  const licences = tenant.accounts.flatMap((account) =>
    (account.licences ?? []).map((licence) => JSON.stringify(licence)),
  );
  const handOff = readJson<{ email: string }[]>(folder, 'handoff.json').map((line) => line.email);
  const created = tenant.accounts.flatMap((account) => account.users ?? []).length;
  return {
    byKey: wellIsWell(summaryOf(folder).byKey),
    people: [...people, ...licences].sort(),
    handOff: handOff.sort(),
    creations: created,
  };
}

/** A row that finds its own work done may be settled instead of done. */
function wellIsWell(byKey: Summary['byKey']): Summary['byKey'] {
  return Object.fromEntries(
    Object.entries(byKey).map(([key, outcome]) => [key, outcome === 'settled' ? 'done' : outcome]),
  );
}

/** A run that dies takes longer: what comes to people by itself and late would be at another point in each. */
const early = ['--switch', 'autoLicensingDelay=0'];

/** `examples/mixed-200`; in the sample with one row of each kind. */
function mixedBook(): string {
  const folder = example('mixed-200');
  const file = path.join(folder, 'Users.csv');
  const { rows = () => true } = sampled;
  const lines = readCsv(readFileSync(file, 'utf8'), file).filter((row, place) => place === 0 || rows(row, place));
  writeFileSync(file, writeCsv(lines));
  return folder;
}

let undisturbed: Ended;

beforeAll(async () => {
  const out = newFolder();
  const { code } = await sandbox('run', mixedBook(), ...early, '--out', out);
  expect(code).toBe(1);
  undisturbed = endedIn(out);
  expect(Object.keys(undisturbed.byKey)).toHaveLength(sampleOr(59, 200));
}, 60_000);

test.each(
  deaths(
    [['google:30', 'after']],
    [
      ['google:1', 'after'],
      ['google:37', 'before'],
      ['google:120', 'after'],
      ['google:205', 'after'],
    ],
  ),
)(
  'run examples/mixed-200 --crash-at %s --crash-when %s ends as without the crash',
  async (point, when) => {
    const out = newFolder();
    const { out: said } = await sandbox(
      'run',
      mixedBook(),
      ...early,
      '--out',
      out,
      '--crash-at',
      point,
      '--crash-when',
      when,
    );
    expect(said).not.toContain('nothing crashed');
    expect(endedIn(out)).toEqual(undisturbed);
  },
  60_000,
);

test.each(
  deaths(
    [['sheet:9', 'before']],
    [
      ['google:64', 'after'],
      ['property:7', 'after'],
    ],
  ),
)(
  'with --crash-at %s --crash-when %s --no-resume, given back as a workbook, it ends as without the crash',
  async (point, when) => {
    const [dead, out] = [newFolder(), newFolder()];
    const first = await sandbox(
      'run',
      mixedBook(),
      ...early,
      '--out',
      dead,
      '--crash-at',
      point,
      '--crash-when',
      when,
      '--no-resume',
    );
    expect(first.out).toContain('The execution died');
    await sandbox('run', dead, ...early, '--out', out);
    expect(endedIn(out)).toEqual(undisturbed);
  },
  60_000,
);

describe('with customers', () => {
  const folder = path.join(root, 'test', 'crash', 'customers');

  interface Sold extends Pick<Ended, 'byKey' | 'people' | 'handOff'> {
    readonly customers: readonly string[];
    readonly mails: readonly string[];
  }

  /** What `folders`, each the workbook of the next, came to. */
  function soldIn(...folders: readonly string[]): Sold {
    const last = folders[folders.length - 1] ?? '';
    const { byKey, people, handOff } = endedIn(last);
    const customers = readJson<Tenant>(last, 'tenant.json').accounts.map(
      ({ customer, resoldBy, subscriptions = [] }) => {
        const orders = subscriptions
          .map(({ skuId, plan, seats, status }) => JSON.stringify([skuId, plan?.planName, seats, status]))
          .sort();
        return JSON.stringify([
          customer.customerDomain,
          customer.language,
          customer.alternateEmail,
          customer.postalAddress,
          resoldBy,
          orders,
        ]);
      },
    );
    return { byKey, people, handOff, customers: customers.sort(), mails: folders.flatMap(mailsIn).sort() };
  }

  function mailsIn(one: string): string[] {
    const lines = readFileSync(path.join(one, 'mail.jsonl'), 'utf8').split('\n').filter(Boolean);
    return lines
      .map((line) => JSON.parse(line) as { to: string; subject: string })
      .map(({ to, subject }) => `${to}: ${subject}`);
  }

  const once: { ended?: Sold; twice?: Sold } = {};

  beforeAll(async () => {
    const [first, second] = [newFolder(), newFolder()];
    await sandbox('run', folder, '--out', first);
    await sandbox('run', first, '--out', second);
    once.ended = soldIn(first);
    once.twice = soldIn(first, second);
    expect(once.ended.mails).toHaveLength(2);
  }, 60_000);

  test.each(
    deaths(
      [['google:13', 'before']],
      [
        ['google:7', 'after'],
        ['google:1', 'before'],
        ['google:19', 'after'],
      ],
    ),
  )(
    '--crash-at %s --crash-when %s ends as without the crash',
    async (point, when) => {
      const out = newFolder();
      const { out: said } = await sandbox('run', folder, '--out', out, '--crash-at', point, '--crash-when', when);
      expect(said).not.toContain('nothing crashed');
      expect(soldIn(out)).toEqual(once.ended);
    },
    60_000,
  );

  // Whoever gives the workbook back has it checked and run once more.
  test.each(
    deaths(
      [['google:6', 'after']],
      [
        ['sheet:20', 'before'],
        ['google:13', 'before'],
        ['property:14', 'after'],
      ],
    ),
  )(
    '--crash-at %s --crash-when %s --no-resume, given back as a workbook, ends as a second run without the crash',
    async (point, when) => {
      const [dead, out] = [newFolder(), newFolder()];
      const first = await sandbox(
        'run',
        folder,
        '--out',
        dead,
        '--crash-at',
        point,
        '--crash-when',
        when,
        '--no-resume',
      );
      expect(first.out).toContain('The execution died');
      await sandbox('run', dead, ...early, '--out', out);
      expect(soldIn(dead, out)).toEqual(once.twice);
    },
    60_000,
  );
});
