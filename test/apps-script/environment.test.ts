import { Killed } from '../../sandbox/apps-script/port';
import { prices } from '../../sandbox/apps-script/prices';
import { ask } from '../../sandbox/cli/desk';
import { oneDomain, openDesk, type TestDesk } from '../sandbox-desk';

/** What nobody says of a spreadsheet is measured once, said without names, and used. */

const users = Array.from({ length: 60 }, (_, n) => ({
  Email: `p${String(n)}@shop.example`,
  'First name': `Pia ${String(n)}`,
  'Last name': 'Moss',
}));
const opened = (switches: Readonly<Record<string, string>> = {}): TestDesk =>
  openDesk({ tenant: oneDomain(), users, options: { switches } });
const line = ({ host }: TestDesk) => ask(host, 'getReadiness').find(({ measured }) => measured !== undefined);
const measuredAt = (desk: TestDesk, roundTrip = 900): readonly string[] => {
  ask(desk.host, 'checkEnvironment', { roundTrip });
  return line(desk)?.measured ?? [];
};
const header = 'Seatsheet asks the spreadsheet here';
/** Everything that measuring could leave behind. */
const scratch = ({ host }: TestDesk): readonly unknown[] => [
  ...(host.state.sheets.find(({ name }) => name === 'Scratch')?.cells ?? [])
    .flat()
    .flatMap((cell) => (cell && cell.value !== '' && cell.value !== header ? [cell.value] : [])),
  ...Object.keys(host.state.properties.document).filter((name) => name.includes('scratch')),
];

test('Readiness offers it, then says what this spreadsheet does, and on which day', () => {
  const desk = opened();
  expect(line(desk)).toMatchObject({ state: 'note', title: 'Environment not checked', measured: [] });
  const measured = measuredAt(desk);
  const today = new Date(desk.clock.now()).toISOString().slice(0, 10);
  expect(line(desk)).toMatchObject({ state: 'ok', title: 'Environment', says: `Measured on ${today}` });
  expect(measured).toEqual([
    'Locale: en_US',
    'A tick is shown as: TRUE',
    'Apostrophe before a text: is gone from the cell',
    `Write of a property: ${String(prices.property.ms)} ms`,
    'Limit of a property: counted in bytes',
    `50 calls of Utilities: ${String(50 * prices.utilities.ms)} ms`,
    `Question whether a row is hidden: ${String(prices.rowHidden.ms)} ms`,
    expect.stringMatching(/^One request to Google: \d+ ms$/),
    'Requests at once: 40 taken, more not tried',
    'Background triggers: not measured: no two of them have come yet',
    'One call from the sidebar: 900 ms, the start of the script included',
    'Start of the script alone: not measured: an execution does not see its own start',
    'Request to write without a body: not measured: there is none that does no harm',
  ]);
  expect(scratch(desk)).toEqual([]);
  expect(desk.google.writes()).toEqual([]);
});

test('where the spreadsheet does other things, it says those', () => {
  const desk = opened({
    ...{ apostropheInText: 'kept', locale: 'de_DE', propertyLimit: 'characters', fetchAllMost: '15' },
  });
  expect(measuredAt(desk)).toEqual(
    expect.arrayContaining([
      'Locale: de_DE',
      'A tick is shown as: WAHR',
      'Apostrophe before a text: stays in the cell',
      'Limit of a property: counted in characters',
      'Requests at once: 10 taken, 20 not',
    ]),
  );
  expect(scratch(desk)).toEqual([]);
});

test('what cannot be measured is a line without a name, an address or an id in it', () => {
  const desk = openDesk({
    tenant: oneDomain(),
    users,
    options: { refusedScopes: ['https://www.googleapis.com/auth/script.external_request'] },
  });
  const measured = measuredAt(desk);
  expect(measured).toContain('Requests at once: not measured: this script may not fetch');
  expect(measured.join('\n')).not.toMatch(/@|shop|C0test|https?:|Ada|Pia/);
  const slow = opened({ fetchAllMost: '5' });
  expect(measuredAt(slow).join('\n')).not.toMatch(/@|shop|C0test|https?:|Ada|Pia/);
});

test.each([1, 3, 5, 7, 9])(
  'an execution that dies at its %ith write leaves nothing that the next one does not clean',
  (at) => {
    const desk = opened();
    let writes = 0;
    desk.host.onEffect = ({ kind, when }) => {
      if (kind !== 'google' && when === 'after' && ++writes === at) throw new Killed('dead');
    };
    expect(() => ask(desk.host, 'checkEnvironment', { roundTrip: 1 })).toThrow(Killed);
    desk.host.onEffect = () => undefined;
    measuredAt(desk);
    expect(scratch(desk)).toEqual([]);
  },
);

/** Requests that checking and creating everybody takes, those of lost waves among them. */
function requestsOf(desk: TestDesk): number {
  const before = desk.host.state.counters.urlFetches;
  desk.checkAndRun();
  expect(new Set(desk.rows().map((row) => row['Status']))).toEqual(new Set(['Done']));
  return desk.host.state.counters.urlFetches - before;
}

test('waves are as wide as was taken: none is lost any more where wider ones are', () => {
  const wide = opened();
  const needed = requestsOf(wide);
  const desk = opened({ fetchAllMost: '5' });
  expect(measuredAt(desk)).toContain('Requests at once: 5 taken, 10 not');
  expect(requestsOf(desk)).toBe(needed);
});

test('sidebars look less often where a call is dear, and as always where it is not', () => {
  const desk = opened();
  measuredAt(desk, 900);
  desk.check();
  expect(ask(desk.host, 'getProgress').lookEvery).toBeUndefined();
  measuredAt(desk, 4000);
  expect(ask(desk.host, 'getProgress').lookEvery).toBe(8000);
});
