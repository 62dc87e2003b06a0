import { account, newCustomer, open, order, someone, statuses, at, expectNothingLeft } from './reseller';

/** Customers and people whose domain or address is written as it is where they live. */

const ascii = 'xn--mller-kva.example';
const { customer, ...rest } = account(ascii);
const mueller = { ...rest, customer: { ...customer, id: 'C0mueller1' } };

test('a domain is the same in both spellings, on every tab', () => {
  const desk = open(
    {
      customers: [{ Domain: 'Müller.example' }],
      subscriptions: [order('müller.example', { Seats: '12' })],
      users: [someone('ana@müller.example'), someone(`bo@${ascii}`), someone('cy@MÜLLER.example')],
    },
    [mueller],
  );
  desk.checkAndRun();
  expect(Object.values(statuses(desk))).toEqual(['Up to date', 'Done', 'Done', 'Done', 'Done']);
  const people = at(desk, ascii).users?.map(({ primaryEmail }) => primaryEmail);
  expect(people).toEqual(expect.arrayContaining([`ana@${ascii}`, `bo@${ascii}`, `cy@${ascii}`]));
  expect(desk.row(`ana@${ascii}`)['Email']).toBe('ana@müller.example');
  expectNothingLeft(desk);
});

test('a new customer of such a domain is made once, whichever spelling its rows have', () => {
  const desk = open({
    customers: [newCustomer('bücher.example', { 'Alternate email': 'it@home.example' })],
    subscriptions: [order('xn--bcher-kva.example')],
  });
  desk.checkAndRun();
  expect(at(desk, 'xn--bcher-kva.example').subscriptions).toHaveLength(1);
});

test('one address in both spellings is said to stand there twice', () => {
  const desk = open({ users: [someone('ana@müller.example'), someone(`ana@${ascii}`)] }, [mueller]);
  desk.check();
  expect(desk.rows().map((row) => row['Status'])).toEqual(['Ready', 'Needs you']);
  expect(desk.google.writes()).toEqual([]);
});

test('an address on a domain alias of a customer is sent to the domain that takes people', () => {
  const domains = [
    {
      domainName: 'acme.example',
      isPrimary: true,
      verified: true,
      domainAliases: [{ domainAliasName: 'acme.shop.example', parentDomainName: 'acme.example', verified: true }],
    },
  ];
  const desk = open({ users: [someone('ana@acme.shop.example'), someone('bo@acme.example')] }, [
    account('acme.example', { domains }),
  ]);
  desk.check();
  expect(statuses(desk)['bo@acme.example']).toBe('Ready');
  expect(desk.row('ana@acme.shop.example')['Details']).toContain('acme.shop.example is a domain alias of acme.example');
});

test('a postal code that does not fit its country is remarked on, and the customer is made', () => {
  const desk = open({
    customers: [
      newCustomer('acme.example', { Country: 'Niederlande', 'Postal code': '10115' }),
      newCustomer('beta.example', { Country: 'Deutschland', 'Postal code': '1067' }),
      newCustomer('gamma.example', { Country: 'イギリス', 'Postal code': 'SW1A 1AA' }),
    ],
  });
  desk.check();
  const details = (domain: string): string => desk.row(`Customers!${domain}`)['Details'] ?? '';
  expect(Object.values(statuses(desk))).toEqual(['Ready', 'Ready', 'Ready']);
  expect(details('acme.example')).toContain('does not look like one of Netherlands, which are written as 1234 EF');
  expect(details('beta.example')).toContain('write 01067');
  expect(details('gamma.example')).not.toContain('look like');
});

test('a new customer where there are no postal codes is told what to write', () => {
  const row = newCustomer('acme.example', { Country: 'Hongkong', 'Postal code': '' });
  const desk = open({ customers: [row], subscriptions: [order('acme.example')] });
  desk.check();
  expect(desk.row('Customers!acme.example')['Details']).toContain('write 00000');
  desk.type('Customers!acme.example', 'Postal code', '00000');
  desk.checkAndRun();
  expect(at(desk, 'acme.example').customer.customerDomain).toBe('acme.example');
});

test('a domain of other letters is said as people write it: in Details, notes, the plan and the mail; Google gets the other form', () => {
  const müller = 'müller.example';
  const desk = open({
    customers: [
      newCustomer(müller),
      newCustomer('bücher.example', { Type: 'Team', 'Alternate email': '', 'Primary admin': 'kim@other.example' }),
      // The first letter is Cyrillic: said as it looks, it would be another domain.
      newCustomer('xn--cme-5cd.example', { Type: 'Team', 'Alternate email': '', 'Primary admin': 'kim@other.example' }),
    ],
    subscriptions: [order(müller)],
    users: [someone(`kim@${müller}`, { 'Super admin': 'yes' }), someone(`ana@${müller}`)],
  });
  const { lines } = desk.check();
  expect(JSON.stringify(lines)).toContain(müller);
  expect(JSON.stringify(lines)).not.toContain('xn--mller');
  desk.run();
  expect(desk.row(`Subscriptions!${ascii}/Business Starter`)['Details']).toContain(
    `an administrator of ${müller} signs`,
  );
  expect(desk.row(`ana@${ascii}`)['Details']).toContain(`${müller} has not accepted`);
  expect(desk.note('Customers!xn--bcher-kva.example/kim@other.example', 'Primary admin')).toContain(
    'domain, bücher.example.',
  );
  expect(desk.row('Customers!xn--cme-5cd.example/kim@other.example')['Details']).toContain('xn--cme-5cd.example');
  expect(desk.host.state.mails).toMatchObject([
    {
      subject: expect.stringContaining(müller),
      body: expect.stringContaining(`Sign in at https://admin.google.com as kim@${ascii}`),
    },
  ]);
  expect(at(desk, ascii).customer.customerDomain).toBe(ascii);
});
