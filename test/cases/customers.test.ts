import { openDesk } from '../sandbox-desk';
import {
  account,
  expectNothingLeft,
  flexible,
  newCustomer,
  open,
  order,
  sent,
  sold,
  standard,
  statuses,
  tenant,
  withOthers,
} from '../new-customers/reseller';

/**
 * Troubles with customers that resellers reported in public, each as one wrote it. Ten thousand or ten with decimals is
 * held in `new-customers/seats`.
 */

test('a transfer sends the seats that the plan takes, and nothing of what Google counts by itself', () => {
  const subscription = { ...flexible(standard, 9), seats: { maximumNumberOfSeats: 9, licensedNumberOfSeats: 1 } };
  const desk = open(
    {
      customers: [{ Domain: 'mover.example', 'Transfer token': 'feed0123cafe4567' }],
      subscriptions: [order('mover.example', { Product: 'Business Standard', Seats: '9' })],
    },
    [withOthers('mover.example', { subscriptions: [subscription] })],
  );
  desk.checkAndRun();
  expect(sent(desk, 'reseller.subscriptions.insert').map(({ body }) => body)).toEqual([
    expect.objectContaining({ skuId: standard, seats: { maximumNumberOfSeats: 9 } }),
  ]);
  expect(sold(desk, 'mover.example')).toEqual({ [standard]: 9 });
  expectNothingLeft(desk);
});

test('a primary domain that was changed: the new one is the customer, the old one is told with its Customer ID', () => {
  const renamed = (now: string, before: string) => account(now, { domains: domains(now, before) });
  const desk = open(
    {
      customers: [
        { Domain: 'newone.example', 'Customer ID': 'C0newone' },
        { Domain: 'oldtwo.example', 'Customer ID': 'C0newtwo' },
        { Domain: 'oldthree.example', 'Customer ID': '' },
      ],
      subscriptions: [order('newone.example', { Seats: '12' })],
    },
    [
      renamed('newone.example', 'oldone.example'),
      renamed('newtwo.example', 'oldtwo.example'),
      renamed('newthree.example', 'oldthree.example'),
    ],
  );
  desk.checkAndRun();
  expect(statuses(desk)).toEqual({
    'newone.example': 'Up to date',
    'oldtwo.example': 'Needs you',
    'oldthree.example': 'Needs you',
    'newone.example/Business Starter': 'Done',
  });
  const told = (domain: string) => desk.row(`Customers!${domain}`)['Details'];
  expect(told('oldtwo.example')).toMatch(/C0newtwo has the domain newtwo\.example.*write the present one into Domain/);
  expect(told('oldthree.example')).toContain('oldthree.example does not exist yet');
  expect(sent(desk, 'reseller.customers.insert')).toEqual([]);
});

function domains(primary: string, second: string): readonly object[] {
  return [
    { domainName: primary, isPrimary: true, verified: true },
    { domainName: second, isPrimary: false, verified: true },
  ];
}

test('what means nothing, a day or an address in the cells of a new customer is asked about, not sent', () => {
  const cases: readonly (readonly [cells: Readonly<Record<string, string>>, says: RegExp])[] = [
    [{ 'Contact name': 'n/a' }, /Contact name: .*stands for no value/],
    [{ 'Contact name': 'own@else.example' }, /Contact name: .*is an address/],
    [{ Organisation: '\u2033' }, /Organisation: .*the cell above/],
    [{ Organisation: 'Smith &amp; Co' }, /\(&amp;\)/],
    [{ City: '12.03.1990' }, /City: .*is a day/],
    [{ City: '?' }, /City: .*stands for no value/],
    [{ Country: 'n/a' }, /names no country/],
    [{ 'Transfer token': '1.23E+15' }, /has made a number of the token/],
    [{ 'Transfer token': 'n/a' }, /no transfer token/],
    [{ 'Alternate email': 'Con Tact <own@else.example>' }, /Write own@else\.example, without/],
    [{ Phone: '+49 30 1234567 / +49 30 1234568' }, /\+49301234567 or \+49301234568/],
    [{ Domain: 'd\u043ec.example' }, /Cyrillic letter \u043e/],
  ];
  const headers = [...new Set(cases.flatMap(([cells]) => [...Object.keys(newCustomer('')), ...Object.keys(cells)]))];
  const rows = cases.map(([cells], at) => ({ ...newCustomer(`new${String(at)}.example`), ...cells }));
  const lines = rows.map((row: Readonly<Record<string, string>>) => headers.map((header) => `"${row[header] ?? ''}"`));
  const desk = openDesk({
    tenant: tenant(),
    users: 'Email,First name,Last name',
    tabs: { Customers: [headers, ...lines].map((line) => line.join(',')).join('\n') },
  });
  desk.checkAndRun();
  desk.rows('Customers').forEach(({ Status, Details = '' }, at) => {
    const [cells, says] = cases[at] ?? [{}, /x/];
    expect({ cells, Status, Details }).toEqual({ cells, Status: 'Needs you', Details: expect.stringMatching(says) });
  });
  expect(sent(desk, 'reseller.customers.insert')).toEqual([]);
});

test('codes of an order that stand for nothing are asked about', () => {
  const cases = [{ 'PO number': 'n/a' }, { 'Deal code': 'TBD' }, { 'PO number': 'PO 12/3', 'Deal code': 'SPRING-24' }];
  const desk = open({
    customers: cases.map((_, at) => newCustomer(`new${String(at)}.example`)),
    subscriptions: cases.map((more, at) => order(`new${String(at)}.example`, more)),
  });
  desk.checkAndRun();
  expect(sent(desk, 'reseller.subscriptions.insert').map(({ params }) => params['customerId'])).toHaveLength(1);
  for (const at of [0, 1]) expect(statuses(desk)[`new${String(at)}.example/Business Starter`]).toBe('Needs you');
});
