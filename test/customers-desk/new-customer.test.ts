import { answer, boss, call, form, lines, open, tenant } from './partner';

const administrator = { adminEmail: 'Root@acme.example', firstName: 'Ada', lastName: 'Root' };
const order = {
  product: 'Google Workspace Business Starter',
  plan: 'Annual, paid monthly',
  seats: '25',
  renewal: 'Renew, same seats, monthly',
  purchaseOrder: '=1+1',
};

test.each(['kim@bücher.example', 'kim@xn--bcher-kva.example'])(
  'a form for a domain of other letters takes its administrator in both forms, and its rows run: %s',
  (adminEmail) => {
    const desk = open({});
    const more = { ...administrator, ...order, purchaseOrder: '', domain: 'bücher.example', adminEmail };
    const { complaints, keys } = call(desk, 'newCustomer', form(more));
    expect(complaints).toEqual([]);
    expect(keys).toEqual([
      'Customers!xn--bcher-kva.example',
      `Subscriptions!xn--bcher-kva.example/${order.product}`,
      'Users!kim@xn--bcher-kva.example',
    ]);
    desk.checkAndRun();
    expect(lines(desk, 'Users')[0]).toMatchObject({ Status: 'Done' });
  },
);

test('a form becomes rows of Customers, Subscriptions and Users below what is there, and nothing is sent to Google', () => {
  const desk = open({
    customers: [{ Domain: 'old.example', Notes: 'mine' }],
    // Boxes to tick stand below the last row too.
    users: [
      { Email: 'ana@old.example', 'Super admin': 'FALSE' },
      { 'Super admin': 'FALSE' },
      { 'Super admin': 'FALSE' },
    ],
    subscriptions: [{ Customer: 'old.example', Product: '1010020027' }],
  });
  const before = desk.google.writes().length;
  const made = call(desk, 'newCustomer', form({ ...administrator, ...order, phone: '+34600111222' }));
  expect(made.complaints).toEqual([]);
  expect(made.places).toEqual([
    { tab: 'Customers', row: 3 },
    { tab: 'Subscriptions', row: 3 },
    { tab: 'Users', row: 3 },
  ]);
  expect(made.keys).toEqual([
    'Customers!acme.example',
    'Subscriptions!acme.example/Google Workspace Business Starter',
    'Users!root@acme.example',
  ]);
  expect(lines(desk, 'Customers')[1]).toMatchObject({
    Domain: 'Acme.example',
    Type: 'Domain',
    Organisation: 'Acme',
    'Postal code': '04109',
    Country: 'Germany',
    Phone: '+34600111222',
    Notes: '',
    Status: '',
  });
  expect(lines(desk, 'Subscriptions')[1]).toMatchObject({
    Customer: 'acme.example',
    Seats: '25',
    Renewal: 'Renew, same seats, monthly',
    'PO number': '=1+1',
  });
  expect(lines(desk, 'Users')[1]).toMatchObject({
    Email: 'Root@acme.example',
    'First name': 'Ada',
    'Super admin': 'TRUE',
  });
  expect(lines(desk, 'Customers')[0]).toMatchObject({ Domain: 'old.example', Notes: 'mine' });
  expect(desk.google.writes()).toHaveLength(before);
});

test('a customer that is there already is refused at its domain, and nothing is written', () => {
  const desk = open({ customers: [{ Domain: 'acme.EXAMPLE' }] });
  const made = call(desk, 'newCustomer', form({ ...administrator, ...order }));
  expect(made.complaints).toEqual([{ field: 'domain', says: expect.stringContaining('row 2 of Customers') }]);
  expect([lines(desk, 'Customers').length, lines(desk, 'Subscriptions').length, lines(desk, 'Users').length]).toEqual([
    1, 0, 0,
  ]);
});

test('several teams may use one domain', () => {
  const team = { type: 'Team', alternateEmail: '', primaryAdmin: 'bo@acme.example' };
  const desk = open({ customers: [{ Domain: 'acme.example', Type: 'Team', 'Primary admin': 'ana@acme.example' }] });
  expect(call(desk, 'newCustomer', form(team)).keys).toEqual(['Customers!acme.example/bo@acme.example']);
  expect(call(desk, 'newCustomer', form(team)).complaints).toHaveLength(1);
});

test.each([
  ['domain', { domain: 'www.acme.example' }, 'www.'],
  ['domain', { domain: '' }, 'needed'],
  ['organisation', { organisation: '  ' }, 'needed'],
  ['alternateEmail', { alternateEmail: 'it@acme.example' }, 'own domain'],
  ['country', { country: 'Spein' }, 'Spain'],
  ['language', { language: 'Klingon' }, 'Klingon'],
  ['phone', { phone: '12' }, ''],
  ['primaryAdmin', { type: 'Team', primaryAdmin: 'ana@other.example' }, 'acme.example'],
  ['adminEmail', { ...administrator, adminEmail: 'root@other.example' }, 'customer’s domain'],
  ['adminEmail', { ...administrator, type: 'Team', primaryAdmin: 'ana@acme.example' }, 'Primary admin'],
  ['lastName', { ...administrator, lastName: '' }, 'needed'],
  ['product', { ...order, product: 'Workspace Gold' }, 'Workspace Gold'],
  ['product', { ...order, type: 'Team', primaryAdmin: 'ana@acme.example' }, 'Essentials'],
  ['seats', { ...order, seats: 'many' }, 'many'],
  ['plan', { ...order, plan: '' }, 'needed'],
] as const)('what is wrong with %s comes back at that field: %j', (field, more, words) => {
  const desk = open();
  const { complaints, keys } = call(desk, 'newCustomer', form(more));
  expect(complaints.filter((one) => one.field === field).map(({ says }) => says)).toEqual([
    expect.stringContaining(words),
  ]);
  expect(keys).toEqual([]);
  expect(lines(desk, 'Customers')).toEqual([]);
});

test('rows that are there for it already stay as they are, and it is said', () => {
  const desk = open({
    users: [{ Email: 'root@acme.example', 'First name': 'Own' }],
    subscriptions: [{ Customer: 'acme.example', Product: '1010020027', Seats: '3' }],
  });
  const made = call(desk, 'newCustomer', form({ ...administrator, ...order }));
  expect(made.places).toEqual([{ tab: 'Customers', row: 2 }]);
  expect(made.says).toContain('row 2 of Users');
  expect(lines(desk, 'Subscriptions')).toMatchObject([{ Seats: '3' }]);
});

test('a form of another shape is refused, and nothing is written', () => {
  const desk = open();
  for (const sent of [null, 'acme', { domain: 7, organisation: ['x'] }])
    expect(answer(desk, 'newCustomer', sent)).toMatchObject({ ok: false, code: 'badArgument' });
  expect(lines(desk, 'Customers')).toEqual([]);
});

test('somebody who administers nothing writes nothing', () => {
  const desk = open({}, { tenant: { ...tenant(), signedInAs: boss } });
  desk.host.become('friend@mail.example');
  expect(answer(desk, 'newCustomer', form())).toMatchObject({ ok: false });
  expect(lines(desk, 'Customers')).toEqual([]);
});

test('the choices leave out countries that are not resold in', () => {
  const desk = open();
  call(desk, 'setCustomerRules', { publicId: 'C0pub', countries: 'Spain, fr', letPeopleThrough: false });
  const choices = call(desk, 'getCustomerChoices');
  expect(choices.countries).toEqual(['France', 'Spain']);
  expect(choices.products.find(({ name }) => name === 'Google Workspace Business Starter')).toEqual({
    name: 'Google Workspace Business Starter',
    forTeams: false,
  });
});
