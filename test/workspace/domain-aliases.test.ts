import { parseTenant } from '../../sandbox/workspace/tenant';
import { openWorkspace } from '../../sandbox/workspace/workspace';
import { openGoogle, person, shop } from './google';

const ana = 'ana@shop.example';
const customer = 'my_customer';
const domainAliases = [
  { domainAliasName: 'laden.example', parentDomainName: 'shop.example', creationTime: '1700000000000' },
  { domainAliasName: 'two-new.example', parentDomainName: 'two.example', verified: false },
];
const open = (more: object = {}, switches: Record<string, string> = {}) =>
  openGoogle({
    accounts: [
      shop({
        users: [{ primaryEmail: ana, aliases: ['hello@shop.example'] }, { primaryEmail: 'bo@two.example' }],
        domains: [{ domainName: 'shop.example' }, { domainName: 'two.example' }],
        groups: [{ email: 'team@shop.example' }],
        domainAliases,
        ...more,
      }),
    ],
    switches,
  });

test('domain aliases are listed, of all domains or of one, shown one by one, and under their domains', () => {
  const { call } = open();
  const [laden] = call('directory.domainAliases.list', { customer }).value['domainAliases'] as never as object[];
  expect(laden).toMatchObject({
    kind: 'admin#directory#domainAlias',
    domainAliasName: 'laden.example',
    parentDomainName: 'shop.example',
    verified: true,
    creationTime: '1700000000000',
  });
  expect(call('directory.domainAliases.list', { customer }).value['domainAliases']).toHaveLength(2);
  const ofTwo = call('directory.domainAliases.list', { customer, parentDomainName: 'two.example' }).value;
  expect(ofTwo['domainAliases']).toMatchObject([{ domainAliasName: 'two-new.example', verified: false }]);
  expect(call('directory.domainAliases.get', { customer, domainAliasName: 'Laden.example' }).value).toEqual(laden);
  expect(call('directory.domains.list', { customer }).value['domains']).toMatchObject([
    { domainName: 'shop.example', domainAliases: [laden] },
    { domainName: 'two.example', domainAliases: [{ domainAliasName: 'two-new.example' }] },
  ]);
  expect(openGoogle().call('directory.domainAliases.list', { customer }).value['domainAliases']).toBeUndefined();
});

test('what is not there is 404, each with its own text', () => {
  const { call } = open();
  expect(call('directory.domainAliases.get', { customer, domainAliasName: 'shop.example' })).toMatchObject({
    status: 404,
    message: 'Domain alias does not exist',
  });
  expect(call('directory.domainAliases.list', { customer, parentDomainName: 'laden.example' })).toMatchObject({
    status: 404,
    message: 'Domain not found.',
  });
  expect(call('directory.users.list', { domain: 'laden.example' })).toMatchObject({
    status: 404,
    message: 'Domain not found.',
  });
});

describe('an address on a domain alias', () => {
  test('finds whoever has the name on the parent domain, and shows among those that nobody can change', () => {
    const { call } = open();
    for (const userKey of ['ana@laden.example', 'HELLO@laden.example'])
      expect(call('directory.users.get', { userKey }).value).toMatchObject({
        primaryEmail: ana,
        aliases: ['hello@shop.example'],
        nonEditableAliases: ['ana@laden.example', 'hello@laden.example', `${ana}.test-google-a.com`],
        emails: expect.arrayContaining([{ address: 'hello@laden.example' }]),
      });
    expect(call('directory.users.get', { userKey: 'bo@two.example' }).value).not.toHaveProperty('nonEditableAliases');
    expect(call('directory.users.get', { userKey: 'nobody@laden.example' })).toMatchObject({
      status: 404,
      message: 'Resource Not Found: userKey',
    });
    expect(call('directory.users.get', { userKey: 'bo@two-new.example' })).toMatchObject({ status: 403 });
  });

  test('follows a rename, and goes with the user', () => {
    const { call } = open();
    call('directory.users.update', { userKey: 'ana@laden.example' }, { primaryEmail: 'ana.bo@shop.example' });
    expect(call('directory.users.get', { userKey: 'ana.bo@laden.example' }).status).toBe(200);
    call('directory.users.delete', { userKey: 'ana.bo@shop.example' });
    expect(call('directory.users.get', { userKey: 'ana.bo@laden.example' }).status).toBe(404);
  });

  test('is no licence’s user: only the primary address is', () => {
    const { call } = open();
    const free = { productId: '101001', skuId: '1010010001' };
    expect(call('licensing.licenseAssignments.insert', free, { userId: 'ana@laden.example' })).toMatchObject({
      status: 400,
      reason: 'invalid',
    });
  });

  test('takes no new user or alias, unless the switch says so; a name that is taken there stays taken', () => {
    const { google, call } = open();
    const make = (email: string) => call('directory.users.insert', {}, person(email));
    expect(make('cy@laden.example')).toMatchObject({ status: 400, message: 'Invalid Input: primary_user_email' });
    const alias = call('directory.users.aliases.insert', { userKey: ana }, { alias: 'cy@laden.example' });
    expect(alias).toMatchObject({ status: 400 });
    google.control.setSwitch('aliasDomains', 'allowed');
    expect(make('cy@laden.example').status).toBe(200);
    for (const taken of ['ana@laden.example', 'hello@laden.example', 'team@laden.example'])
      expect(make(taken)).toMatchObject({ status: 409, reason: 'duplicate' });
    expect(make('cy@two-new.example')).toMatchObject({ status: 403 });
  });
});

describe('the tenant file', () => {
  test('keeps domain aliases, and takes them where Google shows them', () => {
    const google = open();
    const file = google.google.tenant();
    expect(file.accounts[0]).toMatchObject({
      domainAliases: [{ ...domainAliases[0], verified: true }, domainAliases[1]],
    });
    expect(openWorkspace(parseTenant(JSON.parse(JSON.stringify(file))), { clock: google.clock }).tenant()).toEqual(
      file,
    );
    const nested = open({
      domainAliases: [],
      domains: [{ domainName: 'shop.example', domainAliases: [domainAliases[0]] }, { domainName: 'two.example' }],
    });
    expect(nested.call('directory.users.get', { userKey: 'ana@laden.example' }).status).toBe(200);
  });

  test('names what does not fit', () => {
    const alias = (domainAliasName: string, parentDomainName: string) => () =>
      open({ domainAliases: [{ domainAliasName, parentDomainName }] });
    expect(alias('x.example', 'else.example')).toThrow(
      /domainAliases\[0\]\.parentDomainName is no domain of the account/,
    );
    expect(alias('two.example', 'shop.example')).toThrow(/domainAliases\[0\]\.domainAliasName is a domain already/);
  });
});
