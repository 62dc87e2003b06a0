import path from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { sampleOr } from '../sweep';
import { cleanUp, example, newFolder, readJson, sandbox, summaryOf } from './command';

/** What Google's pages leave open changes nothing of what the examples come to. */

afterAll(cleanUp);
jest.setTimeout(900_000);

const everywhere = [
  'errorLanguage=es',
  'resellerPrivileges=opaque',
  'resellerPrivileges=telling',
  'privilegeChildren=left',
  'legacySupportRoles=present',
  'autoLicensingDelay=0',
  'locale=de_DE',
  'apostropheInText=kept',
  'triggersWithCard=minutes',
  'cloudIdentityFree=siteWide',
];
const quick = ['errorLanguage=es', 'cloudIdentityFree=siteWide'];
const examples: readonly (readonly [name: string, ...options: string[]])[] = [
  ['team'],
  ['import-300'],
  ['mixed-200'],
  ['new-customers'],
  ['lifecycle', '--arm', 'lumen-cloud.example'],
];

interface Came {
  readonly byKey: Readonly<Record<string, string>>;
  readonly google: readonly string[];
}

/** How rows stand, and what is at Google by name. Cloud Identity for a whole account is no licence to be seen. */
function cameOf(folder: string): Came {
  const { accounts } = readJson<Tenant>(folder, 'tenant.json');
  const google = accounts.flatMap(({ users = [], licences = [], roleAssignments = [], subscriptions = [] }) => [
    ...users.map((user) => [user.primaryEmail, user.name, user.orgUnitPath, user['suspended'], user['archived']]),
    ...licences.filter(({ productId }) => productId !== '101001').map(({ userId, skuId }) => [userId, skuId]),
    ...roleAssignments.map(({ roleName, assignedTo }) => [roleName, assignedTo]),
    ...subscriptions.map(({ skuId, seats, status }) => [skuId, seats, status]),
  ]);
  return { byKey: summaryOf(folder).byKey, google: google.map((one) => JSON.stringify(one)).sort() };
}

async function came(
  folder: string,
  ...options: readonly string[]
): Promise<{ readonly out: string; readonly came: Came }> {
  const out = newFolder();
  await sandbox('run', folder, ...options, '--out', out);
  return { out, came: cameOf(out) };
}

describe.each(sampleOr(examples.slice(0, 1), examples))('examples/%s', (name, ...options) => {
  let usual: Came;
  beforeAll(async () => {
    usual = (await came(example(name), ...options)).came;
  });

  test.each(sampleOr(quick, everywhere))('comes to the same with %s', async (turned) => {
    expect((await came(example(name), ...options, '--switch', turned)).came).toEqual(usual);
  });
});

/** Both administrators of the support team, with automatic licensing turned off in between. */
async function team(...options: readonly string[]): Promise<Came> {
  const folder = path.resolve(__dirname, '../../examples/support-team');
  const yes = ['--yes', 'all', '--same-person', 'all', ...options];
  const { out: first } = await came(folder, ...yes);
  const tenant = readJson<Tenant>(first, 'tenant.json');
  const accounts = tenant.accounts.map((account) => ({ ...account, autoLicensing: [] }));
  writeFileSync(path.join(first, 'tenant.json'), JSON.stringify({ ...tenant, accounts }));
  const { out: second } = await came(first, ...yes);
  return (await came(second, ...yes, '--as', 'pia.lehto@northpartner.example')).came;
}

const whole = sampleOr(describe.skip, describe);
whole('examples/support-team', () => {
  let usual: Came;
  beforeAll(async () => {
    usual = await team();
  });

  test.each(everywhere)('comes to the same with %s', async (turned) => {
    expect(await team('--switch', turned)).toEqual(usual);
  });
});
