import { Killed } from '../../sandbox/apps-script/host';
import type { Host } from '../../sandbox/apps-script/port';
import { open } from './bench';

const code = `function work() {
  const sheet = SpreadsheetApp.getActiveSheet(); const properties = PropertiesService.getScriptProperties();
  try {
    sheet.getRange('A1').setValue('first');
    AdminDirectory.Users.insert({ primaryEmail: 'a' });
    properties.setProperty('p', '1');
    sheet.getRange('A2').setValue('second');
    AdminDirectory.Users.insert({ primaryEmail: 'b' });
    properties.setProperty('q', '2');
  } catch (error) {
    sheet.getRange('B1').setValue('caught');
    AdminDirectory.Users.insert({ primaryEmail: 'caught' });
  } finally {
    properties.setProperty('finally', 'yes');
  }
  return 'went on';
}`;

type Effect = Parameters<NonNullable<Host['onEffect']>>[0];

test('effects are told before and after, counted by kind', () => {
  const host = open(code);
  const effects: string[] = [];
  host.onEffect = ({ kind, when, n }) => effects.push(`${kind} ${n} ${when}`);
  host.call('work');
  expect(effects.filter((one) => one.endsWith('before'))).toEqual([
    'sheet 1 before',
    'google 1 before',
    'property 1 before',
    'sheet 2 before',
    'google 2 before',
    'property 2 before',
    'property 3 before',
  ]);
  expect(effects.filter((one) => one.endsWith('after'))).toHaveLength(7);
  host.call('work');
  expect(effects[effects.length - 1]).toBe('property 6 after');
});

test('a write that Google refuses does not count', () => {
  const host = open(
    "function twice() { for (const key of ['no', 'yes']) { try { AdminDirectory.Users.remove(key); } catch (error) {} } }",
    { google: ({ path }) => ({ status: path.endsWith('no') ? 404 : 204 }) },
  );
  const effects: unknown[] = [];
  host.onEffect = ({ when, n }) => effects.push([when, n]);
  host.call('twice');
  expect(effects).toEqual([
    ['before', 1],
    ['before', 1],
    ['after', 1],
  ]);
});

const placed: [Effect['kind'], number, Effect['when'], { cells: number; users: number; properties: number }][] = [
  ['sheet', 1, 'before', { cells: 0, users: 0, properties: 0 }],
  ['sheet', 1, 'after', { cells: 1, users: 0, properties: 0 }],
  ['google', 1, 'before', { cells: 1, users: 0, properties: 0 }],
  ['google', 1, 'after', { cells: 1, users: 1, properties: 0 }],
  ['property', 1, 'after', { cells: 1, users: 1, properties: 1 }],
  ['google', 2, 'before', { cells: 2, users: 1, properties: 1 }],
  ['property', 2, 'before', { cells: 2, users: 2, properties: 1 }],
];

test.each(placed)(
  'a crash at %s %d %s: nothing of the script has an effect afterwards, neither catch nor finally',
  (...[kind, n, when, left]) => {
    const host = open(code);
    host.onEffect = (effect) => {
      if (effect.kind === kind && effect.n === n && effect.when === when) throw new Killed('Lights out.');
    };
    expect(() => host.call('work')).toThrow(Killed);
    const cells = (host.state.sheets[0]?.cells ?? []).flat().filter((cell) => cell).length;
    expect({ cells, users: host.google.length, properties: Object.keys(host.state.properties.script).length }).toEqual(
      left,
    );
  },
);

test('after a crash the next execution runs as if nothing had been, and locks are free', () => {
  const host = open(
    `function hold() { if (!LockService.getScriptLock().tryLock(0)) return 'locked'; PropertiesService.getScriptProperties().setProperty('a', '1'); return 'held'; }`,
  );
  host.onEffect = () => {
    throw new Killed('Lights out.');
  };
  expect(() => host.call('hold')).toThrow(Killed);
  host.onEffect = () => undefined;
  expect(host.call('hold')).toBe('held');
});

test('a crash in a trigger reaches whoever lets triggers run', () => {
  const host = open(
    "function work() { PropertiesService.getScriptProperties().setProperty('a', '1'); } function plan() { ScriptApp.newTrigger('work').timeBased().after(0).create(); }",
  );
  host.call('plan');
  host.onEffect = () => {
    throw new Killed('Lights out.');
  };
  host.clock.sleep(1);
  expect(() => {
    host.runDueTriggers();
  }).toThrow(Killed);
});

test('of a wave, what was sent before the crash has happened and the rest has not', () => {
  const host = open(
    "function wave() { UrlFetchApp.fetchAll(['a', 'b', 'c'].map((key) => ({ url: 'https://admin.googleapis.com/admin/directory/v1/users/' + key, method: 'delete', headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } }))); }",
  );
  host.onEffect = ({ n, when }) => {
    if (n === 2 && when === 'after') throw new Killed('Lights out.');
  };
  expect(() => host.call('wave')).toThrow(Killed);
  expect(host.google.map((call) => call.path.slice(-1))).toEqual(['a', 'b']);
});
