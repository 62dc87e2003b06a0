import { admin, openGoogle, person, shop, type Google } from './google';

const ana = 'ana@shop.example';
const open = (users: object[] = []) => openGoogle({ accounts: [shop({ users: [{ primaryEmail: ana }, ...users] })] });
const update = ({ call }: Google, body: object, userKey = ana) => call('directory.users.update', { userKey }, body);
const shown = ({ call }: Google, params: Record<string, string> = {}) =>
  call('directory.users.get', { userKey: ana, ...params }).value;

const whole = {
  organizations: [
    { title: 'Buyer', department: 'Sales', costCenter: '47', description: 'staff', type: 'work', primary: true },
    { name: 'Evening school', type: 'school' },
  ],
  phones: [
    { type: 'work', value: '+49 30 1', primary: true },
    { type: 'mobile', value: '0170' },
  ],
  addresses: [{ type: 'work', formatted: 'Main street 1, Berlin', locality: 'Berlin', postalCode: '10115' }],
  locations: [{ type: 'desk', area: 'desk', buildingId: 'HQ', floorName: '3', deskCode: '3.14' }],
  externalIds: [
    { type: 'organization', value: '4711' },
    { type: 'custom', customType: 'payroll', value: '9' },
  ],
  relations: [{ type: 'manager', value: admin }],
  websites: [{ type: 'blog', value: 'https://ana.example' }],
  ims: [{ type: 'work', protocol: 'jabber', im: 'ana' }],
  keywords: [{ type: 'occupation', value: 'buying' }],
  gender: { type: 'other' },
  notes: { contentType: 'text_plain', value: 'left-handed' },
};

test('every field of the profile is given back as it was sent, by update and with a new user', () => {
  const google = open();
  expect(update(google, whole).value).toMatchObject(whole);
  expect(shown(google)).toMatchObject(whole);
  google.call('directory.users.insert', {}, person('bo@shop.example', whole));
  google.wait(10);
  expect(google.call('directory.users.get', { userKey: 'bo@shop.example' }).value).toMatchObject(whole);
});

test('lists are replaced whole: who sends one entry keeps one', () => {
  const google = open();
  update(google, whole);
  update(google, { phones: [{ type: 'home', value: '5' }] });
  expect(shown(google)).toMatchObject({ phones: [{ type: 'home', value: '5' }], relations: whole.relations });
});

test('other addresses stand beside the own ones, which may be sent back with them', () => {
  const google = open();
  update(google, { emails: [{ type: 'home', address: 'ana@home.example' }] });
  const emails = shown(google)['emails'];
  expect(emails).toEqual([
    { address: ana, primary: true },
    { address: `${ana}.test-google-a.com` },
    { type: 'home', address: 'ana@home.example' },
  ]);
  update(google, { emails });
  expect(shown(google)['emails']).toEqual(emails);
});

test.each<[string, object]>([
  ['organizations', { organizations: [{ title: 'x'.repeat(10_300) }] }],
  ['phones', { phones: [{ type: 'work', value: '1'.repeat(1100) }] }],
  ['relations', { relations: [{ type: 'manager', value: 'x'.repeat(2100) }] }],
  ['phones', { phones: [{ type: 'work' }] }],
  ['phones', { phones: ['030'] }],
  ['phones', { phones: [{ type: 'office', value: '1' }] }],
  ['phones', { phones: [1, 2].map((value) => ({ type: 'work', value: String(value), primary: true })) }],
  ['locations', { locations: [{ type: 'desk', buildingId: 'HQ' }] }],
  ['relations', { relations: [{ type: 'boss', value: admin }] }],
  ['externalIds', { externalIds: [{ type: 'custom', value: '1' }] }],
  ['externalIds', { externalIds: [{ type: 'organization' }] }],
  ['emails', { emails: [{ type: 'home', address: 'ana at home' }] }],
  ['emails', { emails: [{ type: 'home' }] }],
  ['notes', { notes: { value: 'x'.repeat(1100) } }],
])('%s that Google does not take are refused: %j', (field, body) => {
  const google = open();
  expect(update(google, { suspended: true, ...body })).toMatchObject({
    status: 400,
    reason: 'invalid',
    message: `Invalid Input: ${field}`,
  });
  expect(shown(google)).toMatchObject({ suspended: false });
  expect(google.call('directory.users.insert', {}, person('bo@shop.example', body))).toMatchObject({ status: 400 });
});

test('types that the reference does not list are taken where the switch says so; a list must be one in any case', () => {
  const google = open();
  google.google.control.setSwitch('profileTypes', 'any');
  expect(update(google, { phones: [{ type: 'office', value: '1' }] }).status).toBe(200);
  expect(update(google, { phones: { value: '1' } })).toMatchObject({ status: 400, reason: 'badRequest' });
});

test('colleagues see name, addresses, organization, phones and place, and nothing else', () => {
  const google = open([{ primaryEmail: 'bo@shop.example' }]);
  update(google, { ...whole, recoveryPhone: '+4930123456' });
  const asked = { userKey: ana, viewType: 'domain_public' };
  const { value, status } = google.call('directory.users.get', asked, undefined, 'bo@shop.example');
  expect(status).toBe(200);
  expect(value).toMatchObject({ phones: whole.phones, organizations: whole.organizations, locations: whole.locations });
  for (const field of ['relations', 'externalIds', 'recoveryPhone', 'isAdmin', 'suspended', 'notes', 'orgUnitPath'])
    expect(value).not.toHaveProperty(field);
});

describe('searching', () => {
  const people = [
    { primaryEmail: 'bo@shop.example', relations: [{ type: 'manager', value: ana }] },
    { primaryEmail: 'cy@shop.example', relations: [{ type: 'manager', value: 'bo@shop.example' }] },
    { primaryEmail: 'di@shop.example', relations: [{ type: 'manager', value: 'ed@shop.example' }] },
    { primaryEmail: 'ed@shop.example', relations: [{ type: 'manager', value: 'di@shop.example' }] },
  ];

  test.each<[string, unknown]>([
    ['orgDepartment=Sales', ['ana']],
    ['orgTitle:buyer', ['ana']],
    ['orgCostCenter=47', ['ana']],
    ["orgName:'evening school'", ['ana']],
    ["orgName:'school evening'", []],
    ['orgDescription=staff', ['ana']],
    ["phone='+49 30 1'", ['ana']],
    ['externalId=4711', ['ana']],
    ['im:ana', ['ana']],
    ['address:berlin', ['ana']],
    ['addressLocality=Berlin addressPostalCode=10115', ['ana']],
    [`directManager='${ana}'`, ['bo']],
    [`manager='${ana}'`, ['bo', 'cy']],
    ["manager='di@shop.example'", ['di', 'ed']],
    ['phone:0170', 400],
    ['manager:ana', 400],
    ['address=Berlin', 400],
    ['orgTitle:Buy*', 400],
  ])('%s', (query, expected) => {
    const google = open(people);
    update(google, whole);
    const { value, status } = google.call('directory.users.list', { customer: 'my_customer', query });
    const users = (value['users'] ?? []) as unknown as { primaryEmail: string }[];
    expect(status === 200 ? users.map(({ primaryEmail }) => primaryEmail.split('@')[0]) : status).toEqual(expected);
  });
});
