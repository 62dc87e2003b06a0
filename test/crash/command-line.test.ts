import { cleanUp, example, newFolder, readJson, sandbox, summaryOf } from '../cli/command';
import type { Summary } from '../../sandbox/cli/summary';
import type { Tenant } from '../../sandbox/workspace/tenant';

/** The same through the command line, as anybody can try it. */

afterAll(cleanUp);

interface Ended { readonly byKey: Summary['byKey']; readonly people: readonly string[]; readonly handOff: readonly string[]; readonly creations: number }

function endedIn(folder: string): Ended {
  const tenant = readJson<Tenant>(folder, 'tenant.json');
  const people = tenant.accounts.flatMap((account) => (account.users ?? []).map((user) => JSON.stringify([user.primaryEmail, user.name, user.orgUnitPath, user['aliases'], user['isAdmin'], user['suspended']])));
  const licences = tenant.accounts.flatMap((account) => (account.licences ?? []).map((licence) => JSON.stringify(licence)));
  const handOff = readJson<{ email: string }[]>(folder, 'handoff.json').map((line) => line.email);
  const created = tenant.accounts.flatMap((account) => account.users ?? []).length;
  return { byKey: wellIsWell(summaryOf(folder).byKey), people: [...people, ...licences].sort(), handOff: handOff.sort(), creations: created };
}

/** A row that finds its own work done may be settled instead of done. */
function wellIsWell(byKey: Summary['byKey']): Summary['byKey'] {
  return Object.fromEntries(Object.entries(byKey).map(([key, outcome]) => [key, outcome === 'settled' ? 'done' : outcome]));
}

let undisturbed: Ended;

beforeAll(async () => {
  const out = newFolder();
  const { code } = await sandbox('run', example('mixed-200'), '--out', out);
  expect(code).toBe(1);
  undisturbed = endedIn(out);
  expect(Object.keys(undisturbed.byKey)).toHaveLength(200);
}, 60_000);

test.each([[1, 'after'], [37, 'before'], [120, 'after'], [205, 'after']])('run examples/mixed-200 --crash-at google:%i --crash-when %s ends as without the crash', async (n, when) => {
  const out = newFolder();
  const { out: said } = await sandbox('run', example('mixed-200'), '--out', out, '--crash-at', `google:${n}`, '--crash-when', when);
  expect(said).not.toContain('nothing crashed');
  expect(endedIn(out)).toEqual(undisturbed);
}, 60_000);

test.each([['google:64', 'after'], ['sheet:9', 'before'], ['property:7', 'after']])('with --crash-at %s --crash-when %s --no-resume, given back as a workbook, it ends as without the crash', async (point, when) => {
  const [dead, out] = [newFolder(), newFolder()];
  const first = await sandbox('run', example('mixed-200'), '--out', dead, '--crash-at', point, '--crash-when', when, '--no-resume');
  expect(first.out).toContain('The execution died');
  await sandbox('run', dead, '--out', out);
  expect(endedIn(out)).toEqual(undisturbed);
}, 60_000);
