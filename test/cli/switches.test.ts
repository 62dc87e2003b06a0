import type { Tenant } from '../../sandbox/workspace/tenant';
import { cleanUp, example, newFolder, readJson, sandbox, summaryOf } from './command';
import { sampleOr } from '../sweep';

/** What Google's pages leave open changes nothing of what the examples come to. */

afterAll(cleanUp);
jest.setTimeout(900_000);

const turned = ['errorLanguage=es', 'locale=de_DE', 'apostropheInText=kept', 'triggersWithCard=minutes'];
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

async function came(folder: string, ...options: readonly string[]): Promise<Came> {
  const out = newFolder();
  await sandbox('run', folder, ...options, '--out', out);
  return cameOf(out);
}

const examples: readonly [string, ...string[]][] = [
  ['team'],
  ['new-customers'],
  ['lifecycle', '--arm', 'lumen-cloud.example'],
  ['mixed-200'],
];

describe.each(sampleOr(examples.slice(0, 3), examples))('examples/%s', (name, ...options) => {
  let usual: Came;
  beforeAll(async () => {
    usual = await came(example(name), ...options);
  }, 60_000);

  // In the sample each switch is tried with one example.
  const mine = turned.filter((_, at) => at % 3 === examples.findIndex(([first]) => first === name));
  test.each(sampleOr(mine, turned))('comes to the same with %s', async (one) => {
    expect(await came(example(name), ...options, '--switch', one)).toEqual(usual);
  });
});
