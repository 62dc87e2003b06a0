import { mostIn } from '../engine/google';
import type { TestDesk } from '../sandbox-desk';
import { businessStarter, open, wait } from './shop';

/** Lanes learn what Google takes, and what they learned is kept for the next run. */

const seats = [{ skuId: businessStarter, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 500 } }];
const people = (count: number, from = 0) =>
  Array.from({ length: count }, (_none, i) => ({
    Email: `p${from + i}@shop.example`,
    'First name': `Ana${'bcdefghij'.charAt((from + i) % 9)}${'klmnopqrs'.charAt(Math.floor((from + i) / 9) % 9)}`,
    'Last name': 'Ruiz',
    Licences: 'Business Starter',
  }));

/** A desk of so many new people, before a Google that gives so many licences a second. */
function shopOf(rows: number, licences: number | 'documented', more: Record<string, unknown> = {}): TestDesk {
  const desk = open(people(rows), { subscriptions: seats }, { quotas: `licences=${licences}`, ...more });
  desk.host.state.properties.document['setting:transport'] = 'parallel';
  return desk;
}

const arrivals = (desk: TestDesk, op: string): number[] => desk.google.writes(op).map(({ at }) => Date.parse(at));
const most = (desk: TestDesk): number => mostIn(arrivals(desk, 'licensing.licenseAssignments.insert'), 1000);

function addRows(desk: TestDesk, rows: ReturnType<typeof people>): void {
  const cells = desk.host.state.sheets.find(({ name }) => name === 'Users')?.cells ?? [];
  const headers = (cells[0] ?? []).map((cell) => String(cell?.value ?? ''));
  const empty = cells.findIndex((line, i) => i > 0 && !line.some((cell) => cell !== null && cell.value !== ''));
  const first = empty < 0 ? cells.length : empty;
  rows.forEach((row: Record<string, string>, i) => {
    cells[first + i] = headers.map((header) => ({ value: row[header] ?? '', format: '@' }));
  });
}

test('lanes try more than is documented, and what Google took is where the next run begins', () => {
  const desk = shopOf(80, 6);
  const before = desk.check().estimate;
  expect(before.says).toContain('Google allows 1 a second. It is faster if Google takes more.');
  expect(before.atMost).toBe(true);
  desk.run();
  expect(most(desk)).toBe(6);
  addRows(desk, people(60, 80));
  const plan = desk.check();
  expect(plan.rows).toBe(60);
  expect(plan.estimate.seconds).toBeLessThan(before.seconds / 3);
  const refused = desk.google.refused().length;
  const from = desk.google.writes().length;
  desk.run();
  expect(desk.google.refused().length - refused).toBeLessThanOrEqual(2);
  const first = desk.google
    .writes()
    .slice(from)
    .filter(({ op }) => op.startsWith('licensing.'))
    .slice(0, 12);
  expect(Date.parse(first[11]?.at ?? '') - Date.parse(first[0]?.at ?? '')).toBeLessThan(4_000);
  const ends = desk.rows().map((row) => row['Status']);
  expect([ends.filter((end) => end === 'Up to date').length, ends.filter((end) => end === 'Done').length]).toEqual([
    80, 60,
  ]);
});

test('the plan says the pace that was learned', () => {
  const desk = shopOf(80, 6);
  desk.checkAndRun();
  addRows(desk, people(80, 80));
  expect(desk.check().estimate.says).toMatch(
    /Giving licences: [4-6](\.\d)? a second, as many as Google was found to take\.(?! It is faster)/,
  );
});

test.each([
  ['some days later', (desk: TestDesk) => wait(desk, 4 * 24 * 3600)],
  [
    'in a copy of the spreadsheet',
    (desk: TestDesk) => {
      const { document } = desk.host.state.properties;
      document['pace:shop.example'] = String(document['pace:shop.example']).replace(
        '"project":"',
        '"project":"another',
      );
    },
  ],
])('it is forgotten %s', (_when, happens) => {
  const desk = shopOf(60, 6);
  desk.checkAndRun();
  happens(desk);
  addRows(desk, people(40, 60));
  expect(desk.check().estimate.says).toContain('Google allows 1 a second');
});

test('at the documented pace no second has more than Google documents, whatever it would take', () => {
  const desk = shopOf(40, 6, { jitter: 0 });
  desk.host.state.properties.document['setting:pace'] = 'documented';
  const { estimate } = desk.checkAndRun();
  expect(estimate.says).toContain('Google allows 1 a second.');
  expect(estimate.says).not.toContain('faster');
  expect(most(desk)).toBe(1);
  expect(mostIn(arrivals(desk, 'directory.users.insert'), 1000)).toBeLessThanOrEqual(10);
  expect(desk.rows().every((row) => row['Status'] === 'Done')).toBe(true);
});

test('the menu says the pace, and changes it where a person wants that', () => {
  const desk = shopOf(1, 'documented');
  desk.host.answers.push('NO');
  desk.host.call('switchPace', [], 'menu');
  expect(desk.host.shown.alerts.join('\n')).toContain('sends more where Google takes more');
  expect(desk.host.state.properties.document['setting:pace']).toBeUndefined();
  desk.host.answers.push('YES');
  desk.host.call('switchPace', [], 'menu');
  expect(desk.host.shown.toasts.join('\n')).toContain('never sends more than Google documents');
  expect(desk.host.state.properties.document['setting:pace']).toBe('documented');
});

test('a quota that falls in mid-run costs no row', () => {
  const desk = shopOf(120, 'documented', {
    quotas: 'licences=off',
    jitter: 80,
    switches: { quotaChange: '30:licences=2' },
  });
  desk.checkAndRun();
  expect(desk.google.refused('licensing.licenseAssignments.insert').length).toBeGreaterThan(0);
  expect(desk.rows().map((row) => row['Status'])).toEqual(people(120).map(() => 'Done'));
});
