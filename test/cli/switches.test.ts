import type { Tenant } from '../../sandbox/workspace/tenant';
import { sampleOr } from '../sweep';
import { cleanUp, example, newFolder, readJson, sandbox, summaryOf } from './command';

/** What Google's pages leave open changes nothing of what the examples come to. */

afterAll(cleanUp);
jest.setTimeout(900_000);

/**
 * Every value of the switches that a first day in a real sheet meets, several at a time: they have nothing to do with
 * each other, and a run for each alone would take long.
 */
const together = [
  ['locale=de_DE', 'errorLanguage=es', 'apostropheInText=kept', 'triggersWithCard=minutes', 'fetchAllMost=5'],
  ['locale=tr_TR', 'errorLanguage=de', 'propertyLimit=characters', 'project=pushed', 'apisAfterPush=on'],
  ['locale=ja_JP', 'errorLanguage=fr', 'fetchAllMost=15', 'apostropheInText=kept'],
  ['locale=ru_RU', 'errorLanguage=sv', 'fetchAllMost=30', 'triggersWithCard=minutes'],
  ['locale=pl_PL', 'errorLanguage=it', 'propertyLimit=characters', 'apostropheInText=kept'],
  ['locale=fr_FR', 'errorLanguage=pt', 'fetchQuota=before'],
  ['locale=sv_SE', 'project=pushed', 'apisAfterPush=on', 'apostropheInText=kept'],
  ['locale=it_IT', 'fetchAllMost=5', 'triggersWithCard=minutes'],
  ['locale=es_ES', 'propertyLimit=characters', 'fetchAllMost=15'],
  ['locale=pt_BR', 'apostropheInText=kept'],
];
const turned = together
  .slice(0, sampleOr(1, together.length))
  .map((switches) => [switches.join(' '), switches] as const);

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
  ['lifecycle', '--arm', 'lumen-cloud.example'],
  ['team'],
  ['new-customers'],
  ['mixed-200'],
];

describe.each(sampleOr(examples.slice(0, 1), examples))('examples/%s', (name, ...options) => {
  let usual: Came;
  beforeAll(async () => {
    usual = await came(example(name), ...options);
  }, 60_000);

  test.each(turned)('comes to the same with %s', async (_, switches) => {
    const given = switches.flatMap((one) => ['--switch', one]);
    expect(await came(example(name), ...options, ...given)).toEqual(usual);
  });
});
