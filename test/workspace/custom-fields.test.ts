import { parseTenant } from '../../sandbox/workspace/tenant';
import { openWorkspace } from '../../sandbox/workspace/workspace';
import { admin, openGoogle, person, shop, type Google, type Said } from './google';

const ana = 'ana@shop.example';
const customerId = 'my_customer';
const job = {
  schemaName: 'Job',
  fields: [
    { fieldName: 'level', fieldType: 'INT64', numericIndexingSpec: { minValue: 1, maxValue: 9 } },
    { fieldName: 'rate', fieldType: 'DOUBLE' },
    { fieldName: 'since', fieldType: 'DATE' },
    { fieldName: 'remote', fieldType: 'BOOL' },
    { fieldName: 'teams', fieldType: 'STRING', multiValued: true },
    { fieldName: 'badge', fieldType: 'STRING', indexed: false, readAccessType: 'ADMINS_AND_SELF' },
    { fieldName: 'mentor', fieldType: 'EMAIL' },
    { fieldName: 'desk', fieldType: 'PHONE' },
  ],
};
const values = {
  level: 4,
  remote: true,
  teams: [{ value: 'North' }, { value: 'Far East' }],
  badge: 'x1',
  since: '2024-05-01',
};
const open = (more: object = {}, users: object[] = [{ primaryEmail: ana }, { primaryEmail: 'bo@shop.example' }]) =>
  openGoogle({
    accounts: [
      shop({
        users,
        schemas: [job, { schemaName: 'Car', fields: [{ fieldName: 'plate', fieldType: 'STRING' }] }],
        ...more,
      }),
    ],
  });
const set = ({ call }: Google, customSchemas: object | null, userKey = ana): Said =>
  call('directory.users.update', { userKey }, { customSchemas });
const seen = ({ call }: Google, params: Record<string, string> = { projection: 'full' }, as = admin) =>
  call('directory.users.get', { userKey: ana, ...params }, undefined, as).value['customSchemas'];

describe('schemas', () => {
  test('are made, shown by name and by id, listed, changed and deleted', () => {
    const { call } = openGoogle();
    expect(call('directory.schemas.list', { customerId }).value['schemas']).toBeUndefined();
    const made = call('directory.schemas.insert', { customerId }, job).value;
    expect(made).toMatchObject({
      kind: 'admin#directory#schema',
      schemaName: 'Job',
      displayName: 'Job',
      fields: expect.arrayContaining([
        expect.objectContaining({
          kind: 'admin#directory#schema#fieldspec',
          fieldName: 'rate',
          displayName: 'rate',
          fieldType: 'DOUBLE',
          multiValued: false,
          indexed: true,
          readAccessType: 'ALL_DOMAIN_USERS',
          fieldId: expect.stringMatching(/==$/),
        }),
      ]),
    });
    const schemaKey = String(made['schemaId']);
    expect(call('directory.schemas.get', { customerId, schemaKey }).value).toEqual(made);
    expect(call('directory.schemas.get', { customerId, schemaKey: 'Job' }).value).toEqual(made);
    const changed = call('directory.schemas.patch', { customerId, schemaKey }, { displayName: 'Work' }).value;
    expect(changed).toMatchObject({ displayName: 'Work', fields: { length: 8 } });
    expect(changed['etag']).not.toEqual(made['etag']);
    expect(call('directory.schemas.list', { customerId }).value['schemas']).toEqual([changed]);
    expect(call('directory.schemas.delete', { customerId, schemaKey }).status).toBe(204);
    expect(call('directory.schemas.get', { customerId, schemaKey: 'Job' })).toMatchObject({
      status: 404,
      message: 'Resource Not Found: schemaKey',
    });
  });

  test.each<[string, object, object]>([
    ['without a name', { fields: job.fields }, { status: 400, reason: 'required' }],
    ['with a blank in the name', { ...job, schemaName: 'My job' }, { status: 400, reason: 'invalid' }],
    ['without fields', { schemaName: 'Job' }, { status: 400, reason: 'required' }],
    ['with a type that is none', { ...job, fields: [{ fieldName: 'a', fieldType: 'TEXT' }] }, { status: 400 }],
    [
      'with a field twice',
      { ...job, fields: [...job.fields, { fieldName: 'LEVEL', fieldType: 'STRING' }] },
      { status: 400, reason: 'invalid' },
    ],
    ['whose name is taken', { ...job, schemaName: 'Car' }, { status: 409, reason: 'duplicate' }],
    [
      'that brings more than 100 fields to the account',
      { schemaName: 'Big', fields: Array.from({ length: 92 }, (_, n) => ({ fieldName: `f${n}`, fieldType: 'BOOL' })) },
      { status: 412, reason: 'conditionNotMet' },
    ],
  ])('%s are refused', (_, body, refused) => {
    const { call } = open();
    expect(call('directory.schemas.insert', { customerId }, body)).toMatchObject(refused);
    expect(call('directory.schemas.list', { customerId }).value['schemas']).toHaveLength(2);
  });

  test('a hundred and no more', () => {
    const field = (n: number) => ({ schemaName: `S${n}`, fields: [{ fieldName: 'f', fieldType: 'BOOL' }] });
    const { call } = openGoogle({ accounts: [shop({ schemas: Array.from({ length: 100 }, (_, n) => field(n)) })] });
    expect(call('directory.schemas.insert', { customerId }, field(100))).toMatchObject({ status: 412 });
  });

  test('a field keeps its id, its type and whether it takes several values; a schema keeps its name', () => {
    const { call } = open();
    const update = (body: object) => call('directory.schemas.update', { customerId, schemaKey: 'Job' }, body);
    const before = call('directory.schemas.get', { customerId, schemaKey: 'Job' }).value['fields']!;
    const [level, ...rest] = job.fields;
    expect(update({ ...job, fields: [{ ...level, displayName: 'Grade' }, ...rest] }).value['fields']).toMatchObject(
      [{ fieldId: before[0]!['fieldId'], displayName: 'Grade' }].concat(rest as never[]),
    );
    const refused = { status: 400, reason: 'invalid' };
    expect(update({ ...job, fields: [{ ...level, fieldType: 'STRING' }, ...rest] })).toMatchObject(refused);
    expect(update({ ...job, fields: [{ ...level, multiValued: true }, ...rest] })).toMatchObject(refused);
    expect(update({ ...job, schemaName: 'Work' })).toMatchObject(refused);
    expect(update({ schemaName: 'Job' })).toMatchObject({ status: 400, reason: 'required' });
  });

  test('a field or schema that users have values of stays: 500 with a text alone', () => {
    const google = open();
    set(google, { Job: { level: 4 } });
    const inUse = { status: 500, reason: '', message: 'Cannot delete a field in use.resource.fields' };
    const without = { ...job, fields: job.fields.slice(1) };
    expect(google.call('directory.schemas.update', { customerId, schemaKey: 'Job' }, without)).toMatchObject(inUse);
    expect(google.call('directory.schemas.delete', { customerId, schemaKey: 'Job' })).toMatchObject(inUse);
    google.google.control.setSwitch('usedSchemas', 'deleted');
    expect(google.call('directory.schemas.delete', { customerId, schemaKey: 'Job' }).status).toBe(204);
    expect(seen(google)).toBeUndefined();
    google.call('directory.schemas.insert', { customerId }, job);
    expect(seen(google)).toBeUndefined();
  });

  test('are for super administrators', () => {
    const google = open({
      roleAssignments: [{ roleName: '_USER_MANAGEMENT_ADMIN_ROLE', assignedTo: 'bo@shop.example' }],
    });
    expect(google.call('directory.schemas.list', { customerId }, undefined, 'bo@shop.example').status).toBe(403);
  });
});

describe('values', () => {
  test('are merged field by field; null takes a field, a schema or everything away', () => {
    const google = open();
    set(google, { Job: { level: 4, remote: true }, Car: { plate: 'B-1' } });
    set(google, { Job: { level: 5, rate: 1.5 } });
    expect(seen(google)).toEqual({ Job: { level: 5, remote: true, rate: 1.5 }, Car: { plate: 'B-1' } });
    set(google, { Job: { level: null, teams: [] } });
    expect(seen(google)).toEqual({ Job: { remote: true, rate: 1.5 }, Car: { plate: 'B-1' } });
    set(google, { Job: null });
    expect(seen(google)).toEqual({ Car: { plate: 'B-1' } });
    set(google, null);
    expect(seen(google)).toBeUndefined();
  });

  test('may come with a new user', () => {
    const { call, wait } = open();
    call('directory.users.insert', {}, person('cy@shop.example', { customSchemas: { Car: { plate: 'B-2' } } }));
    wait(10);
    expect(call('directory.users.get', { userKey: 'cy@shop.example', projection: 'full' }).value).toMatchObject({
      customSchemas: { Car: { plate: 'B-2' } },
    });
  });

  test.each([
    ['of a schema that is not there', { Boat: { plate: 'x' } }],
    ['of a field that is not there', { Job: { grade: 1 } }],
    ['in other capitals', { job: { level: 1 } }],
    ['a text for a number', { Job: { level: 'high' } }],
    ['a fraction for a whole number', { Job: { level: 1.5 } }],
    ['a text for yes or no', { Job: { remote: 'yes' } }],
    ['a day that is none', { Job: { since: '2024-13-01' } }],
    ['an address that is none', { Job: { mentor: 'bo' } }],
    ['one value where several belong', { Job: { teams: 'North' } }],
    ['several values where one belongs', { Job: { badge: [{ value: 'x' }] } }],
    ['501 letters', { Job: { badge: 'x'.repeat(501) } }],
  ])('%s are refused whole', (_, customSchemas) => {
    const google = open();
    expect(set(google, { Car: { plate: 'B-1' }, ...customSchemas })).toMatchObject({
      status: 400,
      reason: 'invalid',
      message: 'Invalid Input: custom_schema',
    });
    expect(seen(google)).toBeUndefined();
  });

  test('show only to those who ask, schema by schema or all', () => {
    const google = open();
    set(google, { Job: values, Car: { plate: 'B-1' } });
    expect(seen(google, {})).toBeUndefined();
    expect(seen(google, { projection: 'basic' })).toBeUndefined();
    expect(seen(google, { projection: 'custom', customFieldMask: 'Car' })).toEqual({ Car: { plate: 'B-1' } });
    expect(seen(google, { projection: 'custom', customFieldMask: 'Car, Job' })).toEqual({
      Job: values,
      Car: { plate: 'B-1' },
    });
    const { call } = google;
    expect(call('directory.users.get', { userKey: ana, projection: 'custom' })).toMatchObject({ status: 400 });
    expect(call('directory.users.get', { userKey: ana, projection: 'all' })).toMatchObject({ status: 400 });
    const listed = call('directory.users.list', { customer: 'my_customer', projection: 'full', query: 'email:ana*' });
    expect(listed.value['users']).toMatchObject([{ customSchemas: { Car: { plate: 'B-1' } } }]);
    const updated = call('directory.users.update', { userKey: ana }, { recoveryPhone: '+4930123456' });
    expect(updated.value).not.toHaveProperty('customSchemas');
  });

  test('show to colleagues as far as everybody in the domain may see them, and to oneself', () => {
    const google = open();
    set(google, { Job: values });
    const asked = { projection: 'full', viewType: 'domain_public' };
    const { badge, ...open1 } = values;
    expect(seen(google, asked, 'bo@shop.example')).toEqual({ Job: open1 });
    expect(seen(google, asked, ana)).toEqual({ Job: { badge, ...open1 } });
  });
});

describe('searching', () => {
  const people = ['ana', 'bo', 'cy'].map((name, index) => ({
    primaryEmail: `${name}@shop.example`,
    customSchemas: {
      Job: {
        level: index + 3,
        rate: index + 0.5,
        since: `2024-0${index + 1}-01`,
        remote: index === 0,
        badge: `b${index}`,
        teams: [{ value: index === 2 ? 'Far East' : 'North' }],
      },
    },
  }));
  const found = (query: string) => {
    const { value, status } = open({}, people).call('directory.users.list', { customer: 'my_customer', query });
    if (status !== 200) return status;
    const users = (value['users'] ?? []) as unknown as { primaryEmail: string }[];
    return users.map(({ primaryEmail }) => primaryEmail.split('@')[0]);
  };

  test.each<[string, unknown]>([
    ['Job.level=4', ['bo']],
    ['Job.level>=4', ['bo', 'cy']],
    ['Job.level<4', ['ana']],
    ['Job.rate=2.5', ['cy']],
    ['Job.since>2024-01-01 Job.since<=2024-02-01', ['bo']],
    ['Job.remote=true', ['ana']],
    ['Job.teams:east', ['cy']],
    ["Job.teams='Far East'", ['cy']],
    ['Job.teams=East', []],
    ['Job.rate>1', 400],
    ['Job.badge=b1', 400],
    ['Job.grade=1', 400],
    ['Boat.plate=1', 400],
    ['Job.remote=perhaps', 400],
    ['Job.level:4', 400],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });
});

describe('the tenant file', () => {
  test('keeps schemas and values', () => {
    const google = open();
    set(google, { Job: values });
    const file = JSON.parse(JSON.stringify(google.google.tenant())) as unknown;
    expect(openWorkspace(parseTenant(file), { clock: google.clock }).tenant()).toEqual(file);
    expect(file).toMatchObject({
      accounts: [
        {
          schemas: [{ schemaName: 'Job' }, { schemaName: 'Car' }],
          users: [{}, { customSchemas: { Job: values } }, {}],
        },
      ],
    });
  });

  test('names what does not fit', () => {
    expect(() => open({}, [{ primaryEmail: ana, customSchemas: { Boat: { plate: 'x' } } }])).toThrow(
      /users\[1\]\.customSchemas has a value that no schema of the account takes/,
    );
    expect(() => open({ schemas: [job, job] })).toThrow(/schemas\[1\]\.schemaName stands twice: Job/);
    expect(() => open({ schemas: [{ schemaName: 'A', fields: [{ fieldName: 'f', fieldType: 'TEXT' }] }] })).toThrow(
      /schemas\[0\]\.fields\[0\]\.fieldType must be BOOL or DATE/,
    );
  });
});
