import type { Tenant } from '../../sandbox/workspace/tenant';
import { cleanUp, example, newFolder, readJson, rowsOf, sandbox, summaryOf } from './command';

/** The examples, as the README tells to run them. */

afterAll(cleanUp);

async function run(name: string, ...options: string[]): Promise<{ out: string; code: number }> {
  const out = newFolder();
  const { code } = await sandbox('run', example(name), '--out', out, ...options);
  return { out, code };
}

describe('examples/team', () => {
  let out: string;
  let code: number;
  beforeAll(async () => ({ out, code } = await run('team')));

  test('can be done from the first row to the last', () => {
    expect(code).toBe(0);
    expect(summaryOf(out)).toMatchObject({ rows: 10, outcomes: { done: 10 } });
  });

  test('leaves nobody of the team with a paid licence, and everybody else with theirs', () => {
    const [account] = readJson<Tenant>(out, 'tenant.json').accounts;
    const paid = (account?.licences ?? [])
      .filter(({ productId }) => productId === 'Google-Apps')
      .map(({ userId }) => userId.split('@')[0]);
    expect(paid.sort()).toEqual(['admin', 'finance', 'oskar.nyberg', 'sales']);
  });

  test('puts everybody into the new org unit', () => {
    const [account] = readJson<Tenant>(out, 'tenant.json').accounts;
    expect((account?.users ?? []).filter(({ orgUnitPath }) => orgUnitPath === '/Support')).toHaveLength(10);
  });

  test('has nothing to do the second time', async () => {
    const again = newFolder();
    expect((await sandbox('run', out, '--out', again)).code).toBe(0);
    expect(summaryOf(again)).toMatchObject({ outcomes: { settled: 10 }, requests: { writes: 0 } });
  });
});

const leaver = 'Users!dele.leaver@acme-industries.example';
/** Each wrong row of examples/import-300, and a word of its own reason. */
const wrong: Readonly<Record<string, RegExp>> = {
  'Users!row 11': /"paula\.sanz\.acme-industries\.example" is not an e-mail address/,
  'Users!tom=lee@acme-industries.example': /character =/,
  'Users!ana..ruiz@acme-industries.example': /full stop/,
  'Users!lars.holm@acme-industrial.example': /Did you mean acme-industries\.example/,
  'Users!maximiliana.long@acme-industries.example': /68 characters/,
  'Users!kim.tag@acme-industries.example': /< or >/,
  'Users!eve.importer@acme-industries.example': /formula/,
  'Users!ulf.short@acme-industries.example': /too short/,
  'Users!nina.accent@acme-industries.example': /accent/,
  'Users!olga.hash@acme-industries.example': /hexadecimal/,
  'Users!pia.phone@acme-industries.example': /country code/,
  'Users!rita.recovery@acme-industries.example': /"rita at home" is not an e-mail address/,
  'Users!worf.mogh@acme-industries.example': /Klingon/,
  'Users!sam.typo@acme-industries.example': /Did you mean Google Workspace Business Standard/,
  'Users!dora.two@acme-industries.example': /one licence of a product/,
  'Users!rolf.role@acme-industries.example': /Did you mean User Management Admin/,
  'Users!otto.unit@acme-industries.example': /empty level/,
  'Users!alia.taken@acme-industries.example': /reception@acme-industries\.example is the address of another user/,
  'Users!greta.group@acme-industries.example': /works-council@acme-industries\.example.*group/,
  'Users!nils.new@acme-new.example': /not verified/,
  'Users!alan.foreign@acme-industries.example': /mailbox\.example/,
  'Users!all-staff@acme-industries.example': /group “All staff”/,
  'Users!founder@acme-industries.example': /personal Google Account/,
  'Users!helpline@acme-industries.example': /alias of reception@acme-industries\.example/,
  'Users!row 251': /A - does not belong here: a row needs the address/,
  'Users!row 261': /no address/,
  'Users!rex.retired@acme-industries.example': /Retired/,
  'Users!tina.tick@acme-industries.example': /perhaps/,
  'Users!nora.nameless@acme-industries.example': /needs a first name and a last name/,
  'Users!dash.name@acme-industries.example': /first name cannot be cleared/,
  'Users!lucia.fernandez@acme-industries.example#2': /stands on row 35 too/,
  // What a spreadsheet, an encoding and a slip of the keyboard make of what was meant.
  'Users!ines.spoilt@acme-industries.example': /made a number of what was typed here: 3\.46E\+10/,
  'Users!tove.trunk@acme-industries.example': /0 behind the country code.*as \+46707560000/,
  'Users!hugo.digest@acme-industries.example': /looks like a hash/,
  'Users!lech.pawel@acme-industries.example': /seems to be “Paweł”/,
  'Users!sid.slip@acme-industries.example': /There is \/Engineering\. Create/,
  // Somebody who was deleted two weeks ago had the address.
  [leaver]: /deleted on 2026-02-20\. Is that the person of this row/,
};
/** The last of them has an account in the archive. */
const namesakes = ['jan.novak', 'chris.martin', 'li.wei', 'maria.silva', 'ada.vogel'].map(
  (name) => `Users!${name}@acme-industries.example`,
);

describe('examples/import-300', () => {
  let out: string;
  let code: number;
  beforeAll(async () => ({ out, code } = await run('import-300')));

  test('is done but for the rows that need a person', () => {
    expect(code).toBe(1);
    expect(summaryOf(out)).toMatchObject({
      rows: 300,
      outcomes: { done: 258, blocked: 42, failed: 0, waiting: 0, notReached: 0 },
      // Of the customer's own; Cost centre is known.
      warnings: ['Not used on Users: Start date (column J).'],
    });
    const blocked = Object.entries(summaryOf(out).byKey)
      .filter(([, outcome]) => outcome === 'blocked')
      .map(([key]) => key);
    expect(blocked.sort()).toEqual([...Object.keys(wrong), ...namesakes].sort());
  });

  test.each(Object.entries(wrong))('%s says its own reason', (key, reason) => {
    expect(detailsOf(out, key)).toMatch(reason);
  });

  test.each(namesakes)('%s asks whether it is the same person', (key) => {
    expect(detailsOf(out, key)).toMatch(/Same person\?/);
  });

  test('does what is meant by an older name of a product, a full-width ＠, a role with a comma, and headers of anywhere', () => {
    const account = readJson<Tenant>(out, 'tenant.json').accounts[1];
    const user = (name: string) => account?.users?.find(({ primaryEmail }) => primaryEmail?.startsWith(`${name}@`));
    const held = (name: string) =>
      account?.licences?.filter(({ userId }) => userId.startsWith(`${name}@`)).map(({ skuId }) => skuId);
    expect(held('fay.former')).toEqual(['1010020027']);
    expect(user('miyu.kato')).toMatchObject({ primaryEmail: 'miyu.kato@acme-labs.example' });
    expect(account?.roleAssignments).toContainEqual(
      expect.objectContaining({ roleName: 'Support, Tier 1', assignedTo: 'cora.comma@acme-industries.example' }),
    );
    // The first header has a byte order mark, and a French one stands among them.
    expect(user('malgorzata.lukasik')).toMatchObject({
      name: { familyName: 'Łukasik' },
      recoveryPhone: '+34600100004',
    });
    // What looks like a day may be an id, and what is blank wishes nothing.
    expect(user('ned.number')).toMatchObject({ externalIds: [{ value: '01/02/1990' }] });
    expect([user('bea.blank')?.orgUnitPath, held('bea.blank')]).toEqual(['/', []]);
  });

  test('leaves the columns of the customer’s own as they were', () => {
    const own = (folder: string) => rowsOf(folder).map((row) => [row['Cost centre'], row['Start date']]);
    expect(own(out)).toEqual(own(example('import-300')));
    expect(own(out)[0]).toEqual(['00100', '2026-03-01']);
  });

  test('with --same-person all takes the namesakes too, and restores who was deleted', async () => {
    const asked = [...namesakes, leaver];
    const { out: all, code: ended } = await run(
      'import-300',
      '--same-person',
      'all',
      '--scope',
      `rows=${asked.join(',')}`,
    );
    expect(ended).toBe(0);
    expect(asked.map((key) => summaryOf(all).byKey[key])).toEqual(asked.map(() => 'done'));
  });
});

/** The Details of a row, found as byKey names it. */
function detailsOf(out: string, key: string): string {
  const place = Object.keys(summaryOf(out).byKey).indexOf(key);
  return rowsOf(out)[place]?.['Details'] ?? '';
}
