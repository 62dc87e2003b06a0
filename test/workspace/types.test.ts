import type { LicenceResource } from '../../sandbox/workspace/licensing/licence-resource';
import type { UserResource } from '../../sandbox/workspace/directory/user-resource';
import type { SubscriptionResource } from '../../sandbox/workspace/reseller/subscription-resource';
import type { admin_directory_v1 } from 'googleapis/build/src/apis/admin/directory_v1';
import type { reseller_v1 } from 'googleapis/build/src/apis/reseller/v1';
import { schemas } from '../../sandbox/workspace/schemas';
import { admin, openGoogle, person, shop } from './google';

/**
 * Resources against Google's own types. The first two checks are made by the compiler: the lists must be exactly as
 * long as they are.
 */

type Beyond<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs>;

const beyondAppsScript: Record<
  Beyond<SubscriptionResource, GoogleAppsScript.AdminReseller.Schema.Subscription>,
  string
> = {};
const beyondClient: Record<
  Beyond<UserResource, admin_directory_v1.Schema$User> | Beyond<SubscriptionResource, reseller_v1.Schema$Subscription>,
  string
> = {};
const beyondLicences: Record<
  Beyond<LicenceResource, GoogleAppsScript.AdminLicenseManager.Schema.LicenseAssignment>,
  string
> = {};

test("no resource has a field that Google's types lack", () => {
  expect(Object.keys(beyondClient)).toEqual([]);
  expect(Object.keys(beyondLicences)).toEqual([]);
  expect(Object.keys(beyondAppsScript)).toEqual([]);
});

test('every field of an answer stands in its schema', () => {
  const { call, wait } = openGoogle({
    accounts: [
      shop({
        groups: [{ email: 'team@shop.example', members: [{ email: admin }] }],
        schemas: [{ schemaName: 'Job', fields: [{ fieldName: 'level', fieldType: 'INT64' }] }],
        domainAliases: [{ domainAliasName: 'laden.example', parentDomainName: 'shop.example' }],
        subscriptions: [{ skuId: '1010020027', seats: { maximumNumberOfSeats: 5 } }],
      }),
    ],
  });
  call(
    'directory.users.insert',
    {},
    person('ana@shop.example', { recoveryPhone: '+4930123456', phones: [{ value: '1' }] }),
  );
  wait(10);
  const answers = {
    User: call('directory.users.get', { userKey: admin }).value,
    Users: call('directory.users.list', { customer: 'my_customer' }).value,
    OrgUnit: call('directory.orgunits.insert', { customerId: 'my_customer' }, { name: 'A', parentOrgUnitPath: '/' })
      .value,
    OrgUnits: call('directory.orgunits.list', { customerId: 'my_customer' }).value,
    Roles: call('directory.roles.list', { customer: 'my_customer' }).value,
    Customer: call('directory.customers.get', { customerKey: 'my_customer' }).value,
    RoleAssignments: call('directory.roleAssignments.list', { customer: 'my_customer' }).value,
    Group: call('directory.groups.get', { groupKey: 'team@shop.example' }).value,
    Groups: call('directory.groups.list', { customer: 'my_customer' }).value,
    Member: call('directory.members.get', { groupKey: 'team@shop.example', memberKey: admin }).value,
    Members: call('directory.members.list', { groupKey: 'team@shop.example' }).value,
    Schema: call('directory.schemas.get', { customerId: 'my_customer', schemaKey: 'Job' }).value,
    Schemas: call('directory.schemas.list', { customerId: 'my_customer' }).value,
    DomainAliases: call('directory.domainAliases.list', { customer: 'my_customer' }).value,
    Domains2: call('directory.domains.list', { customer: 'my_customer' }).value,
    LicenseAssignment: call(
      'licensing.licenseAssignments.insert',
      { productId: 'Google-Apps', skuId: '1010020027' },
      { userId: admin },
    ).value,
  };
  for (const [name, value] of Object.entries(answers)) {
    expect([name, Object.keys(value).filter((field) => !(field in schemas[name]!))]).toEqual([name, []]);
    expect(Object.keys(value).length).toBeGreaterThan(2);
  }
});
