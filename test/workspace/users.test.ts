import { createHash } from 'node:crypto';
import { admin, openGoogle, person, shop, type Google } from './google';

const ana = 'ana@shop.example';

function withAna(more: object = {}, setting: Parameters<typeof openGoogle>[0] = {}): Google & { id: string } {
  const google = openGoogle(setting);
  const { value, status } = google.call('directory.users.insert', {}, person(ana, more));
  expect(status).toBe(200);
  google.wait(10);
  return { ...google, id: String(value['id']) };
}

describe('finding a user', () => {
  test('by address in any case, by alias and by id', () => {
    const { call, id } = withAna();
    call('directory.users.aliases.insert', { userKey: ana }, { alias: 'hello@shop.example' });
    for (const userKey of [ana, 'ANA@Shop.Example', 'hello@shop.example', id])
      expect(call('directory.users.get', { userKey }).value).toMatchObject({ id, primaryEmail: ana });
  });

  test('an unknown address in an own domain is 404, one in a foreign domain 403', () => {
    const { call } = openGoogle();
    expect(call('directory.users.get', { userKey: 'nobody@shop.example' })).toMatchObject({
      status: 404,
      reason: 'notFound',
      message: 'Resource Not Found: userKey',
    });
    expect(call('directory.users.get', { userKey: 'nobody@globex.example' })).toMatchObject({
      status: 403,
      reason: 'forbidden',
    });
    expect(call('directory.users.get', { userKey: '123456' })).toMatchObject({ status: 404 });
  });

  test('an address that another Google product uses is 403 to look up and 409 to create', () => {
    const { call } = openGoogle({ accounts: [shop({ takenElsewhere: [ana] })] });
    expect(call('directory.users.get', { userKey: ana })).toMatchObject({ status: 403 });
    expect(call('directory.users.insert', {}, person(ana))).toMatchObject({
      status: 409,
      reason: 'duplicate',
      message: 'Entity already exists.',
    });
    expect(call('directory.users.insert', { resolveConflictAccount: 'true' }, person(ana))).toMatchObject({
      status: 202,
    });
    expect(call('directory.users.list', { customer: 'my_customer' }).value['users']).toHaveLength(1);
  });

  test('a password is never given back', () => {
    const { call } = withAna();
    expect(JSON.stringify(call('directory.users.get', { userKey: ana, projection: 'full' }))).not.toContain('password');
  });
});

describe('creating a user', () => {
  test.each([
    ['no address', { primaryEmail: undefined }, 400, 'required', 'Missing required field: primaryEmail'],
    ['a malformed address', { primaryEmail: 'a..b@shop.example' }, 400, 'invalid', 'Invalid Input: primary_user_email'],
    [
      'a blank in the address',
      { primaryEmail: 'a b@shop.example' },
      400,
      'invalid',
      'Invalid Input: primary_user_email',
    ],
    [
      'a domain that is not in the account',
      { primaryEmail: 'a@globex.example' },
      403,
      'forbidden',
      'Not Authorized to access this resource/api',
    ],
    ['no family name', { name: { givenName: 'Ana' } }, 400, 'invalid', 'Invalid Given/Family Name: FamilyName'],
    [
      'a given name of 61 letters',
      { name: { givenName: 'x'.repeat(61), familyName: 'Bo' } },
      400,
      'invalid',
      'Invalid Given/Family Name: GivenName',
    ],
    ['no password', { password: undefined }, 400, 'invalid', 'Invalid Password'],
    ['a password of seven letters', { password: 'abcdefg' }, 400, 'invalid', 'Invalid Password'],
    ['a password of 101 letters', { password: 'x'.repeat(101) }, 400, 'invalid', 'Invalid Password'],
    ['a password beyond ASCII', { password: 'Pässwörter' }, 400, 'invalid', 'Invalid Password'],
    ['a hash that is none', { password: 'correct horse 9', hashFunction: 'SHA-1' }, 400, 'invalid', 'Invalid Password'],
    [
      'too many rounds',
      { password: `$6$rounds=99999$salt$${'a'.repeat(86)}`, hashFunction: 'crypt' },
      400,
      'invalid',
      'Invalid Password',
    ],
    [
      'an unknown hash function',
      { password: 'x'.repeat(32), hashFunction: 'rot13' },
      400,
      'invalid',
      'Invalid Input: hashFunction',
    ],
    ['an org unit that does not exist', { orgUnitPath: '/Nowhere' }, 400, 'invalid', 'Invalid Input: INVALID_OU_ID'],
    ['a recovery phone without a plus', { recoveryPhone: '030123456' }, 400, 'invalid', 'Invalid Input: recoveryPhone'],
    ['a field of the wrong type', { suspended: 'yes' }, 400, 'badRequest', "Invalid value at 'suspended' (TYPE_BOOL)"],
  ])('%s is refused and nothing is created', (_, more, ...[status, reason, message]) => {
    const { call } = openGoogle();
    const body = JSON.parse(JSON.stringify(person(ana, more))) as object;
    expect(call('directory.users.insert', {}, body)).toMatchObject({ status, reason, message });
    expect(call('directory.users.list', { customer: 'my_customer' }).value['users']).toHaveLength(1);
  });

  test('the password is kept as a salted hash of its UTF-8 text, a given hash with its function', () => {
    const { google, call, wait } = withAna();
    call('directory.users.insert', {}, person('bo@shop.example', { password: '0'.repeat(40), hashFunction: 'SHA-1' }));
    wait(10);
    const [, first, second] = google.tenant().accounts[0]!.users!;
    const hash = first!.passwordHash as { salt: string; sha256: string };
    expect(hash.sha256).toBe(createHash('sha256').update(`${hash.salt}correct horse 9`, 'utf8').digest('hex'));
    expect(second!.passwordHash).toEqual({ function: 'SHA-1', value: '0'.repeat(40) });
    expect(JSON.stringify(google.tenant())).not.toContain('correct horse');
  });

  test('an address that a user, an alias or a group has is 409', () => {
    const { call } = withAna(
      {},
      { accounts: [shop({ groups: [{ email: 'team@shop.example', aliases: ['crew@shop.example'] }] })] },
    );
    call('directory.users.aliases.insert', { userKey: ana }, { alias: 'hello@shop.example' });
    for (const email of [ana, 'hello@shop.example', 'team@shop.example', 'crew@shop.example']) {
      expect(call('directory.users.insert', {}, person(email))).toMatchObject({ status: 409, reason: 'duplicate' });
    }
  });

  test("isAdmin in the body changes nothing, the account's language is copied once and for all", () => {
    const { call, wait } = openGoogle();
    call('directory.customers.patch', { customerKey: 'my_customer' }, { language: 'de' });
    call('directory.users.insert', {}, person(ana, { isAdmin: true }));
    wait(10);
    call('directory.customers.patch', { customerKey: 'my_customer' }, { language: 'fr' });
    expect(call('directory.users.get', { userKey: ana }).value).toMatchObject({
      isAdmin: false,
      languages: [{ languageCode: 'de', preference: 'preferred' }],
    });
  });

  test('an unverified secondary domain takes no users, an unverified primary one does for 21 days', () => {
    const young = { id: 'C0new', customerDomain: 'new.example', customerCreationTime: '2026-02-20T00:00:00Z' };
    const account = {
      customer: young,
      domains: [
        { domainName: 'new.example', verified: false },
        { domainName: 'more.example', verified: false },
      ],
      users: [{ primaryEmail: 'root@new.example', isAdmin: true }],
    };
    const { call, wait } = openGoogle({ accounts: [account], signedInAs: 'root@new.example' });
    expect(call('directory.users.insert', {}, person('a@more.example'))).toMatchObject({
      status: 400,
      message: 'Invalid Input: primary_user_email',
    });
    expect(call('directory.users.insert', {}, person('a@new.example'))).toMatchObject({ status: 200 });
    wait(14 * 24 * 3600);
    expect(call('directory.users.insert', {}, person('b@new.example'))).toMatchObject({ status: 400 });
  });

  test('where the org unit licenses automatically, a full subscription refuses the user, or leaves them without', () => {
    const account = shop({
      autoLicensing: [
        { orgUnitPath: '/', productId: 'Google-Apps', skuId: '1010020027' },
        { orgUnitPath: '/Support', productId: 'Google-Apps', skuId: null },
      ],
      orgUnits: [{ name: 'Support', parentOrgUnitPath: '/' }],
      subscriptions: [{ skuId: '1010020027', plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 1 } }],
    });
    const { call, wait, google } = openGoogle({ accounts: [account] });
    expect(call('directory.users.insert', {}, person(ana))).toMatchObject({ status: 200 });
    wait(100);
    expect(call('directory.users.insert', {}, person('bo@shop.example'))).toMatchObject({
      status: 412,
      reason: 'limitExceeded',
      message: expect.stringMatching(/^Domain user limit reached/),
    });
    expect(call('directory.users.insert', {}, person('cy@shop.example', { orgUnitPath: '/Support' }))).toMatchObject({
      status: 200,
    });
    google.control.setSwitch('seatlessUsers', 'created');
    expect(call('directory.users.insert', {}, person('bo@shop.example'))).toMatchObject({ status: 200 });
    wait(10);
    expect(
      call('licensing.licenseAssignments.listForProduct', { productId: 'Google-Apps', customerId: 'my_customer' })
        .value['items'],
    ).toMatchObject([{ userId: ana }]);
  });
});

test('with Cloud Identity Free an account takes as many users as its seats and those of paid editions, and no more', () => {
  const free = { skuId: '1010010001', plan: { planName: 'FREE' }, seats: { maximumNumberOfSeats: 2 } };
  const paid = { skuId: '1010020027', plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 1 } };
  const { call, google } = openGoogle({ accounts: [shop({ subscriptions: [free, paid] })] });
  const before = google.tenant().accounts[0]?.users?.length ?? 0;
  expect(before).toBeLessThan(3);
  for (let more = before; more < 3; more++)
    expect(call('directory.users.insert', {}, person(`p${String(more)}@shop.example`))).toMatchObject({ status: 200 });
  const full = { status: 412, reason: 'limitExceeded', message: expect.stringMatching(/^Domain user limit reached/) };
  expect(call('directory.users.insert', {}, person('bo@shop.example'))).toMatchObject(full);
  google.control.setSwitch('cloudIdentityCap', 'off');
  expect(call('directory.users.insert', {}, person('bo@shop.example'))).toMatchObject({ status: 200 });
});

describe('a new user', () => {
  test('is not found in the first second, and cannot be changed for five', () => {
    const { call, wait } = openGoogle();
    call('directory.users.insert', {}, person(ana));
    expect(call('directory.users.get', { userKey: ana })).toMatchObject({ status: 404 });
    expect(call('directory.users.list', { customer: 'my_customer' }).value['users']).toHaveLength(1);
    wait(1);
    const { value } = call('directory.users.get', { userKey: ana });
    const refused = { status: 412, reason: 'conditionNotMet', message: 'User creation is not complete.' };
    expect(call('directory.users.update', { userKey: ana }, { suspended: true })).toMatchObject(refused);
    expect(call('directory.users.makeAdmin', { userKey: ana }, { status: true })).toMatchObject(refused);
    expect(call('directory.users.aliases.insert', { userKey: ana }, { alias: 'x@shop.example' })).toMatchObject(
      refused,
    );
    const role = roleNamed(call, '_HELP_DESK_ADMIN_ROLE');
    const assignment = { roleId: role, assignedTo: String(value['id']), scopeType: 'CUSTOMER' };
    expect(call('directory.roleAssignments.insert', { customer: 'my_customer' }, assignment)).toMatchObject(refused);
    const licence = call(
      'licensing.licenseAssignments.insert',
      { productId: '101001', skuId: '1010010001' },
      { userId: ana },
    );
    expect([400, 404]).toContain(licence.status);
    wait(4);
    expect(call('directory.users.makeAdmin', { userKey: ana }, { status: true }).status).toBe(204);
    expect(call('directory.roleAssignments.insert', { customer: 'my_customer' }, assignment).status).toBe(200);
    expect(
      call('licensing.licenseAssignments.insert', { productId: '101001', skuId: '1010010001' }, { userId: ana }).status,
    ).toBe(200);
  });

  test('is there at once when propagation is switched off', () => {
    const { call } = openGoogle({ switches: { userPropagation: '0' } });
    call('directory.users.insert', {}, person(ana));
    expect(call('directory.users.get', { userKey: ana }).status).toBe(200);
    expect(call('directory.users.update', { userKey: ana }, { suspended: true }).status).toBe(200);
  });
});

const roleNamed = (call: Google['call'], name: string): string =>
  String(
    (
      call('directory.roles.list', { customer: 'my_customer' }).value['items'] as unknown as {
        roleName: string;
        roleId: string;
      }[]
    ).find((role) => role.roleName === name)!.roleId,
  );

describe('changing a user', () => {
  test('a rename keeps the old address as an alias, and can be taken back', () => {
    const { call } = withAna();
    expect(
      call('directory.users.update', { userKey: ana }, { primaryEmail: 'ana.bo@shop.example' }).value,
    ).toMatchObject({ primaryEmail: 'ana.bo@shop.example', aliases: [ana] });
    expect(call('directory.users.get', { userKey: ana }).value).toMatchObject({ primaryEmail: 'ana.bo@shop.example' });
    expect(call('directory.users.update', { userKey: ana }, { primaryEmail: ana }).value).toMatchObject({
      primaryEmail: ana,
      aliases: ['ana.bo@shop.example'],
    });
    expect(call('directory.users.update', { userKey: ana }, { primaryEmail: admin })).toMatchObject({ status: 409 });
  });

  test('a refused change changes nothing', () => {
    const { call } = withAna();
    const before = call('directory.users.get', { userKey: ana }).value;
    expect(call('directory.users.update', { userKey: ana }, { suspended: true, orgUnitPath: '/Nowhere' }).status).toBe(
      400,
    );
    expect(call('directory.users.get', { userKey: ana }).value).toEqual(before);
  });

  test('null clears, update empties lists, patch cannot', () => {
    const { call } = withAna({ recoveryEmail: 'a@home.example', phones: [{ value: '+49301' }] });
    call('directory.users.patch', { userKey: ana }, { phones: [], recoveryEmail: null });
    expect(call('directory.users.get', { userKey: ana }).value).toMatchObject({ phones: [{ value: '+49301' }] });
    expect(call('directory.users.get', { userKey: ana }).value['recoveryEmail']).toBeUndefined();
    call('directory.users.update', { userKey: ana }, { phones: null });
    expect(call('directory.users.get', { userKey: ana }).value['phones']).toBeUndefined();
  });

  test('somebody whom Google has suspended cannot be restored', () => {
    const { call } = openGoogle({
      accounts: [shop({ users: [{ primaryEmail: ana, suspended: true, suspensionReason: 'ABUSE' }] })],
    });
    expect(call('directory.users.update', { userKey: ana }, { suspended: false })).toMatchObject({
      status: 412,
      reason: 'adminCannotUnsuspend',
    });
  });

  test('the last super administrator stays', () => {
    const { call } = openGoogle();
    expect(call('directory.users.makeAdmin', { userKey: admin }, { status: false }).status).toBe(412);
    expect(call('directory.users.delete', { userKey: admin }).status).toBe(412);
    expect(call('directory.users.get', { userKey: admin }).value).toMatchObject({ isAdmin: true });
  });

  test('signing out answers nothing', () => {
    expect(withAna().call('directory.users.signOut', { userKey: ana })).toMatchObject({ status: 204, value: {} });
  });
});

describe('aliases', () => {
  test('are absent when there are none, unique, at most 30, and free at once when deleted', () => {
    const { call } = withAna();
    expect(call('directory.users.aliases.list', { userKey: ana }).value['aliases']).toBeUndefined();
    for (let n = 1; n <= 30; n += 1)
      expect(call('directory.users.aliases.insert', { userKey: ana }, { alias: `a${n}@shop.example` }).status).toBe(
        200,
      );
    expect(call('directory.users.aliases.insert', { userKey: ana }, { alias: 'a31@shop.example' })).toMatchObject({
      status: 412,
      reason: 'limitExceeded',
    });
    expect(call('directory.users.aliases.insert', { userKey: admin }, { alias: 'a1@shop.example' })).toMatchObject({
      status: 409,
    });
    expect(call('directory.users.aliases.delete', { userKey: ana, alias: 'a1@shop.example' }).status).toBe(204);
    expect(call('directory.users.aliases.insert', { userKey: admin }, { alias: 'a1@shop.example' }).status).toBe(200);
    expect(call('directory.users.aliases.delete', { userKey: ana, alias: 'a1@shop.example' }).status).toBe(404);
  });
});

describe('deleting and restoring', () => {
  test('by id only, within 20 days, unless the address is taken', () => {
    const { call, wait, id } = withAna();
    expect(call('directory.users.delete', { userKey: ana }).status).toBe(204);
    expect(call('directory.users.get', { userKey: ana }).status).toBe(404);
    expect(call('directory.users.list', { customer: 'my_customer', showDeleted: 'true' }).value['users']).toEqual([
      {
        kind: 'admin#directory#user',
        id,
        etag: expect.any(String),
        primaryEmail: ana,
        deletionTime: '2026-03-02T09:00:10.000Z',
      },
    ]);
    expect(call('directory.users.undelete', { userKey: ana }, { orgUnitPath: '/' }).status).toBe(400);
    expect(call('directory.users.undelete', { userKey: id }, { orgUnitPath: '/Nowhere' })).toMatchObject({
      status: 400,
      message: 'Invalid Input: INVALID_OU_ID',
    });
    wait(19 * 24 * 3600);
    expect(call('directory.users.undelete', { userKey: id }, { orgUnitPath: '/' }).status).toBe(204);
    expect(call('directory.users.get', { userKey: ana }).value).toMatchObject({ id });
    call('directory.users.delete', { userKey: ana });
    wait(20 * 24 * 3600);
    expect(call('directory.users.undelete', { userKey: id }, { orgUnitPath: '/' })).toMatchObject({
      status: 412,
      reason: 'conditionNotMet',
      message: expect.stringContaining('undelete'),
    });
  });

  test('an address is taken for two minutes after its user was deleted; a new user on it keeps the old one out', () => {
    const { call, wait, id } = withAna();
    call('directory.users.delete', { userKey: ana });
    expect(call('directory.users.insert', {}, person(ana))).toMatchObject({ status: 409, reason: 'duplicate' });
    wait(120);
    expect(call('directory.users.insert', {}, person(ana)).status).toBe(200);
    expect(call('directory.users.undelete', { userKey: id }, { orgUnitPath: '/' })).toMatchObject({
      status: 409,
      reason: 'duplicate',
    });
  });

  test('licences and roles are gone, aliases are free; restoring needs a seat of the former edition', () => {
    const subscriptions = [{ skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 1 } }];
    const { call, id, wait } = withAna({}, { accounts: [shop({ subscriptions })] });
    call('directory.users.aliases.insert', { userKey: ana }, { alias: 'hello@shop.example' });
    call('licensing.licenseAssignments.insert', { productId: 'Google-Apps', skuId: '1010020027' }, { userId: ana });
    call('directory.users.delete', { userKey: ana });
    call('directory.users.insert', {}, person('hello@shop.example'));
    wait(10);
    call(
      'licensing.licenseAssignments.insert',
      { productId: 'Google-Apps', skuId: '1010020027' },
      { userId: 'hello@shop.example' },
    );
    expect(call('directory.users.undelete', { userKey: id }, { orgUnitPath: '/' })).toMatchObject({
      status: 412,
      reason: 'limitExceeded',
    });
    call('licensing.licenseAssignments.delete', {
      productId: 'Google-Apps',
      skuId: '1010020027',
      userId: 'hello@shop.example',
    });
    expect(call('directory.users.undelete', { userKey: id }, { orgUnitPath: '/' }).status).toBe(204);
    expect(
      call('licensing.licenseAssignments.get', { productId: 'Google-Apps', skuId: '1010020027', userId: ana }).status,
    ).toBe(404);
    expect(call('directory.users.get', { userKey: ana }).value['aliases']).toBeUndefined();
  });
});

describe('listing users', () => {
  const people = ['cy', 'ana', 'bo'].map((name, index) => ({
    primaryEmail: `${name}@shop.example`,
    name: { givenName: name, familyName: `F${index}` },
    suspended: name === 'bo',
    orgUnitPath: name === 'cy' ? '/Sales/North' : '/',
    aliases: [`${name}2@shop.example`],
  }));
  const open = () =>
    openGoogle({
      accounts: [
        shop({
          users: people,
          orgUnits: [{ orgUnitPath: '/Sales' }, { orgUnitPath: '/Sales/North' }],
          domains: [{ domainName: 'shop.example' }, { domainName: 'two.example' }],
        }),
      ],
    });
  const addresses = (google: Google, params: Record<string, string>) => {
    const { value } = google.call('directory.users.list', { customer: 'my_customer', ...params });
    return ((value['users'] ?? []) as unknown as { primaryEmail: string }[]).map((user) =>
      user.primaryEmail.replace('@shop.example', ''),
    );
  };

  test.each([
    ['', ['admin', 'ana', 'bo', 'cy']],
    ['email:a*', ['admin', 'ana']],
    ['email=bo@shop.example', ['bo']],
    ['email:cy2*', ['cy']],
    ['isAdmin=true', ['admin']],
    ['isSuspended=true', ['bo']],
    ['isSuspended=false email:a*', ['admin', 'ana']],
    ["orgUnitPath='/Sales'", ['cy']],
    ["orgUnitPath='/sales/north'", ['cy']],
    ["name:'ana F1'", ['ana']],
    ['givenName:b*', ['bo']],
    ['email=nobody@shop.example', []],
    ['cy', ['cy']],
    ["'ana f1'", ['ana']],
    ['an', []],
    ['name:f1', ['ana']],
  ])('query %s', (query, expected) => {
    expect(addresses(open(), { query })).toEqual(expected);
  });

  test('a query that is not understood is refused, so that it never lists everybody', () => {
    for (const query of ['colour=red', 'isAdmin=maybe', 'isAdmin:true', 'isAdmin=', 'name:an*', "email='ana"])
      expect(open().call('directory.users.list', { customer: 'my_customer', query })).toMatchObject({
        status: 400,
        reason: 'invalid',
      });
  });

  test('sorted as asked, one domain at a time where asked', () => {
    expect(addresses(open(), { sortOrder: 'DESCENDING' })).toEqual(['cy', 'bo', 'ana', 'admin']);
    expect(addresses(open(), { orderBy: 'familyName' })).toEqual(['cy', 'ana', 'bo', 'admin']);
    expect(open().call('directory.users.list', { domain: 'two.example' }).value['users']).toBeUndefined();
  });

  test('pages go on where they ended, though users come and go in between', () => {
    const google = open();
    const first = google.call('directory.users.list', { customer: 'my_customer', maxResults: '2' }).value;
    google.call('directory.users.delete', { userKey: 'ana@shop.example' });
    const second = google.call('directory.users.list', {
      customer: 'my_customer',
      maxResults: '2',
      pageToken: String(first['nextPageToken']),
    }).value;
    expect(second['users']).toMatchObject([{ primaryEmail: 'bo@shop.example' }, { primaryEmail: 'cy@shop.example' }]);
    expect(second['nextPageToken']).toBeUndefined();
  });

  test('wrong ways to ask are refused', () => {
    const { call, wait } = open();
    const token = String(
      call('directory.users.list', { customer: 'my_customer', maxResults: '1' }).value['nextPageToken'],
    );
    expect(call('directory.users.list', { customer: 'shop.example' })).toMatchObject({
      status: 400,
      reason: 'badRequest',
    });
    expect(call('directory.users.list', { domain: 'C0shop001' })).toMatchObject({ status: 400, reason: 'badRequest' });
    expect(call('directory.users.list')).toMatchObject({ status: 400, reason: 'badRequest' });
    expect(call('directory.users.list', { customer: 'my_customer', maxResults: '501' })).toMatchObject({ status: 400 });
    expect(call('directory.users.list', { customer: 'my_customer', colour: 'red' })).toMatchObject({ status: 400 });
    expect(
      call('directory.users.list', { customer: 'my_customer', query: 'isAdmin=true', pageToken: token }),
    ).toMatchObject({ status: 400, reason: 'invalid' });
    wait(3601);
    expect(call('directory.users.list', { customer: 'my_customer', pageToken: token })).toMatchObject({
      status: 503,
      reason: 'backendError',
    });
  });

  test('fields selects', () => {
    expect(
      open().call('directory.users.list', {
        customer: 'my_customer',
        query: 'email:ana*',
        fields: 'users(primaryEmail,name/fullName),nextPageToken',
      }).value,
    ).toEqual({ users: [{ primaryEmail: 'ana@shop.example', name: { fullName: 'ana F1' } }] });
    expect(open().call('directory.users.list', { customer: 'my_customer', fields: 'users(' })).toMatchObject({
      status: 400,
    });
  });
});

test('stale reads go on showing what was, then what is', () => {
  const { call, wait } = openGoogle({
    accounts: [shop({ users: [{ primaryEmail: ana }] })],
    switches: { staleReads: '30', userPropagation: '0' },
  });
  call('directory.users.makeAdmin', { userKey: ana }, { status: true });
  expect(call('directory.users.get', { userKey: ana }).value).toMatchObject({ isAdmin: false });
  call('directory.users.insert', {}, person('bo@shop.example'));
  expect(call('directory.users.get', { userKey: 'bo@shop.example' }).status).toBe(404);
  expect(call('directory.users.insert', {}, person('bo@shop.example')).status).toBe(409);
  wait(30);
  expect(call('directory.users.get', { userKey: ana }).value).toMatchObject({ isAdmin: true });
  call('directory.users.delete', { userKey: 'bo@shop.example' });
  expect(call('directory.users.list', { customer: 'my_customer' }).value['users']).toHaveLength(3);
  expect(call('directory.users.get', { userKey: 'bo@shop.example' }).status).toBe(200);
  wait(30);
  expect(call('directory.users.list', { customer: 'my_customer' }).value['users']).toHaveLength(2);
});
