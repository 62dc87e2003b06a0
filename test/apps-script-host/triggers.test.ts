import { evaluate, fullManifest, open } from './bench';

const code = `
  function work(e) { PropertiesService.getUserProperties().setProperty('ran', [e.triggerUid, e.authMode === ScriptApp.AuthMode.FULL, Session.getEffectiveUser().getEmail()].join(' ')); const p = PropertiesService.getScriptProperties(); p.setProperty('count', String(Number(p.getProperty('count')) + 1)); }
  function fails() { throw new Error('no'); }
  function every(minutes) { return ScriptApp.newTrigger('work').timeBased().everyMinutes(minutes).create().getUniqueId(); }
  function once(ms, handler) { ScriptApp.newTrigger(handler || 'work').timeBased().after(ms).create(); }
  function list() { return ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()); }
  function stop() { ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger)); }`;

const count = (host: ReturnType<typeof open>): string | undefined => host.state.properties.script['count'];

test('a recurring trigger runs when it is due, once however often it was missed', () => {
  const host = open(code);
  host.call('every', [5]);
  host.runDueTriggers();
  expect(count(host)).toBeUndefined();
  host.clock.sleep(5 * 60_000);
  host.runDueTriggers();
  host.runDueTriggers();
  expect(count(host)).toBe('1');
  host.clock.sleep(60 * 60_000);
  host.runDueTriggers();
  host.runDueTriggers();
  expect(count(host)).toBe('2');
});

test('a trigger that runs once stays listed until it is deleted, and does not run again', () => {
  const host = open(code);
  host.call('once', [60_000]);
  host.clock.sleep(24 * 60 * 60_000);
  host.runDueTriggers();
  host.runDueTriggers();
  expect([count(host), host.call('list')]).toEqual(['1', ['work']]);
  host.call('stop');
  expect(host.call('list')).toEqual([]);
});

test('a trigger runs as the person who made it, and nobody else sees it', () => {
  const host = open(code);
  const id = String(host.call('every', [1]));
  host.become('bo@shop.example');
  expect(host.call('list')).toEqual([]);
  host.clock.sleep(60_000);
  host.runDueTriggers();
  expect(host.state.properties.users).toEqual({ 'ana@shop.example': { ran: `${id} true ana@shop.example` } });
});

test('a failing trigger is listed, and the others still run', () => {
  const host = open(code);
  host.call('once', [0, 'fails']);
  host.call('once', [0]);
  host.clock.sleep(1000);
  host.runDueTriggers();
  expect(host.failures).toEqual([{ handler: 'fails', message: 'no' }]);
  expect(count(host)).toBe('1');
});

test.each([2, 0, 60, 4])('every %d minutes is no interval', (minutes) => {
  expect(() => open(code).call('every', [minutes])).toThrow('everyMinutes must be one of 1, 5, 10, 15, 30.');
});

test('a person has twenty triggers at most', () => {
  const host = open(code);
  for (let made = 0; made < 20; made++) host.call('every', [5]);
  expect(() => host.call('every', [5])).toThrow('This script has too many triggers.');
});

test('an add-on may have one trigger, hourly at most', () => {
  const make = (how: string): string => `ScriptApp.newTrigger('work').timeBased().${how}.create(); return true;`;
  expect(() => evaluate(make('everyMinutes(30)'), { deployment: 'addon' })).toThrow('at most once per hour');
  expect(evaluate(make('everyHours(1)'), { deployment: 'addon' })).toBe(true);
  expect(() =>
    evaluate(make('everyHours(1)').replace('return true;', '') + make('everyHours(2)'), { deployment: 'addon' }),
  ).toThrow('only one');
});

test('when the day’s trigger time is used up, triggers do not run', () => {
  const host = open(`${code} function long() { Utilities.sleep(300000); Utilities.sleep(50000); }`, {
    quotaTier: 'consumer',
  });
  host.call('every', [1]);
  host.state.quotas = { 'triggerMinutes ana@shop.example': { since: host.clock.now(), used: 90 } };
  host.clock.sleep(60_000);
  host.runDueTriggers();
  expect(host.failures).toEqual([{ handler: 'work', message: 'Service using too much computer time for one day' }]);
  expect(count(host)).toBeUndefined();
});

describe('mail', () => {
  test('every form of sendEmail is kept, and nothing leaves the machine', () => {
    const host = open(`function send() {
      MailApp.sendEmail('bo@shop.example', 'Hello', 'Text');
      MailApp.sendEmail('bo@shop.example', 'Hello', 'Text', { htmlBody: '<p>', cc: 'cy@shop.example', name: 'Desk' });
      MailApp.sendEmail('bo@shop.example', 'desk@shop.example', 'Hello', 'Text');
      MailApp.sendEmail({ to: 'bo@shop.example', subject: 'Hello', body: 'Text', noReply: true });
      return MailApp.getRemainingDailyQuota();
    }`);
    expect(host.call('send')).toBe(1495);
    const mail = { from: 'ana@shop.example', to: 'bo@shop.example', subject: 'Hello', body: 'Text' };
    expect(host.state.mails).toEqual(
      [
        mail,
        { ...mail, htmlBody: '<p>', cc: 'cy@shop.example', name: 'Desk' },
        { ...mail, replyTo: 'desk@shop.example' },
        mail,
      ].map((one) => ({ ...one, at: expect.stringMatching(/^2026-03-02T/) as string })),
    );
  });

  test.each([
    ["'nobody', 's', 'b'", 'Invalid email: nobody'],
    ["'', 's', 'b'", 'no recipient'],
    [
      "Array.from({ length: 51 }, (_, i) => 'a' + i + '@x.example').join(','), 's', 'b'",
      'Limit Exceeded: Email Recipients Per Message.',
    ],
    ["'a@x.example', 's', 'b'.repeat(400 * 1024 + 1)", 'Limit Exceeded: Email Body Size.'],
    ["'a@x.example', 's', 'b', { attachments: [] }", 'option "attachments" is not simulated'],
    ["'a@x.example'", "don't match the method signature"],
  ])('sendEmail(%.40s) is refused', (args, text) => {
    expect(() => evaluate(`MailApp.sendEmail(${args});`)).toThrow(text);
  });

  test('the day’s recipients run out', () => {
    const state = { quotas: { 'mailRecipients ana@shop.example': { since: Date.UTC(2026, 2, 2, 11), used: 99 } } };
    expect(() =>
      evaluate("MailApp.sendEmail('a@x.example,b@x.example', 's', 'b');", { state, quotaTier: 'consumer' }),
    ).toThrow('Service invoked too many times for one day: email.');
    expect(
      evaluate("MailApp.sendEmail('a@x.example', 's', 'b'); return MailApp.getRemainingDailyQuota();", {
        state,
        quotaTier: 'consumer',
      }),
    ).toBe(0);
  });
});

test('with a card a trigger may come hourly however often it is asked for, and without one it comes as asked', () => {
  const fired = (manifest: unknown, hourly: boolean): string | undefined => {
    const host = open(code, { manifest, hourlyWithCard: () => hourly });
    host.call('every', [5]);
    host.clock.sleep(5 * 60_000);
    host.runDueTriggers();
    return count(host);
  };
  const { addOns: _card, ...bare } = fullManifest;
  expect([fired(fullManifest, true), fired(fullManifest, false), fired(bare, true)]).toEqual([undefined, '1', '1']);
});
