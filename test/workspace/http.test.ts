import { admin, auth as official } from 'googleapis/build/src/apis/admin';
import { licensing } from 'googleapis/build/src/apis/licensing';
import { reseller as resellerApi } from 'googleapis/build/src/apis/reseller';
import { operations, type OperationId } from '../../sandbox/workspace/operations';
import { serve, type Served } from '../../sandbox/workspace/server';
import type { SimulatedWorkspace } from '../../sandbox/workspace/workspace';
import { openGoogle, person, shop } from './google';

/** Google's own Node client, pointed at the simulation: paths, verbs, parameters and bodies are its, not ours. */

const boss = 'boss@resell.example';
const reseller = {
  customer: { id: 'C0resell1', customerDomain: 'resell.example' },
  reseller: true,
  users: [{ primaryEmail: boss, isAdmin: true }],
  orgUnits: [{ orgUnitPath: '/Old' }],
};
const resold = {
  ...shop({
    users: [
      {
        primaryEmail: 'ana@shop.example',
        tokens: [{ clientId: 'a', displayText: 'A' }],
        asps: [{ codeId: 7, name: 'Printer' }],
      },
    ],
    groups: [{ email: 'team@shop.example' }],
    domainAliases: [{ domainAliasName: 'laden.example', parentDomainName: 'shop.example' }],
  }),
  resoldBy: 'C0resell1',
};
const customer = 'C0shop001';

let served: Served;
let workspace: SimulatedWorkspace;
let apis: ReturnType<typeof clients>;

/**
 * The client's own way of fetching is a dynamic import, which jest's module loader does not have; Node's fetch does the
 * same.
 */
function clients(url: string) {
  const auth = new official.OAuth2({
    endpoints: { oauth2TokenUrl: `${url}/token` },
    transporterOptions: { fetchImplementation: fetch },
  });
  auth.setCredentials({ refresh_token: boss });
  const options = { auth, rootUrl: `${url}/`, retry: false };
  return {
    directory: admin({ version: 'directory_v1', ...options }),
    licensing: licensing({ version: 'v1', ...options }),
    reseller: resellerApi({ version: 'v1', ...options }),
  };
}

beforeEach(async () => {
  const simulated = openGoogle({
    accounts: [reseller, resold],
    signedInAs: boss,
    switches: { userPropagation: '0', customerPropagation: '0', groupPropagation: '0' },
  });
  workspace = simulated.google;
  served = await serve({ workspace, port: 0 });
  apis = clients(served.url);
});

afterEach(() => served.close());

const logged = () =>
  new Set(workspace.log.filter((line) => line.status >= 200 && line.status < 300).map((line) => line.op));

async function driveSecurity(): Promise<void> {
  const { tokens, asps } = apis.directory;
  const user = { userKey: 'ana@shop.example' };
  expect((await tokens.list(user)).data.items).toMatchObject([{ clientId: 'a' }]);
  expect((await tokens.get({ ...user, clientId: 'a' })).data).toMatchObject({ displayText: 'A' });
  await tokens.delete({ ...user, clientId: 'a' });
  expect((await asps.list(user)).data.items).toMatchObject([{ codeId: 7, creationTime: '0' }]);
  expect((await asps.get({ ...user, codeId: 7 })).data).toMatchObject({ name: 'Printer' });
  await asps.delete({ ...user, codeId: 7 });
}

async function driveSchemas(): Promise<void> {
  const { schemas, users } = apis.directory;
  const customerId = customer;
  const fields = [{ fieldName: 'level', fieldType: 'INT64' }];
  const { data: made } = await schemas.insert({ customerId, requestBody: { schemaName: 'Job', fields } });
  const schemaKey = made.schemaId!;
  await schemas.patch({ customerId, schemaKey, requestBody: { displayName: 'Work' } });
  await schemas.update({
    customerId,
    schemaKey: 'Job',
    requestBody: { schemaName: 'Job', fields: [...fields, { fieldName: 'desk', fieldType: 'STRING' }] },
  });
  expect((await schemas.get({ customerId, schemaKey })).data).toMatchObject({ displayName: 'Work', schemaName: 'Job' });
  await users.update({ userKey: 'ana@shop.example', requestBody: { customSchemas: { Job: { level: 3 } } } });
  const { data: ana } = await users.get({ userKey: 'ana@shop.example', projection: 'custom', customFieldMask: 'Job' });
  expect(ana.customSchemas).toEqual({ Job: { level: 3 } });
  await users.update({ userKey: 'ana@shop.example', requestBody: { customSchemas: { Job: null! } } });
  expect((await schemas.list({ customerId })).data.schemas).toHaveLength(1);
  await schemas.delete({ customerId, schemaKey });
}

async function driveGroups(): Promise<void> {
  const { groups, members } = apis.directory;
  const groupKey = 'sales@shop.example';
  await groups.insert({ requestBody: { email: groupKey, name: 'Sales' } });
  await groups.patch({ groupKey, requestBody: { description: 'who sells' } });
  await groups.update({ groupKey, requestBody: { name: 'Selling' } });
  expect((await groups.get({ groupKey })).data).toMatchObject({ name: 'Selling', description: 'who sells' });
  await groups.aliases.insert({ groupKey, requestBody: { alias: 'shop@shop.example' } });
  expect((await groups.aliases.list({ groupKey })).data.aliases).toMatchObject([{ alias: 'shop@shop.example' }]);
  await members.insert({ groupKey: 'shop@shop.example', requestBody: { email: 'ana@shop.example', role: 'MANAGER' } });
  await groups.aliases.delete({ groupKey, alias: 'shop@shop.example' });
  const ana = { groupKey, memberKey: 'ana@shop.example' };
  await members.patch({ ...ana, requestBody: { role: 'MEMBER' } });
  await members.update({ ...ana, requestBody: { role: 'OWNER', delivery_settings: 'DIGEST' } });
  expect((await members.get(ana)).data).toMatchObject({ role: 'OWNER', delivery_settings: 'DIGEST' });
  expect((await members.hasMember(ana)).data).toEqual({ isMember: true });
  expect((await members.list({ groupKey, roles: 'OWNER', includeDerivedMembership: true })).data.members).toHaveLength(
    1,
  );
  expect((await groups.list({ userKey: 'ana@shop.example' })).data.groups).toMatchObject([{ email: groupKey }]);
  await members.delete(ana);
  await groups.delete({ groupKey });
}

test('every Directory operation, driven by the official client', async () => {
  const { users, orgunits, roles, roleAssignments, privileges, domains, customers } = apis.directory;
  const userKey = 'bo@shop.example';
  const { data: bo } = await users.insert({ requestBody: person(userKey) });
  await users.update({ userKey, requestBody: { suspended: true } });
  await users.patch({ userKey, requestBody: { suspended: false } });
  await users.aliases.insert({ userKey, requestBody: { alias: 'hi@shop.example' } });
  expect((await users.aliases.list({ userKey })).data.aliases).toMatchObject([{ alias: 'hi@shop.example' }]);
  await users.aliases.delete({ userKey, alias: 'hi@shop.example' });
  await users.makeAdmin({ userKey, requestBody: { status: true } });
  await users.makeAdmin({ userKey, requestBody: { status: false } });
  await users.signOut({ userKey });
  expect((await users.list({ customer, query: 'email:bo*', maxResults: 5, orderBy: 'email' })).data.users).toHaveLength(
    1,
  );

  const { data: sales } = await orgunits.insert({
    customerId: customer,
    requestBody: { name: 'Sales & Service', parentOrgUnitPath: '/' },
  });
  await orgunits.insert({
    customerId: customer,
    requestBody: { name: 'North', parentOrgUnitPath: sales.orgUnitPath! },
  });
  expect((await orgunits.get({ customerId: customer, orgUnitPath: 'Sales & Service/North' })).data).toMatchObject({
    name: 'North',
  });
  await orgunits.patch({ customerId: customer, orgUnitPath: sales.orgUnitId!, requestBody: { description: 'all' } });
  expect((await orgunits.list({ customerId: customer, type: 'all' })).data.organizationUnits).toHaveLength(2);
  await orgunits.delete({ customerId: customer, orgUnitPath: 'Sales & Service/North' });

  const { data: tree } = await privileges.list({ customer });
  // One with none below it: a role has to name those, too.
  const single = tree.items!.find(({ childPrivileges }) => !childPrivileges?.length)!;
  const pair = { privilegeName: single.privilegeName!, serviceId: single.serviceId! };
  const { data: role } = await roles.insert({ customer, requestBody: { roleName: 'Desk', rolePrivileges: [pair] } });
  const { roleId } = role as { roleId: string };
  await roles.get({ customer, roleId });
  await roles.patch({ customer, roleId, requestBody: { roleDescription: 'x' } });
  const { data: assignment } = await roleAssignments.insert({
    customer,
    requestBody: { roleId, assignedTo: bo.id!, scopeType: 'CUSTOMER' },
  });
  const { roleAssignmentId } = assignment as { roleAssignmentId: string };
  await roleAssignments.get({ customer, roleAssignmentId });
  expect((await roleAssignments.list({ customer, userKey, roleId })).data.items).toHaveLength(1);
  await roleAssignments.delete({ customer, roleAssignmentId });
  await roles.delete({ customer, roleId });
  expect((await roles.list({ customer, maxResults: 3 })).data.nextPageToken).toEqual(expect.any(String));

  await driveSecurity();
  await driveSchemas();
  await domains.list({ customer });
  const { domainAliases } = apis.directory;
  await domainAliases.list({ customer, parentDomainName: 'shop.example' });
  await domainAliases.get({ customer, domainAliasName: 'laden.example' });
  await customers.get({ customerKey: customer });
  await customers.patch({ customerKey: customer, requestBody: { language: 'de' } });
  await driveGroups();
  await users.delete({ userKey });
  await users.undelete({ userKey: bo.id!, requestBody: { orgUnitPath: '/' } });
  expect((await users.get({ userKey })).data).toMatchObject({ id: bo.id, primaryEmail: userKey });

  const expected = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].api === 'directory');
  expect(expected.filter((id) => !logged().has(id))).toEqual([]);
});

test('every Reseller and License Manager operation, driven by the official client', async () => {
  const { customers, subscriptions } = apis.reseller;
  const { licenseAssignments } = apis.licensing;
  const postalAddress = { contactName: 'Ana Bo', organizationName: 'Globex', postalCode: '10115', countryCode: 'DE' };
  const { data: globex } = await customers.insert({
    requestBody: { customerDomain: 'globex.example', alternateEmail: 'a@home.example', postalAddress },
  });
  await customers.get({ customerId: globex.customerId! });
  await customers.patch({ customerId: globex.customerId!, requestBody: { phoneNumber: '+4930123456' } });
  await customers.update({ customerId: globex.customerId!, requestBody: { alternateEmail: 'b@home.example' } });

  const customerId = customer;
  const order = async (skuId: string, planName: string) =>
    (
      await subscriptions.insert({
        customerId,
        requestBody: { skuId, plan: { planName }, seats: { maximumNumberOfSeats: 5 } },
      })
    ).data.subscriptionId!;
  let subscriptionId = await order('1010020027', 'TRIAL');
  await subscriptions.changePlan({
    customerId,
    subscriptionId,
    requestBody: { planName: 'ANNUAL_MONTHLY_PAY', seats: { numberOfSeats: 5 } },
  });
  subscriptionId = (await subscriptions.startPaidService({ customerId, subscriptionId })).data.subscriptionId!;
  await subscriptions.changeSeats({ customerId, subscriptionId, requestBody: { numberOfSeats: 6 } });
  await subscriptions.changeRenewalSettings({
    customerId,
    subscriptionId,
    requestBody: { renewalType: 'AUTO_RENEW_MONTHLY_PAY' },
  });
  await subscriptions.suspend({ customerId, subscriptionId });
  await subscriptions.activate({ customerId, subscriptionId });
  expect((await subscriptions.get({ customerId, subscriptionId })).data).toMatchObject({
    status: 'ACTIVE',
    plan: { planName: 'ANNUAL' },
    seats: { numberOfSeats: 6 },
  });

  const starter = { productId: 'Google-Apps', skuId: '1010020027' };
  const userId = 'ana@shop.example';
  await licenseAssignments.insert({ ...starter, requestBody: { userId } });
  await licenseAssignments.get({ ...starter, userId });
  await licenseAssignments.listForProduct({ productId: 'Google-Apps', customerId });
  expect(
    (await licenseAssignments.listForProductAndSku({ ...starter, customerId, maxResults: 10 })).data.items,
  ).toHaveLength(1);
  await subscriptions.insert({
    customerId,
    action: 'buy',
    requestBody: { skuId: '1010020028', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 5 } },
  });
  await licenseAssignments.update({ ...starter, userId, requestBody: { skuId: '1010020028' } });
  await licenseAssignments.patch({
    productId: 'Google-Apps',
    skuId: '1010020028',
    userId,
    requestBody: { skuId: '1010020027' },
  });
  await licenseAssignments.delete({ ...starter, userId });
  const spare = await order('1010380001', 'FLEXIBLE');
  await subscriptions.delete({ customerId, subscriptionId: spare, deletionType: 'cancel' });
  expect((await subscriptions.list({ customerId })).data.subscriptions).toHaveLength(3);

  const expected = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].api !== 'directory');
  expect(expected.filter((id) => !logged().has(id))).toEqual([]);
});

test("the official client sees refusals as Google's", async () => {
  await expect(apis.directory.users.get({ userKey: 'nobody@shop.example' })).rejects.toMatchObject({
    status: 404,
    response: { data: { error: { errors: [{ reason: 'notFound' }] } } },
  });
  await expect(
    apis.directory.users.insert({
      requestBody: {
        primaryEmail: 'ana@shop.example',
        name: { givenName: 'A', familyName: 'B' },
        password: 'correct horse 9',
      },
    }),
  ).rejects.toMatchObject({
    status: 409,
    response: { data: { error: { message: 'Entity already exists.', errors: [{ reason: 'duplicate' }] } } },
  });
});

test("a service account's assertion names the user that it stands for", async () => {
  const assertion = `x.${Buffer.from(JSON.stringify({ sub: 'ana@shop.example', scope: 'https://www.googleapis.com/auth/admin.directory.user.readonly' })).toString('base64url')}.x`;
  const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  const { access_token: token } = (await (
    await fetch(`${served.url}/token`, { method: 'POST', body: form })
  ).json()) as { access_token: string };
  const get = (user: string, headers: Record<string, string>) =>
    fetch(`${served.url}/admin/directory/v1/users/${user}?viewType=domain_public`, { headers });
  expect((await get('admin@shop.example', { authorization: `Bearer ${token}` })).status).toBe(200);
  expect((await get(boss, { authorization: `Bearer ${token}` })).status).toBe(403);
  expect((await get(boss, {})).status).toBe(401);
  expect((await get(boss, { authorization: 'Bearer forged' })).status).toBe(401);
});

test('batches and lost answers travel too', async () => {
  const headers = { authorization: `Bearer ${boss}`, 'content-type': 'multipart/mixed; boundary=edge' };
  const body =
    '--edge\r\nContent-Type: application/http\r\n\r\nGET /admin/directory/v1/users/ana%40shop.example HTTP/1.1\r\n\r\n--edge--';
  const reply = await fetch(`${served.url}/batch`, { method: 'POST', headers, body });
  expect(reply.status).toBe(200);
  expect(await reply.text()).toContain('"primaryEmail":"ana@shop.example"');
  workspace.control.failNext('directory.users.get', { status: 0 });
  await expect(fetch(`${served.url}/admin/directory/v1/users/ana%40shop.example`, { headers })).rejects.toThrow();
});

test('a request is carried out when it arrives; discovery takes no time', async () => {
  const passed: string[] = [];
  const slow = await serve({
    workspace,
    port: 0,
    journey: () => ({ there: 30, back: 220 }),
    pass: (milliseconds) => {
      passed.push(`${milliseconds} ms, ${workspace.log.length} arrived`);
      return Promise.resolve();
    },
  });
  try {
    await fetch(`${slow.url}/discovery/v1/apis`);
    const { access_token: token } = (await (
      await fetch(`${slow.url}/token`, { method: 'POST', body: new URLSearchParams({ refresh_token: boss }) })
    ).json()) as { access_token: string };
    const before = workspace.log.length;
    await fetch(`${slow.url}/admin/directory/v1/users/ana%40shop.example`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(passed).toEqual([`30 ms, ${before} arrived`, `220 ms, ${before + 1} arrived`]);
  } finally {
    await slow.close();
  }
});

describe('discovery', () => {
  const read = async (path: string) => (await (await fetch(served.url + path)).json()) as Discovery;
  interface Method {
    id: string;
    path: string;
    httpMethod: string;
    parameterOrder: string[];
    parameters: Record<string, object>;
  }
  interface Resources {
    methods?: Record<string, Method>;
    resources?: Record<string, Resources>;
  }
  interface Discovery extends Resources {
    rootUrl: string;
    batchPath: string;
    items: { discoveryRestUrl: string }[];
    error?: object;
  }
  const methods = ({ methods: own = {}, resources = {} }: Resources): Method[] => [
    ...Object.values(own),
    ...Object.values(resources).flatMap(methods),
  ];

  test('documents hold every operation of the table, at this address', async () => {
    const { items } = await read('/discovery/v1/apis');
    const documents = await Promise.all(
      items.map(async ({ discoveryRestUrl }) => (await (await fetch(discoveryRestUrl)).json()) as Discovery),
    );
    const found = new Map(
      documents.flatMap((document) => methods(document).map((method) => [method.id, method] as const)),
    );
    expect([...found.keys()].sort()).toEqual(Object.keys(operations).sort());
    for (const [id, operation] of Object.entries(operations)) {
      const method = found.get(id)!;
      expect([id, method.httpMethod, method.parameterOrder, `/${method.path.replace('{+', '{')}`]).toEqual([
        id,
        operation.verb,
        operation.order,
        operation.path,
      ]);
      expect(Object.keys(method.parameters)).toEqual(expect.arrayContaining([...operation.order, ...operation.query]));
    }
    expect(documents.every((document) => document.rootUrl === `${served.url}/` && document.batchPath === 'batch')).toBe(
      true,
    );
  });

  test('the newer address works where host or api tells which v1 is meant', async () => {
    expect(methods(await read('/$discovery/rest?version=directory_v1')).length).toBeGreaterThan(20);
    expect(methods(await read('/$discovery/rest?version=v1&api=licensing'))[0]!.id).toMatch(/^licensing\./);
    expect((await read('/$discovery/rest?version=v1')).error).toBeDefined();
  });
});
