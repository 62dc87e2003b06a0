import {
  acceptTerms,
  at,
  expectNothingLeft,
  fail,
  newCustomer,
  open,
  order,
  sent,
  sold,
  someone,
  standard,
  starter,
  statuses,
  withOthers,
  wrote,
} from './reseller';

/** A new customer from the first row to the last, in whatever order the rows stand. */

const acme = 'acme.example';
const rows = {
  customers: [newCustomer(acme, { Language: 'German' })],
  subscriptions: [order(acme)],
  users: [someone(`ana@${acme}`, { Licences: 'Business Starter' }), someone(`root@${acme}`, { 'Super admin': 'yes' })],
};

test('look first, then act: a free domain is looked up and made, in the language of the row before anybody comes', () => {
  const desk = open(rows);
  desk.check();
  expect(desk.google.writes()).toEqual([]);
  expect(desk.google.reads('reseller.customers.get').map(({ params }) => params['customerId'])).toEqual([acme]);
  const ops = wrote(desk, () => desk.run());
  expect(ops[0]).toBe('customers.insert');
  expect(ops.indexOf('customers.patch')).toBeLessThan(ops.indexOf('users.insert'));
  expect([...ops].sort()).toEqual([
    'customers.insert',
    'customers.patch',
    'subscriptions.insert',
    'users.insert',
    'users.makeAdmin',
  ]);
  expect(at(desk, acme).customer.language).toBe('de');
  expect(statuses(desk)).toEqual({
    [acme]: 'Done',
    [`${acme}/Business Starter`]: 'Done',
    [`root@${acme}`]: 'Done',
    [`ana@${acme}`]: 'Waiting',
  });
  expectNothingLeft(desk);
});

test('people come once terms are accepted and the domain is verified, not before', () => {
  const desk = open(rows);
  desk.checkAndRun();
  acceptTerms(desk, acme, false);
  desk.checkAndRun();
  expect(desk.row(`ana@${acme}`)).toMatchObject({
    Status: 'Waiting',
    Details: expect.stringContaining('is not verified yet'),
  });
  acceptTerms(desk, acme);
  desk.checkAndRun();
  expect(desk.row(`ana@${acme}`)).toMatchObject({
    Status: 'Done',
    Details: expect.stringContaining('Business Starter'),
  });
  expect(desk.row(`Customers!${acme}`)).toMatchObject({ Terms: 'accepted', 'Domain verified': 'yes' });
  expectNothingLeft(desk);
});

test('the setting lets people through before terms and domain', () => {
  const desk = open(rows);
  desk.host.call('setCustomerRules', [{ publicId: '', countries: '', letPeopleThrough: true }], 'sidebar');
  desk.checkAndRun();
  expect(statuses(desk)[`ana@${acme}`]).toBe('Done');
});

test('the plan says all that the run writes, and the mail', () => {
  const desk = open(rows);
  const plan = desk.check();
  const said = plan.lines.map(({ count, says }) => `${count} ${says}`).sort();
  expect(said).toEqual([
    '1 create customers',
    '1 create users',
    '1 mail customers',
    '1 make super administrators',
    '1 order subscriptions',
    '1 set languages',
  ]);
  expect(desk.row(`Customers!${acme}`)['Details']).toMatch(
    /create the customer.*set the language to German.*send a mail to it@acme\.home\.example/i,
  );
  desk.run();
  expect(desk.host.state.mails).toHaveLength(1);
});

test('the first administrator’s licence waits for the order, however long that takes', () => {
  const desk = open({
    ...rows,
    users: [someone(`root@${acme}`, { 'Super admin': 'yes', Licences: 'Business Starter' })],
  });
  fail(desk, 'reseller.subscriptions.insert', { status: 503, reason: 'backendError', times: 2 });
  desk.checkAndRun();
  expect(desk.row(`root@${acme}`)).toMatchObject({
    Status: 'Done',
    Details: expect.stringContaining('Business Starter'),
  });
});

test('both ways to Google end alike', () => {
  const ends = ['parallel', 'advanced'].map((transport) => {
    const desk = open(
      {
        ...rows,
        customers: [...rows.customers, { Domain: 'moved.example', 'Transfer token': 'feed0123cafe4567' }],
        subscriptions: [...rows.subscriptions, order('moved.example', { Seats: '10' })],
      },
      [withOthers('moved.example')],
    );
    desk.host.state.properties.document['setting:transport'] = transport;
    desk.checkAndRun();
    const { mails } = desk.host.state;
    return {
      rows: statuses(desk),
      mails: mails.map(({ to, body }) => [to, body]),
      ops: [...desk.google.writes().map(({ op }) => op)].sort(),
      sold: sold(desk, 'moved.example'),
    };
  });
  expect(ends[0]?.rows).toMatchObject({ 'moved.example': 'Done', [acme]: 'Done' });
  expect(ends[1]).toEqual(ends[0]);
});

test('one mail tells the customer, and no further run sends another', () => {
  const desk = open(rows);
  desk.checkAndRun();
  desk.checkAndRun();
  expect(desk.row(`Customers!${acme}`)['Details']).not.toContain('may have been sent');
  acceptTerms(desk, acme);
  desk.checkAndRun();
  expect(desk.host.state.mails.map(({ to }) => to)).toEqual(['it@acme.home.example']);
});

test('an edition wished by a row is ordered once, also where the tab is sorted meanwhile', () => {
  const desk = open({
    customers: [newCustomer(acme), newCustomer('zeta.example')],
    subscriptions: [order('zeta.example', { Product: 'Business Standard' }), order(acme)],
  });
  desk.check();
  desk.host.edit.insertRows('Subscriptions', 2);
  desk.run();
  expect(sent(desk, 'reseller.subscriptions.insert')).toHaveLength(2);
  expect([sold(desk, acme), sold(desk, 'zeta.example')]).toEqual([{ [starter]: 5 }, { [standard]: 5 }]);
  expectNothingLeft(desk);
});

describe('Who is signed in', () => {
  test('somebody whose account sells nothing is told so at every row of customers, and writes nothing', () => {
    const desk = open(
      { customers: [newCustomer('free.example')], subscriptions: [order('free.example')] },
      [{ customer: { customerDomain: 'lone.example' }, users: [{ primaryEmail: 'root@lone.example', isAdmin: true }] }],
      { as: 'root@lone.example' },
    );
    desk.check();
    expect(desk.row('Customers!free.example')).toMatchObject({
      Status: 'Waiting',
      Details: expect.stringContaining(
        'lone.example is no reseller account: sign in as an administrator of your reseller account',
      ),
    });
    expect(statuses(desk)['free.example/Business Starter']).toBe('Waiting');
    expect(desk.google.writes()).toEqual([]);
  });

  test('a row of another reseller account waits for its administrator', () => {
    const desk = open({ customers: [newCustomer(acme, { 'Reseller account': 'others.example' })] });
    desk.check();
    expect(desk.row(`Customers!${acme}`)).toMatchObject({
      Status: 'Waiting',
      Details: expect.stringContaining('sign in as an administrator of others.example'),
    });
  });
});
