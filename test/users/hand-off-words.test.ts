import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import type { Letterhead } from '../../src/job/wire';
import { admin, googleOf, open, person, statuses, usersAt } from './shop';
import { expectAtGoogle, handedOff, placesOf } from './secrets';
import type { TestCheck, TestDesk } from '../sandbox-desk';

/** What mails with sign-in details say: whom they are from, why they come, and in which language. */

const ana = 'ana@shop.example';
const home = 'ana@home.example';
const row = { Email: ana, 'First name': 'Ana', 'Last name': 'Ruiz', 'Send details to': home };
const mailing: TestCheck = { action: 'hand-off', scope: { kind: 'everything' } };
const nothing: Letterhead = { name: '', signature: '', en: '', de: '', es: '', fr: '' };
const mailsOf = (desk: TestDesk) => desk.host.state.mails;
const lastMail = (desk: TestDesk) => mailsOf(desk).slice(-1)[0];

describe('name, signature and notes of the reseller', () => {
  const signed: Letterhead = {
    ...nothing,
    name: ' Cloud\npartner ',
    signature: 'Help: +49 89 1234\r\nMo–Fr',
    en: 'Bring your badge.',
    de: 'Bringen Sie den Ausweis mit. =HYPERLINK("x") <b>{email}</b>',
  };

  test('stand in the mail in its language, as text, and in the plan before', () => {
    const desk = open([{ ...row, Language: 'Deutsch' }]);
    const view = ask(desk.host, 'setLetterhead', signed);
    expect(view).toMatchObject({ name: 'Cloud partner', changedBy: admin, complaints: [] });
    desk.checkAndRun();
    const password = handedOff(desk, ana);
    const { planId } = desk.check(mailing);
    const [write] = ask(desk.host, 'getPlanLines', { planId, from: 0 }).writes;
    desk.run();
    expect(lastMail(desk)?.body).toBe(write?.text?.replace('[password]', password));
    expect(lastMail(desk)?.body).toContain(
      '\n\nBringen Sie den Ausweis mit. =HYPERLINK("x") <b>{email}</b>\n\nLöschen Sie',
    );
    expect(lastMail(desk)?.body).toMatch(/\n\nCloud partner\nHelp: \+49 89 1234\nMo–Fr\n$/);
    expect(lastMail(desk)).not.toHaveProperty('htmlBody');
  });

  test('a language without a note gets the first that there is', () => {
    const desk = open([{ ...row, Language: 'Français' }]);
    ask(desk.host, 'setLetterhead', signed);
    desk.checkAndRun();
    desk.checkAndRun(mailing);
    expect(lastMail(desk)?.body).toContain('\n\nBring your badge.\n\nSupprimez');
  });

  test('a change after the check sends nothing that was not read', () => {
    const desk = open([row]);
    desk.checkAndRun();
    desk.check(mailing);
    ask(desk.host, 'setLetterhead', signed);
    desk.run();
    expect(mailsOf(desk)).toEqual([]);
    expect(desk.row(ana)['Details']).toContain('not in the approved plan');
    desk.checkAndRun(mailing);
    expect(lastMail(desk)?.body).toContain('Cloud partner');
  });

  test('what is too long, or takes the place of the password, is said and nothing is kept', () => {
    const desk = open([row]);
    ask(desk.host, 'setLetterhead', signed);
    const view = ask(desk.host, 'setLetterhead', { ...nothing, name: 'x'.repeat(81), en: 'It is [password].' });
    expect(view.complaints.map(({ field }) => field)).toEqual(['name', 'en']);
    expect(ask(desk.host, 'getLetterhead').name).toBe('Cloud partner');
  });

  test('are kept under the account of whoever sets them, and nothing but texts is taken', () => {
    const desk = open([row]);
    ask(desk.host, 'setLetterhead', signed);
    const kept = Object.keys(desk.host.state.properties.document).filter((name) => name.startsWith('letterhead:'));
    expect(kept).toEqual(['letterhead:C0shop01']);
    for (const wrong of [{ ...signed, name: 5 }, {}] as unknown as readonly Letterhead[])
      expect(() => ask(desk.host, 'setLetterhead', wrong)).toThrow(ServerSaidNo);
    expect(ask(desk.host, 'getLetterhead').name).toBe('Cloud partner');
  });
});

test('a name that pretends to be the place of the password gets none', () => {
  const desk = open([{ ...row, 'First name': '[password]' }]);
  desk.checkAndRun();
  const password = handedOff(desk, ana);
  desk.checkAndRun(mailing);
  expect(lastMail(desk)?.body.split(password)).toHaveLength(2);
});

/** Somebody whom the row deleted, and gives back. */
function restoredWith(more: Readonly<Record<string, string>> = {}): TestDesk {
  const desk = open([{ ...row, ...more, State: 'Deleted' }], { users: [person(ana, 'Ana Ruiz')] });
  desk.host.answers.push('shop.example');
  desk.host.call('askArming', [], 'menu');
  desk.checkAndRun();
  expect(usersAt(desk).map(({ primaryEmail }) => primaryEmail)).not.toContain(ana);
  desk.type(ana, 'State', 'Active');
  return desk;
}

describe('somebody who was restored', () => {
  test('is told that the password of before serves: once, in the own language', () => {
    const desk = restoredWith({ Language: 'es' });
    desk.checkAndRun();
    desk.checkAndRun(mailing);
    expect(lastMail(desk)).toMatchObject({ to: home, subject: `Su cuenta ${ana} está de vuelta` });
    expect(lastMail(desk)?.body).toContain('Su contraseña es la que tenía antes.');
    expect(lastMail(desk)?.body).not.toMatch(/Contraseña:|\[password\]/);
    desk.checkAndRun(mailing);
    expect(mailsOf(desk)).toHaveLength(1);
    expect(desk.row(ana)['Details']).toContain('The sign-in details went out');
  });

  test('gets the new password where it was reset', () => {
    const desk = restoredWith();
    desk.checkAndRun();
    desk.checkAndRun({ ...mailing, action: 'reset-password' });
    const password = handedOff(desk, ana);
    expectAtGoogle(desk, { email: ana, password });
    desk.checkAndRun(mailing);
    expect(lastMail(desk)).toMatchObject({ subject: `Your account ${ana} is back` });
    expect(lastMail(desk)?.body).toContain(`Password: ${password}`);
    expect(placesOf(desk, password)).toEqual(['mails']);
  });

  test('and is still suspended is told nothing yet', () => {
    const desk = restoredWith();
    desk.type(ana, 'State', 'Suspended');
    desk.checkAndRun();
    desk.checkAndRun(mailing);
    expect(mailsOf(desk)).toEqual([]);
    expect(desk.row(ana)['Details']).toContain('cannot sign in yet');
  });
});

describe('mails that are used up', () => {
  const peopleCalled = (names: readonly string[]) =>
    names.map((name) => ({
      ...row,
      Email: `${name}@shop.example`,
      'First name': name,
      'Send details to': `${name}@home.example`,
    }));

  test('in the middle of a run end each row that is left with its sentence, and it can be mailed tomorrow', () => {
    const desk = open(peopleCalled(['ann', 'bob', 'cec', 'dan']), {}, { switches: { mailQuota: '4' } });
    desk.checkAndRun();
    desk.check(mailing);
    // Other scripts send mails in this person's name meanwhile: two are left.
    googleOf(desk).control.setSwitch('mailQuota', '2');
    desk.run();
    expect(statuses(desk)).toEqual({
      'ann@shop.example': 'Done',
      'bob@shop.example': 'Done',
      'cec@shop.example': 'Needs you',
      'dan@shop.example': 'Needs you',
    });
    expect(desk.row('cec@shop.example')['Details']).toContain('The mails that Google lets you send today are used up.');
    expect(desk.handOff().map(({ email }) => email)).toEqual(['cec@shop.example', 'dan@shop.example']);
    desk.clock.sleep(25 * 3_600_000);
    desk.checkAndRun(mailing);
    expect(mailsOf(desk).map(({ to }) => to.split('@')[0])).toEqual(['ann', 'bob', 'cec', 'dan']);
    expect(desk.handOff()).toEqual([]);
  });

  test('are counted over all slices of a check', () => {
    const rows = peopleCalled(['ann', 'bob', 'cec', 'dan']);
    const four: TestCheck['scope'] = { kind: 'rows', rows: rows.map(({ Email }) => `Users!${Email}`) };
    const desk = open(rows, {}, { switches: { mailQuota: '2' }, latency: 34_000 });
    desk.host.state.properties.document['setting:transport'] = 'advanced';
    desk.checkAndRun({ scope: four });
    const { counters } = desk.host.state;
    const before = counters.executions;
    const { counts } = desk.check({ ...mailing, scope: four });
    // Two slices, and a look at the plan.
    expect(counters.executions - before).toBe(3);
    expect(counts).toEqual({ planned: 2, waiting: 2 });
  });
});
