import { armCrash } from '../../sandbox/cli/crash';
import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { admin, businessStarter, googleOf, open, person, statuses, wait, writesDuring } from './shop';
import { handedOff, placesOf } from './secrets';
import type { TestDesk } from '../sandbox-desk';

/** Sign-in details on paper or as a file: by hand, dated with the row, erased only then; and who has not used them. */

const [ana, bob] = ['ana@shop.example', 'bob@shop.example'];
const rows = [
  { Email: ana, 'First name': 'Ana', 'Last name': 'Ruiz & Co', Language: 'Deutsch' },
  {
    Email: bob,
    'First name': 'Bob',
    'Last name': 'Hill',
    'Change password at sign-in': 'No',
    'Send details to': 'b@home.example',
  },
];
const letterhead = {
  name: 'Cloud & Partner',
  signature: '+49 89 1234',
  en: '',
  de: '<script>alert(1)</script>',
  es: '',
  fr: '',
};

function made(): TestDesk {
  const desk = open(rows);
  desk.checkAndRun();
  return desk;
}

function slipsOf(desk: TestDesk, emails: readonly string[]): string {
  ask(desk.host, 'showSlips', { emails });
  return desk.host.shown.dialogs[0] ?? '';
}
const sectionsOf = (page: string) => page.split('<section').slice(1);

describe('slips', () => {
  test('have a sheet for each person: in their language, signed, with what to do first, and text as text', () => {
    const desk = made();
    ask(desk.host, 'setLetterhead', letterhead);
    const page = slipsOf(desk, [ana, bob]);
    const [german = '', english = ''] = sectionsOf(page);
    expect(german).toContain(' lang="de">');
    expect(german).toContain(`<code>${handedOff(desk, ana)}</code>`);
    expect(german).toContain('Ihr neues Konto ana@shop.example');
    expect(german).toContain('Ana Ruiz &amp; Co');
    expect(german).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(german).toContain('Cloud &amp; Partner');
    expect(german).toContain('Wählen Sie ein eigenes Passwort.');
    expect(english).toContain(' lang="en">');
    expect(english).toContain('2-Step Verification');
    expect(english).not.toContain('Choose a password of your own');
    expect(page).not.toMatch(/<script|<b>/);
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('Sign-in slips');
    expect(page).toContain('break-after:page');
  });

  test('stand in the dialog alone, erase nothing, and write nothing', () => {
    const desk = made();
    const password = handedOff(desk, ana);
    const effects: string[] = [];
    desk.host.onEffect = ({ kind, when }) => {
      if (when === 'before' && kind !== 'google') effects.push(kind);
    };
    const page = slipsOf(desk, [ana]);
    desk.host.onEffect = undefined;
    expect(page).toContain(password);
    expect(effects).toEqual([]);
    expect(placesOf(desk, password)).toEqual(['shown']);
    expect(handedOff(desk, ana)).toBe(password);
    expect(placesOf(desk, password)).toEqual([]);
  });

  test('are for the person who made the passwords, and for so many that anybody prints', () => {
    const desk = made();
    desk.host.become('other@shop.example');
    expect(() => slipsOf(desk, [ana])).toThrow(/No first password of ana/);
    desk.host.become(admin);
    expect(() =>
      slipsOf(
        desk,
        Array.from({ length: 301 }, () => ana),
      ),
    ).toThrow(ServerSaidNo);
  });
});

describe('erasing by hand', () => {
  test.each([
    ['slips', 'on paper'],
    ['csv', 'as a CSV file'],
  ] as const)('after %s dates the row, and the password is gone', (how, says) => {
    const desk = made();
    const password = handedOff(desk, ana);
    ask(desk.host, 'erasePasswords', { emails: [ana], handedOff: how });
    expect(desk.handOff().map(({ email }) => email)).toEqual([bob]);
    expect(desk.row(ana)['Details']).toMatch(
      new RegExp(`Created the user.* Handed off ${says} on \\d{4}-\\d\\d-\\d\\d\\.$`),
    );
    expect(desk.row(bob)['Details']).not.toContain('Handed off');
    expect(placesOf(desk, password)).toEqual([]);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    desk.checkAndRun({ action: 'hand-off', scope: { kind: 'rows', rows: [`Users!${ana}`] } });
    expect(desk.row(ana)['Details']).toContain(`The sign-in details went out ${says} on`);
  });

  test('without having handed anything on dates nothing', () => {
    const desk = made();
    ask(desk.host, 'erasePasswords', { emails: [ana] });
    expect(desk.row(ana)['Details']).not.toContain('Handed off');
  });

  test('leaves a checked plan what it was: it runs, and says later what was handed off', () => {
    const desk = made();
    desk.type(ana, 'Licences', 'Business Starter');
    desk.check();
    ask(desk.host, 'erasePasswords', { emails: [ana, bob], handedOff: 'slips' });
    expect(desk.row(ana)['Status']).toBe('Ready');
    const wrote = writesDuring(desk, () => desk.run());
    expect(wrote.map(({ op }) => op)).toEqual(['licensing.licenseAssignments.insert']);
    expect(wrote[0]?.params).toMatchObject({ skuId: businessStarter });
    expect(statuses(desk)).toMatchObject({ [ana]: 'Done' });
    expect(ask(desk.host, 'getNotSignedIn').map(({ email }) => email)).toEqual([ana, bob]);
  });

  test('a line that somebody changed is neither dated nor trusted', () => {
    const desk = made();
    desk.type(ana, 'Licences', 'Business Starter');
    desk.check();
    const journal = desk.host.state.sheets.find(({ name }) => name === 'Journal');
    const line = journal?.cells.findIndex((cells) => cells[0]?.value === `Users!${ana}`) ?? -1;
    desk.host.edit.setCell('Journal', [line + 1, 4], 'another wish');
    ask(desk.host, 'erasePasswords', { emails: [ana], handedOff: 'slips' });
    expect(() => desk.run()).toThrow(/not the one that you saw/);
    expect(ask(desk.host, 'getNotSignedIn')).toEqual([]);
  });

  test('an execution that dies in it loses nothing, and it can be done again', () => {
    const points = new Set<string>();
    for (const kind of ['property', 'sheet'] as const)
      for (const when of ['before', 'after'] as const)
        for (const n of [1, 2, 3, 4]) {
          const desk = made();
          const crash = armCrash(desk.host, { kind, n, when });
          try {
            ask(desk.host, 'erasePasswords', { emails: [ana], handedOff: 'slips' });
          } catch (error) {
            if (!crash.happened()) throw error;
          }
          desk.host.onEffect = undefined;
          if (!crash.happened()) break;
          points.add(`${kind} ${String(n)} ${when}`);
          expect(desk.handOff().map(({ email }) => email)).toContain(bob);
          ask(desk.host, 'erasePasswords', { emails: [ana], handedOff: 'slips' });
          expect(desk.handOff().map(({ email }) => email)).toEqual([bob]);
          expect(ask(desk.host, 'getNotSignedIn').map(({ email }) => email)).toEqual([ana]);
        }
    expect(points.size).toBeGreaterThan(3);
  });
});

describe('who was handed off and has not signed in', () => {
  test('stays in view until Google has seen them, by mail or by hand, and gets a new password', () => {
    const desk = made();
    desk.checkAndRun({ action: 'hand-off', scope: { kind: 'rows', rows: [`Users!${bob}`] } });
    ask(desk.host, 'erasePasswords', { emails: [ana], handedOff: 'csv' });
    expect(ask(desk.host, 'getNotSignedIn')).toMatchObject([
      { email: ana, name: 'Ana Ruiz & Co', customer: 'shop.example', how: 'as a CSV file', action: 're-issue' },
      { email: bob, how: 'by mail to b@home.example', action: 're-issue' },
    ]);
    wait(desk);
    googleOf(desk).control.signIn(bob);
    const [line, ...more] = ask(desk.host, 'getNotSignedIn');
    expect(more).toEqual([]);
    desk.checkAndRun({ action: line?.action ?? '', scope: { kind: 'rows', rows: [line?.key ?? ''] } });
    expect(desk.handOff().map(({ email }) => email)).toEqual([ana]);
    expect(ask(desk.host, 'getNotSignedIn')).toEqual([]);
  });

  test('a reset that was not used is told apart from somebody who never signed in', () => {
    const desk = open([{ Email: bob }], {
      users: [person(bob, 'Bob Hill', { lastLoginTime: '2026-01-04T10:00:00.000Z' })],
    });
    desk.checkAndRun({ action: 'reset-password', scope: { kind: 'everything' } });
    ask(desk.host, 'erasePasswords', { emails: [bob], handedOff: 'slips' });
    expect(ask(desk.host, 'getNotSignedIn')).toMatchObject([{ email: bob, action: 'reset-password' }]);
  });
});

test('who waits is told with the customer, and whether a mail can go', () => {
  expect(ask(made().host, 'getHandOff')).toMatchObject([
    { email: ana, customer: 'shop.example', mail: false },
    { email: bob, customer: 'shop.example', mail: true },
  ]);
});
