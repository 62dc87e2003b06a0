import { createHash } from 'node:crypto';
import { Killed } from '../../sandbox/apps-script/port';
import { armCrash } from '../../sandbox/cli/crash';
import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { columnOf, textsOf } from '../interference/people';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { admin, hashOf, open, person, shop, statuses, userAt, usersAt, wait, writesDuring } from '../users/shop';
import { lineOf, pasteLine, renameHeader, rewrite, versionOf } from './sheet';
import { someOf } from '../sweep';

/**
 * A co-editor of the spreadsheet has its cells and no script. What that person writes after the check, or brings back
 * from before, is never sent in the name of whoever approved the plan.
 */

const ann = { Email: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Berg', 'Super admin': 'yes', Password: '' };
const theirs = 'Chosen by somebody else 1';

/** Runs the plan; that it is refused as a whole is as good. */
function runAnyhow(desk: TestDesk): void {
  try {
    desk.run();
  } catch (error) {
    if (!(error instanceof ServerSaidNo)) throw error;
  }
}

describe('the password of a super administrator who is being created', () => {
  const attacks: readonly [string, Readonly<Record<string, string>>, (desk: TestDesk) => void][] = [
    ['typed into its empty cell', { Password: '' }, (desk) => desk.type('ann@shop.example', 'Password', theirs)],
    [
      'typed over a given one',
      { Password: 'Given 1 and good' },
      (desk) => desk.type('ann@shop.example', 'Password', theirs),
    ],
    [
      'in a column that is called Password by now',
      { Password: '', Remark: theirs },
      (desk) => {
        renameHeader(desk, 'Password', 'Was password');
        renameHeader(desk, 'Remark', 'Password');
      },
    ],
    [
      'made instead of the given one, whose header is gone',
      { Password: 'Given 1 and good' },
      (desk) => renameHeader(desk, 'Password', 'Something else'),
    ],
  ];

  test.each(someOf(attacks, 3))('%s after the check is not set: the row stops and says why', (_what, more, attack) => {
    const desk = open([{ ...ann, ...more }]);
    desk.check();
    attack(desk);
    expect(writesDuring(desk, () => desk.run()).map(({ op }) => op)).toEqual([]);
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Changed since check',
      Details: expect.stringMatching(/Password cell.*Check it again/) as string,
    });
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({ 'ann@shop.example': 'Done' });
  });

  test('is the given one where nobody touched it, though its column was moved', () => {
    const desk = open([{ ...ann, Password: 'Given 1 and good' }]);
    desk.check();
    desk.host.edit.insertRows('Users', 2, 2);
    desk.run();
    const hash = hashOf(desk, 'ann@shop.example');
    if (!('salt' in hash)) throw new Error('A hash was sent.');
    const given = createHash('sha256').update(`${hash.salt}Given 1 and good`, 'utf8').digest('hex');
    expect(hash.sha256).toBe(given);
  });
});

describe('a cell that is changed after the check', () => {
  const full = {
    ...ann,
    'Super admin': '',
    'Org unit': '/Sales',
    Licences: 'Business Starter',
    Roles: 'Groups Admin',
    Aliases: 'a.berg@shop.example',
    State: 'Active',
    Language: 'German',
    'Recovery email': 'ann@home.example',
    'Recovery phone': '+4930123456',
    'Change password at sign-in': 'yes',
  };
  const others: Readonly<Record<string, string>> = {
    'First name': 'Anna',
    'Last name': 'Bergh',
    'Org unit': '/Board',
    Licences: 'Business Standard',
    Roles: 'Groups Admin, User Management Admin',
    Aliases: 'a.berg@shop.example, ceo@shop.example',
    State: 'Suspended',
    Language: 'French',
    'Recovery email': 'them@home.example',
    'Recovery phone': '+4930999999',
    'Super admin': 'yes',
    'Change password at sign-in': 'no',
    'User ID': '1',
  };

  test.each(someOf(Object.entries(others), 2))('%s: the row is not run', (header, text) => {
    const desk = openDesk({ tenant: shop(), users: [full] });
    desk.check();
    desk.type('ann@shop.example', header, text);
    expect(writesDuring(desk, () => desk.run())).toEqual([]);
    expect(statuses(desk)['ann@shop.example']).toBe('Changed since check');
  });
});

describe('a line of the Journal that was kept', () => {
  const named = (name: string) => ({
    Email: `${name}@shop.example`,
    'First name': name,
    'Last name': 'Test',
    Aliases: [1, 2, 3, 4].map((n) => `${name}.${n}@shop.example`).join(', '),
  });
  const rows = ['bob', 'cec', 'dan'].map(named);
  const slow = (more: readonly string[] = [], latency = 25_000): TestDesk => {
    const desk = open([...more.map(named), ...rows], {}, { latency });
    desk.host.state.properties.document['setting:transport'] = 'advanced';
    return desk;
  };
  const dan = 'Users!dan@shop.example';

  test('from the check means nothing between the slices of the run', () => {
    const desk = slow();
    const { planId } = desk.check();
    const kept = lineOf(desk, dan);
    let progress = ask(desk.host, 'startRun', { planId });
    expect(progress.more).toBe(true);
    pasteLine(desk, dan, kept);
    while (progress.more) progress = ask(desk.host, 'continueWork');
    expect(statuses(desk)['dan@shop.example']).toBe('Changed since check');
  });

  test('from an earlier slice means nothing in a later one', () => {
    const desk = slow(['eva', 'fay', 'gil', 'hal'], 20_000);
    ask(desk.host, 'startRun', { planId: desk.check().planId });
    const kept = lineOf(desk, dan);
    expect(kept[1]).toMatch(/planned|running/);
    let progress = ask(desk.host, 'continueWork');
    expect(progress.more).toBe(true);
    expect(lineOf(desk, dan)[1]).toMatch(/planned|running/);
    pasteLine(desk, dan, kept);
    while (progress.more) progress = ask(desk.host, 'continueWork');
    expect(statuses(desk)['dan@shop.example']).toBe('Changed since check');
  });

  /** What the line of a key was before its row was begun, as long as somebody looks on from here. */
  const approvedLine = (desk: TestDesk, key: string): (() => readonly string[]) => {
    let kept = lineOf(desk, key);
    desk.host.onEffect = ({ kind }) => {
      const line = lineOf(desk, key);
      if (kind === 'google' && line[1] === 'planned') kept = line;
    };
    return () => kept;
  };
  const stopped = {
    Status: 'Changed since check',
    Details: expect.stringMatching(/Journal of this row is not what was approved/) as string,
  };

  const goOn = (desk: TestDesk): void => {
    while (ask(desk.host, 'continueWork').more);
  };

  test('from the approval means nothing once the run has come to its row', () => {
    const desk = slow();
    const { planId } = desk.check();
    const kept = approvedLine(desk, 'Users!bob@shop.example');
    expect(ask(desk.host, 'startRun', { planId }).more).toBe(true);
    pasteLine(desk, 'Users!bob@shop.example', kept());
    goOn(desk);
    expect(desk.row('bob@shop.example')).toMatchObject(stopped);
  });

  describe('of many rows', () => {
    const people = Array.from({ length: 110 }, (_, n) => `p${String(n).padStart(3, '0')}`);
    const last = 'Users!p109@shop.example';
    const many = (): TestDesk => {
      const desk = open(people.map(person0), {}, { latency: 25_000 });
      desk.host.state.properties.document['setting:transport'] = 'advanced';
      return desk;
    };
    const person0 = (name: string) => ({ Email: `${name}@shop.example`, 'First name': 'Pat', 'Last name': 'Test' });

    test('from an approval that died means nothing later, wherever its row stood then', () => {
      const desk = many();
      const { planId } = desk.check();
      const crash = armCrash(desk.host, { kind: 'property', n: 2, when: 'before' });
      expect(() => ask(desk.host, 'startRun', { planId })).toThrow(Killed);
      expect(crash.happened()).toBe(true);
      const kept = lineOf(desk, last);
      expect(kept[8]).toMatch(/^2 /);
      desk.host.edit.sortRange('Users', { column: 1, ascending: false });
      wait(desk);
      ask(desk.host, 'startRun', { planId });
      expect(statuses(desk)['p109@shop.example']).toBe('Done');
      pasteLine(desk, last, kept);
      goOn(desk);
      expect(desk.row('p109@shop.example')).toMatchObject(stopped);
      expect(desk.google.writes('directory.users.insert')).toHaveLength(people.length);
    });

    test('an execution seals the rows that it comes to; the others stay as they were approved', () => {
      const desk = many();
      const { planId } = desk.check();
      const kept = approvedLine(desk, last);
      ask(desk.host, 'startRun', { planId });
      ask(desk.host, 'continueWork');
      expect(lineOf(desk, last)).toEqual(kept());
      goOn(desk);
      expect(statuses(desk)['p109@shop.example']).toBe('Done');
    });
  });

  test('of an earlier job names nothing that a later one does', () => {
    const desk = open(rows);
    desk.check();
    const kept = lineOf(desk, dan);
    wait(desk);
    desk.check();
    pasteLine(desk, dan, kept);
    runAnyhow(desk);
    expect(usersAt(desk).map(({ primaryEmail }) => primaryEmail)).not.toContain('dan@shop.example');
  });
});

describe('what somebody else wrote into the Journal before a check', () => {
  const key = 'Users!bob@shop.example';
  const bob = { Email: 'bob@shop.example', 'First name': 'Bob', 'Last name': 'Chen' };
  const notOurs = /Journal’s line of this row was not written by Seatsheet/;

  test.each([
    ['that the row is the administrator', (desk: TestDesk) => ({ userId: userAt(desk, admin).id, created: true })],
    [
      'that it is the same person',
      () => ({ answers: [{ kind: 'samePerson', about: { name: 'Bo Namesake' }, yes: true, by: admin }] }),
    ],
    ['that Seatsheet made the account', () => ({ created: true, agreed: { lastName: 'Namesake' } })],
  ])('%s is not believed: the row is looked at as new, and says so', (_what, memory) => {
    const desk = open([bob], { users: [person('bob@shop.example', 'Bo Namesake')] });
    desk.check();
    rewrite(desk, key, { Memory: JSON.stringify(memory(desk)) });
    desk.check();
    expect(desk.row('bob@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/Same person\?/) as string,
    });
    expect(desk.row('bob@shop.example')['Details']).toMatch(notOurs);
    expect(userAt(desk, admin)).toMatchObject({ name: { givenName: 'Ada', familyName: 'Min' } });
    wait(desk);
    desk.check({ samePerson: 'all' });
    desk.run();
    expect(userAt(desk, 'bob@shop.example').name).toMatchObject({ familyName: 'Chen' });
    expect(desk.row('bob@shop.example')['Details']).not.toMatch(notOurs);
  });

  test('a line of another row under this key is not believed either', () => {
    const desk = open([bob, { ...bob, Email: 'eve@shop.example' }]);
    desk.checkAndRun();
    wait(desk);
    const eve = lineOf(desk, 'Users!eve@shop.example');
    pasteLine(desk, key, [key, ...eve.slice(1)]);
    desk.check();
    expect(desk.row('bob@shop.example')).toMatchObject({ Status: 'Up to date' });
    expect(desk.row('bob@shop.example')['Details']).toMatch(notOurs);
  });

  test('a Journal of another spreadsheet is not believed', () => {
    const first = open([bob]);
    first.checkAndRun();
    const sheets = first.host.state.sheets;
    const second = open([bob], { users: [person('bob@shop.example', 'Bo Namesake')] });
    const journal = structuredClone(sheets.find(({ name }) => name === 'Journal'));
    if (!journal) throw new Error('There is no Journal.');
    second.host.state.sheets.push(journal);
    second.check();
    expect(desk0(second)).toMatch(/Same person\?/);
  });

  const desk0 = (desk: TestDesk): string => desk.row('bob@shop.example')['Details'] ?? '';

  test('a restored version changes nothing at Google that is as it should be', () => {
    const desk = open([{ ...bob, Licences: 'Business Starter' }]);
    desk.check();
    const restore = versionOf(desk);
    desk.run();
    wait(desk);
    restore();
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  });
});

test('the Journal shows the proof of each line, and no two are alike', () => {
  const desk = open([ann, { ...ann, Email: 'bea@shop.example' }]);
  desk.check();
  const at = columnOf(desk.host, 'Proof', 'Journal') - 1;
  const proofs = textsOf(desk.host, 'Journal')
    .slice(1)
    .map((cells) => cells[at] ?? '');
  expect(proofs.length).toBeGreaterThan(1);
  expect(new Set(proofs).size).toBe(proofs.length);
  for (const proof of proofs) expect(proof).toMatch(/^[0-9a-f]{32}$/);
});
