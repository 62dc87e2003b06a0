import type { TestDeskOptions } from '../sandbox-desk';
import { account, flexible, open, sent } from './reseller';

/** A number of seats is ordered as it was meant, or asked about. */

const domainOf = (at: number) => `c${String(at)}.example`;
const key = (at: number) => `Subscriptions!${domainOf(at)}/Enterprise Standard`;

/** A customer for each text, whose row orders so many seats. */
function desk(texts: readonly string[], options: TestDeskOptions['options'] = {}) {
  return open(
    {
      subscriptions: texts.map((Seats, at) => ({
        Customer: domainOf(at),
        Product: 'Enterprise Standard',
        Plan: 'Annual, paid yearly',
        Seats,
      })),
    },
    texts.map((_, at) => account(domainOf(at), { subscriptions: [flexible('1010050001', 2)] })),
    options,
  );
}

test('one mark before three digits is asked about, whatever the country', () => {
  const texts = ['10.000', '10,000', '1.000', '1,200', '999.999', '1.234'];
  const opened = desk(texts);
  opened.checkAndRun();
  for (const [at, text] of texts.entries()) {
    const [few = '', rest = ''] = text.split(/[.,]/);
    expect(opened.row(key(at))).toMatchObject({ Status: 'Needs you' });
    expect(opened.note(key(at), 'Seats')).toContain(
      `may be ${few}${rest} seats, or ${few} with decimals. Write ${few}${rest} or ${few}, without a mark.`,
    );
  }
  expect(sent(opened, 'reseller.subscriptions.insert')).toEqual([]);
});

test('what can be read in one way only is ordered', () => {
  const texts = ['10000', '10 000', '10\u00A0000', '10\u202F000', "10'000", '10’000', '10,000.00', '10.000,00'];
  const opened = desk(texts);
  opened.checkAndRun();
  expect(sent(opened, 'reseller.subscriptions.insert').map(({ body }) => body)).toEqual(
    texts.map(() => expect.objectContaining({ seats: { numberOfSeats: 10_000 } })),
  );
});

test('the plan names seats and plan of an order', () => {
  const { lines } = desk(['10 000']).check();
  expect(lines).toMatchObject([{ detail: expect.stringContaining('(annual plan paid yearly, 10000 seats, renews') }]);
});

test('anything else is no number of seats', () => {
  const texts = ['0.500', '1,20,000', '1.0000', '12.5', '1.200.00', '1,2', '10.000.00', '−5', '1.000,000', '1E+04'];
  const opened = desk(texts);
  opened.checkAndRun();
  for (const at of texts.keys())
    expect(opened.note(key(at), 'Seats')).toMatch(/is no number of seats|has made a number/);
  expect(sent(opened, 'reseller.subscriptions.insert')).toEqual([]);
});

test.each(['en_US', 'de_DE', 'pl_PL'])('%s: a cell that holds 10000 is no doubt, however it is shown', (locale) => {
  const formats = ['', '#,##0', '#,##0.00', '0.00E+00'];
  const opened = desk(
    formats.map((_, at) => `held ${String(at)}`),
    { switches: { locale } },
  );
  const cells = opened.host.state.sheets.flatMap((sheet) => sheet.cells.flat());
  for (const [at, format] of formats.entries())
    Object.assign(cells.find((cell) => cell?.value === `held ${String(at)}`) ?? {}, { value: 10_000, format });
  opened.checkAndRun();
  expect(sent(opened, 'reseller.subscriptions.insert').map(({ body }) => body)).toEqual(
    formats.map(() => expect.objectContaining({ seats: { numberOfSeats: 10_000 } })),
  );
});
