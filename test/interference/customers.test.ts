import type { Host } from '../../sandbox/apps-script/port';
import { ask } from '../../sandbox/cli/desk';
import { customers } from '../crash/customers';
import { dice } from '../crash/dice';
import { endOf } from '../crash/end';
import { openJob } from '../crash/job';
import type { JobDesk } from '../crash/job';
import { workToEnd } from '../crash/work';
import { seedsOr } from '../sweep';
import { columnOf, textsOf } from './people';
import { beyond, writesOf } from './writes';

/**
 * People sort, insert, copy, delete and edit rows of Customers and Subscriptions while a run is at them, in its slices
 * and between them. Whatever they do, nothing is sent that was not approved, nothing is ordered, made or mailed twice,
 * and the next check and run go on. A failing seed says what was done.
 */

const slow = { transport: 'advanced', latency: 20_000 } as const;
const seeds = seedsOr(2, 12);
const tabs = ['Customers', 'Subscriptions'] as const;

type Chance = () => number;
interface At {
  readonly host: Host;
  readonly tab: (typeof tabs)[number];
  readonly row: number;
  readonly chance: Chance;
}

const edits: Readonly<Record<(typeof tabs)[number], readonly (readonly [header: string, text: string])[]>> = {
  Customers: [
    ['City', 'Meddled'],
    ['Language', 'French'],
    ['Domain', 'meddled.example'],
    ['Alternate email', 'me@meddled.example'],
    ['Customer ID', ''],
    ['Customer ID', 'C0elm0001'],
    ['Transfer token', 'abc123'],
    ['Type', 'Team'],
  ],
  Subscriptions: [
    ['Seats', '99'],
    ['Plan', 'Flexible'],
    ['Product', 'Business Plus'],
    ['Customer', 'elm.example'],
    ['State', 'Suspended'],
    ['PO number', 'meddled'],
  ],
};

const deeds: Readonly<Record<string, (at: At) => void>> = {
  sort: ({ host, tab, chance }) => {
    host.edit.sortRange(tab, { column: 1 + Math.floor(chance() * 5), ascending: chance() < 0.5 });
  },
  insertBlank: ({ host, tab, row }) => {
    host.edit.insertRows(tab, row, 2);
  },
  deleteRow: ({ host, tab, row }) => {
    host.edit.deleteRows(tab, row);
  },
  copyRow: ({ host, tab, row }) => {
    host.edit.paste(tab, [textsOf(host, tab).length + 1, 1], [textsOf(host, tab)[row - 1] ?? []]);
  },
  edit: ({ host, tab, row, chance }) => {
    const [header, text] = edits[tab][Math.floor(chance() * edits[tab].length)] ?? ['Status', ''];
    host.edit.setCell(tab, [row, columnOf(host, header, tab)], text);
  },
  wrongStatus: ({ host, tab, row }) => {
    host.edit.setCell(tab, [row, columnOf(host, 'Status', tab)], 'Done');
  },
  addRow: ({ host, tab, chance }) => {
    const domain = `intruder${String(Math.floor(chance() * 1e6))}.example`;
    host.edit.paste(
      tab,
      [textsOf(host, tab).length + 1, 1],
      [
        tab === 'Customers'
          ? [domain, '', 'Intruder', 'Ines', 'i@mail.example']
          : ['elm.example', 'Cloud Identity Premium', 'Flexible', '50'],
      ],
    );
  },
};

function meddle(host: Host, chance: Chance): string {
  const tab = tabs[chance() < 0.5 ? 0 : 1];
  const row = 2 + Math.floor(chance() * Math.max(1, textsOf(host, tab).length - 1));
  const [name, deed] = Object.entries(deeds)[Math.floor(chance() * Object.keys(deeds).length)] ?? [
    'nothing',
    () => undefined,
  ];
  deed({ host, tab, row, chance });
  return `${name} ${tab} ${String(row)}`;
}

/** Runs the approved plan while somebody meddles now and then. */
function disturbed(seed: number): { readonly desk: JobDesk; readonly did: readonly string[] } {
  const desk = openJob(customers, slow);
  for (const sheet of desk.host.state.sheets) sheet.frozenRows = 1;
  let progress = ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' });
  while (progress.more) progress = ask(desk.host, 'continueWork');
  const chance = dice(seed);
  const did: string[] = [];
  const { planId } = ask(desk.host, 'getPlan');
  desk.host.onEffect = () => {
    if (chance() < 1 / 15 && did.length < 6) did.push(meddle(desk.host, chance));
  };
  progress = ask(desk.host, 'startRun', { planId, confirmed: true });
  while (progress.more) {
    did.push(meddle(desk.host, chance));
    progress = ask(desk.host, 'continueWork');
  }
  desk.host.onEffect = undefined;
  return { desk, did };
}

test(`${seeds} runs at which somebody meddles with customers and orders send nothing beyond the plan, and the next run goes on`, () => {
  const calm = openJob(customers, slow);
  workToEnd(calm);
  const approved = writesOf(calm);
  const wrong: string[] = [];
  let meddled = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const { desk, did } = disturbed(seed);
    meddled += did.length;
    const { phase } = ask(desk.host, 'getProgress');
    const says = [
      ...beyond(writesOf(desk), approved).map((write) => `sent ${write}`),
      ...twice(desk),
      ...(phase === 'finished' ? [] : [`the run is ${phase}`]),
      ...nextRun(desk),
    ];
    wrong.push(...says.map((one) => `seed ${seed} (${did.join(', ')}): ${one}`));
  }
  expect(wrong).toEqual([]);
  expect(meddled).toBeGreaterThan(seeds);
}, 600_000);

/** What was made, ordered or mailed more than once. */
function twice(desk: JobDesk): readonly string[] {
  const { created, mails, wrongPasswords } = endOf(desk);
  const all = [...created, ...mails.filter((mail) => !mail.includes(': Seatsheet: '))];
  return [
    ...all.filter((one, at) => all.indexOf(one) !== at).map((one) => `twice: ${one}`),
    ...wrongPasswords.map((email) => `wrong password of ${email}`),
  ];
}

/** The check and run after it must work, too. */
function nextRun(desk: JobDesk): readonly string[] {
  const { startedAt } = ask(desk.host, 'getProgress');
  desk.clock.sleep(60_000);
  const { progress } = workToEnd(desk, startedAt);
  return [
    ...(progress.adrift ? [`the next run: ${progress.adrift}`] : []),
    ...twice(desk).map((one) => `the next run: ${one}`),
  ];
}
