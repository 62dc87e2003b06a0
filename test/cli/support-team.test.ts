import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { cleanUp, newFolder, sandbox, summaryOf } from './command';

/**
 * examples/support-team: forty people on five domains of two accounts, whose administrators come one after the other.
 */

afterAll(cleanUp);
jest.setTimeout(240_000);

const ingrid = 'ingrid.dahl@cloudpartner.example';
const pia = 'pia.lehto@northpartner.example';

async function run(folder: string, as: string): Promise<string> {
  const out = newFolder();
  await sandbox('run', folder, '--as', as, '--yes', 'all', '--same-person', 'all', '--out', out);
  return out;
}

const tenantOf = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'tenant.json'), 'utf8')) as Tenant;

/** Somebody turns automatic licensing off in the Admin console. */
function turnOff(folder: string): void {
  const tenant = tenantOf(folder);
  const accounts = tenant.accounts.map((account) => ({ ...account, autoLicensing: [] }));
  writeFileSync(path.join(folder, 'tenant.json'), JSON.stringify({ ...tenant, accounts }));
}

test('one roster becomes accounts on every domain, with the least role and no paid licence', async () => {
  const first = await run(path.resolve(__dirname, '../../examples/support-team'), ingrid);
  // One trainee shows that their org unit gives paid licences; the other eight are not created.
  expect(summaryOf(first).outcomes).toMatchObject({ blocked: 2, failed: 0 });
  const trainees = tenantOf(first).accounts[0]?.users?.filter(({ orgUnitPath }) => orgUnitPath === '/Support/Trainees');
  expect(trainees).toHaveLength(1);
  turnOff(first);
  const second = await run(first, ingrid);
  expect(summaryOf(second).outcomes).toMatchObject({ blocked: 0, failed: 0 });
  const third = await run(second, pia);
  expect(summaryOf(third).outcomes).toMatchObject({ waiting: 0, blocked: 0, failed: 0, notReached: 0 });
  const { accounts } = tenantOf(third);
  expect(accounts.flatMap(({ licences = [] }) => licences.filter(({ skuId }) => skuId !== '1010010001'))).toEqual([]);
  const leaver = accounts.flatMap(({ users = [] }) => users.filter(({ name }) => name?.familyName === 'Okafor'));
  expect(leaver.map(({ suspended }) => suspended)).toEqual([true, true, true]);
  const again = await run(third, ingrid);
  expect(summaryOf(again).requests.writes).toBe(0);
  expect(summaryOf(await run(again, pia)).requests.writes).toBe(0);
});
