import { virtualClock } from '../../sandbox/clock';
import { checkSwitch, defaultOf, switches, switchHelp, type SwitchName } from '../../sandbox/workspace/switches';
import { parseTenant } from '../../sandbox/workspace/tenant';
import { openWorkspace } from '../../sandbox/workspace/workspace';
import { admin, openGoogle, person, shop, start } from './google';

const load = (json: unknown) => openWorkspace(parseTenant(json), { clock: virtualClock(start) });
const account = (more: object) => ({ accounts: [shop(more)] });

describe('a tenant file that is wrong names the field', () => {
  test.each<[string, unknown, RegExp]>([
    ['not an object', [], /the file must be an object/],
    ['no accounts', {}, /accounts is missing/],
    ['no customer', { accounts: [{}] }, /accounts\[0\]\.customer is missing/],
    ['no domain', { accounts: [{ customer: { id: 'C1' } }] }, /accounts\[0\]\.customer\.customerDomain is missing/],
    ['a field that is not one', account({ licenses: [] }), /accounts\[0\]\.licenses is not a field/],
    [
      'a user without an address',
      account({ users: [{ name: {} }] }),
      /accounts\[0\]\.users\[1\]\.primaryEmail is missing/,
    ],
    [
      'a user twice',
      account({ users: [{ primaryEmail: admin }] }),
      /users\[1\] has an address that is taken: admin@shop\.example/,
    ],
    [
      'a user on a foreign domain',
      account({ users: [{ primaryEmail: 'a@else.example' }] }),
      /users\[1\]\.primaryEmail is on no domain of the account/,
    ],
    [
      'an org unit that is not there',
      account({ users: [{ primaryEmail: 'a@shop.example', orgUnitPath: '/X' }] }),
      /users\[1\]\.orgUnitPath names no org unit: \/X/,
    ],
    [
      'an org unit without its parent',
      account({ orgUnits: [{ orgUnitPath: '/A/B' }] }),
      /orgUnits\[0\] stands below an org unit that is not listed: \/A/,
    ],
    [
      'a role that is not there',
      account({ roleAssignments: [{ roleName: 'R', assignedTo: admin }] }),
      /roleAssignments\[0\]\.roleName names no role: R/,
    ],
    [
      'a licence of nobody',
      account({ licences: [{ userId: 'a@shop.example', productId: 'Google-Apps', skuId: '1010020027' }] }),
      /licences\[0\]\.userId names nobody/,
    ],
    [
      'a reseller that is not there',
      { accounts: [{ ...shop(), resoldBy: 'C9' }] },
      /accounts\[0\]\.resoldBy names no reseller account: C9/,
    ],
    [
      'a switch that is not one',
      { accounts: [], switches: { colour: 'red' } },
      /switches\.colour is wrong: There is no switch "colour"/,
    ],
    [
      'a value that a switch does not take',
      account({ switches: { roleExists: '418' } }),
      /accounts\[0\]\.switches\.roleExists is wrong: Switch roleExists takes 500 or 409/,
    ],
    ['a time that is none', { accounts: [], now: 'today' }, /now must be a time/],
  ])('%s', (_, json, message) => {
    expect(() => load(json)).toThrow(message);
  });
});

test('what is left out is filled in: ids, the root, system roles, a verified domain', () => {
  const { accounts } = load({ accounts: [{ customer: { customerDomain: 'Bare.example' } }] }).tenant();
  expect(accounts[0]).toMatchObject({
    customer: {
      id: expect.stringMatching(/^C0[a-z0-9]{7}$/),
      customerDomain: 'bare.example',
      customerType: 'domain',
      language: 'en',
    },
    reseller: false,
    acceptedTerms: true,
    apiAccess: true,
    domains: [{ domainName: 'bare.example', isPrimary: true, verified: true }],
    orgUnits: [{ orgUnitPath: '/', orgUnitId: expect.stringMatching(/^id:/) }],
  });
  expect(accounts[0]!.roles!.length).toBeGreaterThan(8);
});

test('a password may be given in clear and is kept as a hash', () => {
  const { accounts } = load(
    account({ users: [{ primaryEmail: 'ana@shop.example', password: 'in the clear 1' }] }),
  ).tenant();
  expect(JSON.stringify(accounts)).not.toContain('in the clear');
  expect(accounts[0]!.users![1]!.passwordHash).toMatchObject({
    salt: expect.any(String),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

describe('writing and taking up again', () => {
  const subscriptions = [{ skuId: '1010020027', plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 5 } }];
  const rich = () => {
    const google = openGoogle({
      accounts: [
        shop({
          subscriptions,
          groups: [{ email: 'team@shop.example' }],
          orgUnits: [{ orgUnitPath: '/Sales' }],
          autoLicensing: [{ orgUnitPath: '/Sales', productId: 'Google-Apps', skuId: '1010020027' }],
          takenElsewhere: ['x@shop.example'],
          switches: { roleExists: '409' },
        }),
      ],
    });
    google.call(
      'directory.users.insert',
      {},
      person('ana@shop.example', { orgUnitPath: '/Sales', phones: [{ value: '+49301' }] }),
    );
    google.call('directory.users.insert', {}, person('bo@shop.example'));
    google.wait(10);
    google.call('directory.users.aliases.insert', { userKey: 'ana@shop.example' }, { alias: 'hello@shop.example' });
    google.call('directory.users.makeAdmin', { userKey: 'ana@shop.example' }, { status: true });
    google.call('directory.users.delete', { userKey: 'bo@shop.example' });
    google.google.control.setSwitch('staleReads', '3');
    return google;
  };

  test('nothing changes in between', () => {
    const { google, clock } = rich();
    const file = google.tenant();
    const again = openWorkspace(parseTenant(JSON.parse(JSON.stringify(file))), { clock });
    expect(again.tenant()).toEqual(file);
    expect(file.switches).toEqual({ staleReads: '3' });
    const whole = (workspace: typeof google, path: string) =>
      workspace.handle({ method: 'GET', path, query: {}, as: admin }).body as { etag?: string };
    const path = '/admin/directory/v1/users/ana@shop.example';
    expect({ ...whole(again, path), etag: '' }).toEqual({ ...whole(google, path), etag: '' });
    expect(whole(again, path)).toMatchObject({
      isAdmin: true,
      aliases: ['hello@shop.example'],
      orgUnitPath: '/Sales',
      phones: [{ value: '+49301' }],
    });
  });

  test('a snapshot brings everything back: state, log and counters', () => {
    const { google, call } = rich();
    const snapshot = google.snapshot();
    const before = JSON.stringify(google.tenant());
    const first = call('directory.users.insert', {}, person('cy@shop.example')).value['id'];
    expect(JSON.stringify(google.tenant())).not.toBe(before);
    google.restore(snapshot);
    expect(JSON.stringify(google.tenant())).toBe(before);
    expect(call('directory.users.insert', {}, person('cy@shop.example')).value['id']).toBe(first);
    google.restore(snapshot);
    expect(google.log).toHaveLength(5);
    expect(() => structuredClone(snapshot)).not.toThrow();
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  test('two runs of the same calls give the same bytes', () => {
    const bytes = () => {
      const { google } = rich();
      return JSON.stringify([google.tenant(), google.log, google.snapshot()]);
    };
    expect(bytes()).toBe(bytes());
  });
});

describe('switches', () => {
  test('every one has a default that it takes, and a line of help', () => {
    const names = Object.keys(switches) as SwitchName[];
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) expect(checkSwitch(name, defaultOf(name))).toBe(name);
    expect(switchHelp()).toHaveLength(names.length);
    expect(switchHelp().join('\n')).toMatch(/^cloudIdentityFree=assignable\|siteWide {2}\S/m);
    expect(switchHelp().join('\n')).toMatch(/^userPropagation=SECONDS \(5\) {2}\S/m);
    expect(switchHelp().join('\n')).toMatch(/^mailQuota=N \(1500\) {2}\S/m);
    expect(() => checkSwitch('mailQuota', 'many')).toThrow('Switch mailQuota takes a whole number, not "many".');
  });

  test('the promised defaults', () => {
    const promised = {
      cloudIdentityFree: 'assignable',
      autoLicensingRemoval: 'allowed',
      staleReads: '0',
      errorLanguage: 'en',
      subscriptionIds: 'changing',
      teamUsers: 'allowed',
      roleExists: '500',
    } as const;
    for (const [name, value] of Object.entries(promised)) expect(defaultOf(name as SwitchName)).toBe(value);
  });

  test('the command line wins over the account, the account over the tenant', () => {
    const open = (options: Record<string, string>) => {
      const tenant = parseTenant({
        signedInAs: admin,
        switches: { errorShape: 'status', userPropagation: '9' },
        accounts: [shop({ switches: { userPropagation: '0' } })],
      });
      return openWorkspace(tenant, { clock: virtualClock(start), switches: options }).control.switches;
    };
    expect(open({}).userPropagation).toBe('9');
    expect(open({ userPropagation: '2' }).userPropagation).toBe('2');
    expect(() => open({ userPropagation: 'soon' })).toThrow(/takes a number of seconds, not "soon"/);
    expect(() => open({ nosuch: '1' })).toThrow(/There is no switch "nosuch"/);
  });

  test("an account's switch counts in that account", () => {
    const { call } = openGoogle({ accounts: [shop({ switches: { userPropagation: '0' } })] });
    call('directory.users.insert', {}, person('ana@shop.example'));
    expect(call('directory.users.get', { userKey: 'ana@shop.example' }).status).toBe(200);
  });
});
