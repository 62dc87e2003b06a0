import { readFileSync } from 'node:fs';
import { scopesOf } from '../../sandbox/workspace/permits';
import type { LoggedRequest } from '../../sandbox/workspace/port';
import { allOperations, type OperationId } from '../../src/google/operations';
import { customers } from '../crash/customers';
import { openJob } from '../crash/job';
import { mixed, oneOfEach } from '../crash/mixed';
import { workToEnd } from '../crash/work';
import { account, arm, flexible, open as openReseller, starter, tenant } from '../new-customers/reseller';
import { openDesk } from '../sandbox-desk';
import { behind, businessStarter, googleOf, open, person, shop } from '../users/shop';

/**
 * What nobody uses can only be misused: each operation in the product's table is sent by a feature, and each scope of
 * the manifest is needed by one.
 */

const acme = 'acme.example';

/** A job of a reseller on one subscription, whose state is then changed, armed. */
function subscription(row: Readonly<Record<string, string>>, has: object, next = ''): readonly LoggedRequest[] {
  const desk = openReseller({ subscriptions: [{ Customer: acme, Product: 'Business Starter', ...row }] }, [
    account(acme, { subscriptions: [has] }),
  ]);
  arm(desk);
  desk.checkAndRun();
  if (next) {
    desk.type(`Subscriptions!${acme}/Business Starter`, 'State', next);
    desk.checkAndRun();
  }
  return desk.workspace.log;
}

const annual = {
  skuId: starter,
  plan: { planName: 'ANNUAL', commitmentInterval: { startTime: '1767225600000', endTime: '1798761600000' } },
  seats: { numberOfSeats: 9 },
  renewalSettings: { renewalType: 'RENEW_CURRENT_USERS_MONTHLY_PAY' },
};
const trial = { skuId: starter, plan: { planName: 'TRIAL' }, seats: { maximumNumberOfSeats: 10 } };

/** One person in an account with more licences than a list is read for. */
function amongThousands(): readonly LoggedRequest[] {
  const many = Array.from({ length: 1_200 }, (_, at) => `p${at}@shop.example`);
  const desk = open(
    [{ Email: 'zoe@shop.example', 'First name': 'Zoe', 'Last name': 'Test', Licences: 'Business Starter' }],
    {
      users: [person('zoe@shop.example', 'Zoe Test'), ...many.map((email) => person(email, 'Some Body'))],
      licences: [...many, 'zoe@shop.example'].map((userId) => ({
        userId,
        productId: 'Google-Apps',
        skuId: businessStarter,
      })),
      subscriptions: [
        { skuId: businessStarter, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 2_000 } },
      ],
    },
    { switches: { licencePageSize: '100' }, quotas: 'off', latency: 0 },
  );
  desk.checkAndRun();
  return desk.workspace.log;
}

function deletion(): readonly LoggedRequest[] {
  const desk = open([{ Email: 'zoe@shop.example', State: 'Deleted' }], {
    users: [person('zoe@shop.example', 'Zoe Test')],
  });
  desk.host.answers.push('shop.example');
  desk.host.call('askArming', [], 'menu');
  desk.checkAndRun();
  desk.type('zoe@shop.example', 'State', 'Active');
  desk.checkAndRun();
  return desk.workspace.log;
}

/** Somebody who leaves, with an application and a password for a device let in. */
function left(): readonly LoggedRequest[] {
  const ana = 'ana@shop.example';
  const desk = open([{ Email: ana }], {
    users: [
      person(ana, 'Ana Ruiz', {
        tokens: [{ clientId: '77.apps.example', displayText: 'Mail Tool' }],
        asps: [{ codeId: 3, name: 'Old phone' }],
      }),
    ],
    groups: [{ email: 'team@shop.example', name: 'Team', members: [{ email: ana, role: 'MEMBER' }] }],
  });
  desk.checkAndRun({ action: 'leave', scope: { kind: 'rows', rows: [`Users!${ana}`] } });
  return desk.workspace.log;
}

/** Somebody whose row lists less than they hold, exactly. */
function exactly(): readonly LoggedRequest[] {
  const ana = 'ana@shop.example';
  const desk = open([{ Email: ana, Roles: '-', Aliases: '-' }], {
    users: [person(ana, 'Ana Ruiz', { aliases: ['a@shop.example'] })],
    roleAssignments: [{ roleName: '_GROUPS_ADMIN_ROLE', assignedTo: ana, scopeType: 'CUSTOMER' }],
  });
  desk.host.answers.push('exact');
  desk.host.call('askLists', [], 'menu');
  desk.checkAndRun({ yes: 'all' });
  return desk.workspace.log;
}

/** Somebody who is signed out everywhere. */
function signedOut(): readonly LoggedRequest[] {
  const ana = 'ana@shop.example';
  const desk = open([{ Email: ana }], { users: [person(ana, 'Ana Ruiz')] });
  desk.checkAndRun({ action: 'sign-out', scope: { kind: 'rows', rows: [`Users!${ana}`] } });
  return desk.workspace.log;
}

/** Somebody with a custom field of the account. */
function withCustomField(): readonly LoggedRequest[] {
  const ana = 'ana@shop.example';
  const fields = [{ fieldName: 'number', fieldType: 'STRING' }];
  const schemas = [{ schemaName: 'Employment', fields }];
  const desk = open([{ Email: ana, 'Employment.number': '7' }], { users: [person(ana, 'Ana Ruiz')], schemas });
  desk.checkAndRun();
  return desk.workspace.log;
}

/** Somebody in two groups, of which one shows its new members later. */
function joining(): readonly LoggedRequest[] {
  const ana = 'ana@shop.example';
  const desk = open(
    [{ Email: ana, Groups: 'Sales' }],
    { users: [person(ana, 'Ana Ruiz')], groups: [{ email: 'sales@shop.example', name: 'Sales' }] },
    { switches: { memberConflict: 'always' } },
  );
  desk.checkAndRun();
  desk.clock.sleep(600_000);
  behind(desk, ['directory.members.delete', { groupKey: 'sales@shop.example', memberKey: ana }]);
  googleOf(desk).control.setSwitch('memberConflict', 'never');
  desk.checkAndRun({ action: 'put-back' });
  return desk.workspace.log;
}

/** A group that a row makes, changes and deletes, with an owner who was a member. */
function ownGroup(): readonly LoggedRequest[] {
  const [ana, sales] = ['ana@shop.example', 'sales@shop.example'];
  const desk = openDesk({
    tenant: shop({ users: [person(ana, 'Ana Ruiz')] }),
    users: [{ Email: ana, Groups: sales }],
    tabs: { Groups: [{ 'Group email': sales, Name: 'Sales', Owners: '', State: '' }] },
  });
  desk.checkAndRun();
  desk.type(`Groups!${sales}`, 'Name', 'Sales team');
  desk.type(`Groups!${sales}`, 'Owners', ana);
  desk.checkAndRun();
  desk.host.answers.push('shop.example');
  desk.host.call('askArming', [], 'menu');
  desk.type(`Groups!${sales}`, 'State', 'Deleted');
  desk.type(ana, 'Groups', '');
  desk.checkAndRun();
  return desk.workspace.log;
}

/** An admin role that a row makes. */
function ownRole(): readonly LoggedRequest[] {
  const Privileges = 'USERS_RETRIEVE@00haapch16h1ysv';
  const desk = openDesk({
    tenant: shop(),
    users: [{ Email: '' }],
    tabs: { Roles: [{ Account: '', 'Role name': 'Readers', Description: '', Privileges }] },
  });
  desk.checkAndRun();
  return desk.workspace.log;
}

/** An address is proposed for somebody. */
function proposed(): readonly LoggedRequest[] {
  const desk = open([{ Email: '', 'First name': 'Ana', 'Last name': 'Ruiz' }]);
  desk.host.call('proposeAddresses', [{ pattern: '', domain: '' }], 'sidebar');
  return desk.workspace.log;
}

/** Whole jobs by the feature that they show. */
const jobs = {
  'people of all kinds': () => logOf(openJob(mixed, oneOfEach)),
  'new customers and transfers': () => logOf(openJob(customers)),
  'a trial that becomes a paid plan': () =>
    subscription({ Plan: 'Flexible', Seats: '12', State: 'Paid service' }, trial),
  'renewal of an annual plan': () => subscription({ Renewal: 'Switch to flexible' }, annual),
  'suspending and taking up again': () => subscription({ State: 'Suspended' }, flexible(starter, 10), 'Active'),
  'a person who is deleted and restored': deletion,
  'handing a subscription to Google': () => subscription({ State: 'Handed to Google' }, flexible(starter, 10)),
  'one person in a large account': amongThousands,
  'signing out everywhere': signedOut,
  'addresses that are free': proposed,
  'custom fields': withCustomField,
  'memberships of groups': joining,
  'groups of their own': ownGroup,
  'roles of their own': () => ownRole(),
  'lists that are exact': exactly,
  'somebody who leaves': left,
} satisfies Readonly<Record<string, () => readonly LoggedRequest[]>>;
type Feature = keyof typeof jobs;

function logOf(desk: ReturnType<typeof openJob>): readonly LoggedRequest[] {
  workToEnd(desk);
  return desk.workspace.log;
}

/** The feature that sends each operation. */
const sentBy: Readonly<Record<OperationId, Feature>> = {
  'directory.asps.delete': 'somebody who leaves',
  'directory.asps.list': 'somebody who leaves',
  'directory.customers.get': 'people of all kinds',
  'directory.customers.patch': 'new customers and transfers',
  'directory.domains.list': 'people of all kinds',
  'directory.groups.delete': 'groups of their own',
  'directory.groups.get': 'groups of their own',
  'directory.groups.insert': 'groups of their own',
  'directory.groups.list': 'memberships of groups',
  'directory.groups.patch': 'groups of their own',
  'directory.members.delete': 'somebody who leaves',
  'directory.members.get': 'memberships of groups',
  'directory.members.insert': 'memberships of groups',
  'directory.members.list': 'memberships of groups',
  'directory.members.patch': 'groups of their own',
  'directory.orgunits.insert': 'people of all kinds',
  'directory.orgunits.list': 'people of all kinds',
  'directory.roleAssignments.delete': 'lists that are exact',
  'directory.roleAssignments.insert': 'people of all kinds',
  'directory.roleAssignments.list': 'people of all kinds',
  'directory.privileges.list': 'roles of their own',
  'directory.roles.insert': 'roles of their own',
  'directory.roles.list': 'people of all kinds',
  'directory.schemas.list': 'custom fields',
  'directory.tokens.delete': 'somebody who leaves',
  'directory.tokens.list': 'somebody who leaves',
  'directory.users.aliases.delete': 'lists that are exact',
  'directory.users.aliases.insert': 'people of all kinds',
  'directory.users.delete': 'a person who is deleted and restored',
  'directory.users.get': 'people of all kinds',
  'directory.users.insert': 'people of all kinds',
  'directory.users.list': 'people of all kinds',
  'directory.users.makeAdmin': 'people of all kinds',
  'directory.users.undelete': 'a person who is deleted and restored',
  'directory.users.signOut': 'signing out everywhere',
  'directory.users.update': 'people of all kinds',
  'licensing.licenseAssignments.delete': 'people of all kinds',
  'licensing.licenseAssignments.get': 'one person in a large account',
  'licensing.licenseAssignments.insert': 'people of all kinds',
  'licensing.licenseAssignments.listForProduct': 'people of all kinds',
  'licensing.licenseAssignments.update': 'people of all kinds',
  'reseller.customers.get': 'new customers and transfers',
  'reseller.customers.insert': 'new customers and transfers',
  'reseller.customers.patch': 'new customers and transfers',
  'reseller.subscriptions.activate': 'suspending and taking up again',
  'reseller.subscriptions.changePlan': 'a trial that becomes a paid plan',
  'reseller.subscriptions.changeRenewalSettings': 'renewal of an annual plan',
  'reseller.subscriptions.changeSeats': 'new customers and transfers',
  'reseller.subscriptions.delete': 'handing a subscription to Google',
  'reseller.subscriptions.insert': 'new customers and transfers',
  'reseller.subscriptions.list': 'people of all kinds',
  'reseller.subscriptions.startPaidService': 'a trial that becomes a paid plan',
  'reseller.subscriptions.suspend': 'suspending and taking up again',
};

/** The operation that each scope of Google's APIs is there for; no other scope of the manifest opens it. */
const neededFor: Readonly<Record<string, OperationId>> = {
  'admin.directory.user': 'directory.users.insert',
  'admin.directory.user.security': 'directory.users.signOut',
  'admin.directory.orgunit': 'directory.orgunits.insert',
  'admin.directory.rolemanagement': 'directory.roleAssignments.insert',
  'admin.directory.domain.readonly': 'directory.domains.list',
  'admin.directory.customer': 'directory.customers.patch',
  'admin.directory.group': 'directory.groups.insert',
  'admin.directory.userschema.readonly': 'directory.schemas.list',
  'apps.order': 'reseller.subscriptions.insert',
  'apps.licensing': 'licensing.licenseAssignments.insert',
};

/** What does not work without each scope of the platform, and what is said instead. */
const platform: Readonly<Record<string, readonly [fn: string, says: RegExp]>> = {
  'spreadsheets.currentonly': ['getCustomers', /"scopeNotGranted"/],
  'script.container.ui': ['openSidebar', /Authorization is required.*script\.container\.ui/],
  'script.scriptapp': ['switchDailyRefresh', /has not been given a permission/],
  'script.external_request': ['startCheck', /"ok":false/],
  'script.send_mail': ['getReadiness', /has not been given a permission/],
  'userinfo.email': ['getHandOff', /"scopeNotGranted"/],
};

const prefix = 'https://www.googleapis.com/auth/';
const manifest = JSON.parse(readFileSync('dist/appsscript.json', 'utf8')) as {
  readonly oauthScopes: readonly string[];
};
const scopes = manifest.oauthScopes.map((scope) => scope.slice(prefix.length));

describe('what is sent', () => {
  const sent = new Map<Feature, ReadonlySet<string>>();
  beforeAll(() => {
    for (const [feature, job] of Object.entries(jobs) as [Feature, () => readonly LoggedRequest[]][])
      sent.set(
        feature,
        new Set(
          job()
            .filter(({ status }) => status < 400)
            .map(({ op }) => op),
        ),
      );
  }, 120_000);

  test('is all that the table of operations has: each by a feature with a name', () => {
    expect(Object.keys(sentBy).sort()).toEqual(Object.keys(allOperations()).sort());
    const idle = Object.entries(sentBy).filter(([op, feature]) => sent.get(feature)?.has(op) !== true);
    expect(idle).toEqual([]);
  });

  test('needs each scope for Google’s APIs, which nothing else of the manifest opens', () => {
    const all = new Set([...sent.values()].flatMap((ops) => [...ops]));
    for (const [scope, op] of Object.entries(neededFor)) {
      expect([op, all.has(op)]).toEqual([op, true]);
      expect(scopesOf(op).filter((one) => manifest.oauthScopes.includes(one))).toEqual([prefix + scope]);
    }
  });
});

test('every scope of the manifest has a feature, and no feature asks for another', () => {
  expect([...Object.keys(neededFor), ...Object.keys(platform)].sort()).toEqual([...scopes].sort());
});

test.each(Object.entries(platform))('without the scope %s this does not work: %s', (scope, [fn, says]) => {
  expect(outcome(fn, [])).not.toMatch(says);
  expect(outcome(fn, [prefix + scope])).toMatch(says);
});

/** What a call answers, throws or shows in words, at a reseller's sheet and over the way that needs most. */
function outcome(fn: string, refusedScopes: readonly string[]): string {
  const { host } = openDesk({ tenant: tenant(), users: [{ Email: '' }], setUp: false, options: { refusedScopes } });
  host.state.properties.document['setting:transport'] = 'parallel';
  const args = fn === 'startCheck' ? [{ scope: { kind: 'everything' }, action: 'provision' }] : [];
  try {
    const answer = JSON.stringify(host.call(fn, args, /^(?:get|start)/.test(fn) ? 'sidebar' : 'menu'));
    return [answer, ...host.shown.toasts].join(' ');
  } catch (error) {
    return String(error);
  }
}
