import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import type { TestDesk } from '../sandbox-desk';
import { admin, open, person, statuses, userAt, usersAt, wait, writesDuring } from '../users/shop';
import { columnOf, textsOf } from './people';
import { someOf } from '../sweep';

/**
 * The Journal is a tab of a shared spreadsheet: whoever may edit the one may edit the other. What somebody writes there
 * is never sent in the name of the person who runs; the row stops and says so, and a new check puts it right.
 */

const rows = [
  {
    Email: 'ann@shop.example',
    'First name': 'Ann',
    'Last name': 'Berg',
    'Org unit': '/Sales',
    'Super admin': '',
    Licences: 'Business Starter',
    Aliases: 'a.berg@shop.example, a.berg.2@shop.example',
  },
  {
    Email: 'old@shop.example',
    'First name': 'Olga',
    'Last name': 'Dahl',
    'Org unit': '/Sales',
    'Super admin': '',
    Licences: 'Business Starter',
    Aliases: 'o.dahl@shop.example, o.dahl.2@shop.example',
  },
  {
    Email: 'bob@shop.example',
    'First name': 'Bob',
    'Last name': 'Chen',
    'Org unit': '',
    'Super admin': '',
    Licences: 'Business Starter',
    Aliases: 'b.chen@shop.example, b.chen.2@shop.example, b.chen.3@shop.example, b.chen.4@shop.example',
  },
];
const more = { users: [person('old@shop.example', 'Olga Dahl')] };
const notApproved = /Journal of this row is not what was approved/;

/** A line of the journal by its key, as its cells stand. */
function lineOf(desk: TestDesk, key: string): readonly string[] {
  const line = textsOf(desk.host, 'Journal').find((cells) => cells[0] === key);
  if (!line) throw new Error(`The journal has no line ${key}.`);
  return line;
}

/** Writes texts into cells of a line, by header. */
function rewrite(desk: TestDesk, key: string, texts: Readonly<Record<string, string>>): void {
  const row = textsOf(desk.host, 'Journal').findIndex((cells) => cells[0] === key) + 1;
  for (const [header, text] of Object.entries(texts))
    desk.host.edit.setCell('Journal', [row, columnOf(desk.host, header, 'Journal')], text);
}

function cell(desk: TestDesk, key: string, header: string): string {
  return lineOf(desk, key)[columnOf(desk.host, header, 'Journal') - 1] ?? '';
}

/**
 * The line of Bob as it would be if he were to become super administrator: plan and wish that somebody else has worked
 * out.
 */
function bobAsAdmin(): Readonly<Record<string, string>> {
  const other = open(
    rows.map((row) => (row.Email.startsWith('bob') ? { ...row, 'Super admin': 'yes' } : row)),
    more,
  );
  other.check();
  return Object.fromEntries(['Wish', 'Plan'].map((header) => [header, cell(other, 'Users!bob@shop.example', header)]));
}

type Edit = readonly [what: string, row: string, edit: (desk: TestDesk) => void];

const bob = 'Users!bob@shop.example';
const edits: readonly Edit[] = [
  [
    'a plan and a wish that somebody worked out, with the row to match',
    'bob@shop.example',
    (desk) => {
      rewrite(desk, bob, bobAsAdmin());
      desk.type('bob@shop.example', 'Super admin', 'TRUE');
    },
  ],
  [
    'the account of another person',
    'bob@shop.example',
    (desk) => {
      rewrite(desk, bob, { Memory: JSON.stringify({ userId: userAt(desk, admin).id, created: true }) });
    },
  ],
  [
    'an answer to “Same person?”',
    'bob@shop.example',
    (desk) => {
      rewrite(desk, bob, { Memory: JSON.stringify({ samePerson: { name: 'Ada Min', same: true } }) });
    },
  ],
  [
    'a mark that claims an account',
    'old@shop.example',
    (desk) => {
      rewrite(desk, 'Users!old@shop.example', {
        Memory: JSON.stringify({
          mark: {
            run: 'x',
            since: '2020-01-01T00:00:00.000Z',
            by: admin,
            address: 'old@shop.example',
            password: 'derived',
          },
        }),
      });
    },
  ],
  [
    'the seal of another line',
    'bob@shop.example',
    (desk) => {
      rewrite(desk, bob, { Seal: cell(desk, 'Users!ann@shop.example', 'Seal') });
    },
  ],
  [
    'no seal',
    'bob@shop.example',
    (desk) => {
      rewrite(desk, bob, { Seal: '' });
    },
  ],
  [
    'no valid JSON',
    'bob@shop.example',
    (desk) => {
      rewrite(desk, bob, { Plan: '{"writes":[', Memory: '{{' });
    },
  ],
];

describe.each(someOf(edits, 2))('%s in a line of the Journal', (_what, email, edit) => {
  test('before the run: none of it is sent, and after a new check the row is run as it says', () => {
    const calm = open(rows, more);
    calm.check();
    const approved = writesDuring(calm, () => {
      calm.run();
    })
      .map(({ op }) => op)
      .sort();

    const desk = open(rows, more);
    desk.check();
    edit(desk);
    const wrote = writesDuring(desk, () => {
      runAnyhow(desk);
    });
    expect(wrote.map(({ op }) => op).filter((op) => !approved.includes(op))).toEqual([]);
    expect(userAt(desk, admin)).toMatchObject({ name: { givenName: 'Ada', familyName: 'Min' } });
    expect(usersAt(desk).filter((user) => user['isAdmin'])).toHaveLength(1);
    expect(statuses(desk)[email]).not.toBe('Done');

    if (email.startsWith('bob')) desk.type(email, 'Super admin', '');
    desk.checkAndRun();
    for (const [who, status] of Object.entries(statuses(desk)))
      expect([who, status]).toEqual([who, expect.stringMatching(/^(Done|Up to date)$/)]);
  });

  test('between two slices: the row stops and says so, the others are done', () => {
    const desk = open(rows, more, { latency: 32_000 });
    desk.host.state.properties.document['setting:transport'] = 'advanced';
    const plan = desk.check();
    let progress = ask(desk.host, 'startRun', { planId: plan.planId });
    expect(progress.more).toBe(true);
    expect(cell(desk, `Users!${email}`, 'Outcome')).toMatch(/^(planned|running)$/);
    edit(desk);
    while (progress.more) progress = ask(desk.host, 'continueWork');
    expect(progress.phase).toBe('finished');
    expect(usersAt(desk).filter((user) => user['isAdmin'])).toHaveLength(1);
    expect(desk.row(email)).toMatchObject({
      Status: 'Changed since check',
      Details: expect.stringMatching(notApproved) as string,
    });
    const others = Object.entries(statuses(desk)).filter(([who]) => who !== email);
    for (const [who, status] of others) expect([who, status]).toEqual([who, 'Done']);
  });
});

/** Runs the plan; that it is refused as a whole is as good. */
function runAnyhow(desk: TestDesk): void {
  try {
    desk.run();
  } catch (error) {
    if (!(error instanceof ServerSaidNo)) throw error;
    expect(error.code).toBe('anotherPlan');
  }
}

test('a line of an earlier run that is pasted back over its successor is not believed', () => {
  const desk = open(rows, more);
  desk.checkAndRun();
  wait(desk);
  const before = lineOf(desk, bob);
  desk.type('bob@shop.example', 'Last name', 'Chan');
  desk.check();
  const [row] = textsOf(desk.host, 'Journal').flatMap((cells, at) => (cells[0] === bob ? [at + 1] : []));
  desk.host.edit.paste('Journal', [row ?? 0, 1], [before]);
  expect(
    writesDuring(desk, () => {
      runAnyhow(desk);
    }),
  ).toEqual([]);
  expect(userAt(desk, 'bob@shop.example').name).toMatchObject({ familyName: 'Chen' });
  desk.checkAndRun();
  expect(userAt(desk, 'bob@shop.example').name).toMatchObject({ familyName: 'Chan' });
});

test('shared work that somebody adds to a plan is not done', () => {
  const desk = open(rows, more);
  const plan = desk.check();
  const key = textsOf(desk.host, 'Journal').find((cells) => cells[0]?.startsWith('Shared!org-unit'))?.[0] ?? '';
  rewrite(desk, key, { Key: key.replace('/sales', '/secret') });
  desk.type('ann@shop.example', 'Org unit', '/Secret');
  const wrote = writesDuring(desk, () => {
    runAnyhow(desk);
  });
  expect(plan.rows).toBe(3);
  expect(
    wrote.filter(({ op, body }) => op === 'directory.orgunits.insert' && JSON.stringify(body).includes('Secret')),
  ).toEqual([]);
});

describe('the Journal tab', () => {
  const slow = (): TestDesk => {
    const desk = open(rows, more, { latency: 25_000 });
    desk.host.state.properties.document['setting:transport'] = 'advanced';
    return desk;
  };

  test.each([
    [
      'sorted',
      (desk: TestDesk) => {
        desk.host.edit.sortRange('Journal', { column: 1, ascending: false });
      },
    ],
    [
      'given new lines in between',
      (desk: TestDesk) => {
        desk.host.edit.insertRows('Journal', 2, 3);
      },
    ],
    [
      'deleted',
      (desk: TestDesk) => {
        desk.host.state.sheets.splice(
          desk.host.state.sheets.findIndex(({ name }) => name === 'Journal'),
          1,
        );
      },
    ],
    [
      'emptied',
      (desk: TestDesk) => {
        desk.host.edit.deleteRows('Journal', 2, 20);
      },
    ],
    [
      'robbed of its headers',
      (desk: TestDesk) => {
        desk.host.edit.clear('Journal', { row: 1, column: 1, rows: 1, columns: 9 });
      },
    ],
  ] as const)('%s while a slice works is put right by that slice: nothing is lost', (_how, edit) => {
    const desk = open(rows, more);
    desk.check();
    let requests = 0;
    desk.host.onEffect = ({ kind, when }) => {
      if (kind === 'google' && when === 'after' && ++requests === 2) edit(desk);
    };
    const progress = desk.run();
    desk.host.onEffect = undefined;
    expect(requests).toBeGreaterThan(2);
    expect(progress).toMatchObject({ phase: 'finished', adrift: '', counts: { done: 3 } });
    expect(
      desk
        .handOff()
        .map(({ email }) => email)
        .sort(),
    ).toEqual(['ann@shop.example', 'bob@shop.example']);
    expect(
      writesDuring(desk, () => {
        desk.checkAndRun();
      }),
    ).toEqual([]);
  });

  test('deleted between two slices: the run says what it does not know any more, and the next check and run put it right', () => {
    const desk = slow();
    let progress = ask(desk.host, 'startRun', { planId: desk.check().planId });
    expect(progress.more).toBe(true);
    desk.host.state.sheets.splice(
      desk.host.state.sheets.findIndex(({ name }) => name === 'Journal'),
      1,
    );
    while (progress.more) progress = ask(desk.host, 'continueWork');
    expect(progress.adrift).toMatch(/Journal/);
    wait(desk);
    desk.checkAndRun();
    for (const status of Object.values(statuses(desk))) expect(status).toMatch(/^(Done|Up to date)$/);
    expect(usersAt(desk)).toHaveLength(4);
  });
});
