import {
  account,
  at,
  expectNothingLeft,
  flexible,
  newCustomer,
  open,
  order,
  someone,
  starter,
  withOthers,
  wrote,
} from './reseller';

/** Domains and addresses that are not what they look like: each row says which cell is meant and what to write. */

const acme = 'acme.example';
const brand = 'brand.example';
const two = [
  { domainName: acme, isPrimary: true, verified: true },
  { domainName: brand, verified: true },
];

describe('A domain that is another account’s further one', () => {
  test.each([
    ['as a domain of a customer of ours', account(acme, { domains: two })],
    ['as a domain of somebody else’s', withOthers(acme, { domains: two })],
    ['as a domain alias', account(acme, { domainAliases: [{ domainAliasName: brand, parentDomainName: acme }] })],
  ])('%s is no customer, and the row does not ask for a token', (_how, there) => {
    const desk = open({ customers: [newCustomer(brand)] }, [there]);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(`Customers!${brand}`)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(
        /brand\.example is a further domain or a domain alias of an account.*primary domain/,
      ),
    });
    expect(desk.row(`Customers!${brand}`)['Details']).not.toContain('token');
  });
});

test('a domain with a dot behind it says that the dot is too much', () => {
  const desk = open({ customers: [newCustomer(`${acme}.`)] });
  desk.check();
  expect(desk.row(`Customers!${acme}.`)['Details']).toMatch(/ends with a dot.*without it, as acme\.com/);
});

test('addresses on domains of other letters are taken in both forms', () => {
  const desk = open({
    customers: [
      newCustomer('bücher.example', { 'Alternate email': 'kim@müller.example' }),
      newCustomer('größe.example', { Type: 'Team', 'Alternate email': '', 'Primary admin': 'kim@größe.example' }),
      newCustomer('straße.example', { 'Alternate email': 'kim@straße.example' }),
    ],
  });
  desk.checkAndRun();
  expect(desk.row('Customers!xn--bcher-kva.example')['Status']).toBe('Done');
  expect(at(desk, 'xn--bcher-kva.example').customer.alternateEmail).toBe('kim@xn--mller-kva.example');
  expect(at(desk, 'xn--gre-6ka8i.example').customer.primaryAdmin).toEqual({
    primaryEmail: 'kim@xn--gre-6ka8i.example',
  });
  expect(desk.row('Customers!xn--strae-oqa.example')['Details']).toMatch(/on the customer's own domain/);
  expectNothingLeft(desk);
});

describe('What Google does not take of an address', () => {
  test('is said at its cell: a postal code that does not fit the country', () => {
    const desk = open({ customers: [newCustomer(acme, { 'Postal code': '1234' })] });
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(`Customers!${acme}`)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/does not take the postal code "1234".*Country/),
    });
    expect(desk.needs()).toMatchObject([{ cell: 'H2' }]);
  });

  test('is said at its cell: a country that it does not sell to', () => {
    const desk = open({ customers: [newCustomer(acme, { Country: 'Iran', 'Postal code': '11369' })] });
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(`Customers!${acme}`)['Details']).toMatch(/does not take the country Iran/);
    expect(desk.needs()).toMatchObject([{ cell: 'I2' }]);
  });

  test('is said at its cell of a customer that is there, too', () => {
    const desk = open({ customers: [{ Domain: acme, 'Postal code': '1234' }] }, [account(acme)]);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.needs()).toMatchObject([{ cell: 'H2', says: expect.stringContaining('postal code "1234"') }]);
  });
});

test('an account that the Directory does not know for a minute gets its first administrator all the same', () => {
  const desk = open(
    {
      customers: [newCustomer(acme)],
      subscriptions: [order(acme)],
      users: [someone(`ana@${acme}`, { 'Super admin': 'yes', Licences: 'Business Starter' })],
    },
    [],
    { switches: { customerPropagation: '60' } },
  );
  desk.checkAndRun();
  expect(desk.row(`ana@${acme}`)).toMatchObject({
    Status: 'Done',
    Details: expect.stringMatching(/Created the user.*made super administrator/),
  });
  expect(desk.row(`Customers!${acme}`)['Details']).toMatch(/told it@acme\.home\.example how to accept the terms/);
  expectNothingLeft(desk);
});

test('terms that wait at a customer who has administrators of its own are not said to wait for nobody', () => {
  const waiting = flexible(starter, 10, { status: 'SUSPENDED', suspensionReasons: ['PENDING_TOS_ACCEPTANCE'] });
  const desk = open({ customers: [{ Domain: acme }], subscriptions: [order(acme, { Seats: '10' })] }, [
    account(acme, { acceptedTerms: false, subscriptions: [waiting] }),
  ]);
  desk.checkAndRun();
  expect(desk.row(`Customers!${acme}`)).toMatchObject({
    Status: 'Up to date',
    Details: expect.stringMatching(/^The terms wait for an administrator of acme\.example.*Customers › Overview/),
  });
});
