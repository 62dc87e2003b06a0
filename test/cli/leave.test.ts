import type { Tenant } from '../../sandbox/workspace/tenant';
import { cleanUp, newFolder, readJson, readLines, rowsOf, sandbox, summaryOf, workbook } from './command';

/** People who leave, and exact lists, from the command line. */

afterAll(cleanUp);

const shop: Tenant = {
  signedInAs: 'admin@shop.example',
  accounts: [
    {
      customer: { id: 'C0shop01', customerDomain: 'shop.example' },
      users: [
        { primaryEmail: 'admin@shop.example', name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true },
        {
          primaryEmail: 'ana@shop.example',
          name: { givenName: 'Ana', familyName: 'Ruiz' },
          aliases: ['a@shop.example'],
        },
      ],
    },
  ],
};
const book = (aliases = '') =>
  workbook({ 'Users.csv': `Email,State,Roles,Aliases\nana@shop.example,,,${aliases}\n`, 'tenant.json': shop });

async function run(folder: string, ...options: string[]): Promise<{ readonly out: string; readonly code: number }> {
  const out = newFolder();
  const { code } = await sandbox('run', folder, '--out', out, ...options);
  return { out, code };
}
const sent = (out: string): readonly string[] =>
  readLines<{ op: string; status: number }>(out, 'requests.jsonl')
    .filter(({ op }) => !/\.(get|list|listFor\w+)$/.test(op))
    .map(({ op }) => op);

test('--action leave --leave-to deleted, armed, takes everything and deletes; the workbook that comes out restores', async () => {
  const unarmed = await run(book(), '--action', 'leave', '--leave-to', 'deleted');
  expect([unarmed.code, sent(unarmed.out)]).toEqual([1, []]);
  const { out, code } = await run(book(), '--action', 'leave', '--leave-to', 'deleted', '--arm', 'shop.example');
  expect([code, sent(out)]).toEqual([
    0,
    ['directory.users.signOut', 'directory.users.update', 'directory.users.delete'],
  ]);
  expect(rowsOf(out)[0]).toMatchObject({ State: 'Deleted', Roles: '-' });
  expect(summaryOf(out)).toMatchObject({ outcomes: { done: 1 } });
  const again = await run(out);
  expect([again.code, sent(again.out)]).toEqual([0, []]);
});

test('--licences exact takes what a filled cell does not list, and keeps to it until told otherwise', async () => {
  const kept = await run(book('-'));
  expect([kept.code, sent(kept.out)]).toEqual([0, []]);
  const { out, code } = await run(book('-'), '--licences', 'exact');
  expect([code, sent(out)]).toEqual([0, ['directory.users.aliases.delete']]);
  expect(JSON.stringify(readJson<unknown>(out, 'host.json'))).toContain('exact');
  const wrong = await sandbox('run', book(), '--licences', 'all');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--licences takes at-least, exact, not "all".')]);
});
