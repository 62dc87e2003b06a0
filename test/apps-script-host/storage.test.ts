import { prices } from '../../sandbox/apps-script/prices';
import { evaluate, open } from './bench';

describe('properties', () => {
  test('document, script and each person have stores of their own', () => {
    const host = open(`
      function keep(value) { PropertiesService.getDocumentProperties().setProperty('d', value); PropertiesService.getUserProperties().setProperties({ u: value, n: 5 }); }
      function read() { return [PropertiesService.getDocumentProperties().getProperty('d'), PropertiesService.getUserProperties().getProperty('u'), PropertiesService.getScriptProperties().getProperty('d')]; }`);
    host.call('keep', ['one']);
    host.become('bo@shop.example');
    expect(host.call('read')).toEqual(['one', null, null]);
    expect(host.state.properties.users).toEqual({ 'ana@shop.example': { u: 'one', n: '5' } });
  });

  test('are deleted one by one, all at once, or by setting others', () => {
    expect(
      evaluate(`
      const store = PropertiesService.getScriptProperties();
      store.setProperties({ a: '1', b: '2', c: '3' }).deleteProperty('a');
      const some = store.getKeys();
      store.setProperties({ d: '4' }, true);
      const others = store.getProperties();
      return [some, others, store.deleteAllProperties().getKeys(), store.getProperty('constructor')];`),
    ).toEqual([['b', 'c'], { d: '4' }, [], null]);
  });

  test('a value has 9 KB, a store 500 KB', () => {
    expect(() => evaluate("PropertiesService.getUserProperties().setProperty('a', 'x'.repeat(9 * 1024 + 1));")).toThrow(
      'Argument too large: value',
    );
    expect(() => evaluate("PropertiesService.getUserProperties().setProperty('a', 'ä'.repeat(5000));")).toThrow(
      'Argument too large: value',
    );
    const fill = (count: number): string =>
      `PropertiesService.getUserProperties().setProperties(Object.fromEntries(Array.from({ length: ${count} }, (_, i) => ['k' + i, 'x'.repeat(9000)]))); return true;`;
    expect(evaluate(fill(56))).toBe(true);
    expect(() => evaluate(fill(57))).toThrow('You have exceeded the property storage quota.');
  });

  test('the day’s calls run out', () => {
    const state = { quotas: { 'propertyCalls ana@shop.example': { since: Date.UTC(2026, 2, 2, 11), used: 50_000 } } };
    expect(() =>
      evaluate('PropertiesService.getUserProperties().getKeys();', { state, quotaTier: 'consumer' }),
    ).toThrow('Service invoked too many times for one day: properties.');
    expect(evaluate('return PropertiesService.getUserProperties().getKeys();', { state })).toEqual([]);
  });
});

describe('cache', () => {
  test('a value lives as long as was said, and is text', () => {
    const host =
      open(`function put() { CacheService.getUserCache().put('a', 5, 60); CacheService.getUserCache().putAll({ b: 'x', c: 'y' }, 600); }
      function get() { const cache = CacheService.getUserCache(); return [cache.get('a'), cache.getAll(['b', 'c', 'd']), CacheService.getScriptCache().get('a')]; }`);
    host.call('put');
    expect(host.call('get')).toEqual(['5', { b: 'x', c: 'y' }, null]);
    host.clock.sleep(60_000);
    expect(host.call('get')).toEqual([null, { b: 'x', c: 'y' }, null]);
    host.become('bo@shop.example');
    expect(host.call('get')).toEqual([null, {}, null]);
  });

  test('removing takes one or several', () => {
    expect(
      evaluate(
        "const cache = CacheService.getScriptCache(); cache.putAll({ a: '1', b: '2', c: '3' }); cache.remove('a'); cache.removeAll(['b']); return cache.getAll(['a', 'b', 'c']);",
      ),
    ).toEqual({ c: '3' });
  });

  test('keys, values and times are limited', () => {
    expect(() => evaluate("CacheService.getUserCache().put('k'.repeat(251), 'v');")).toThrow('Argument too large: key');
    expect(() => evaluate("CacheService.getUserCache().put('k', 'v'.repeat(100 * 1024 + 1));")).toThrow(
      'Argument too large: value',
    );
    expect(() => evaluate("CacheService.getUserCache().put('k', 'v', 21601);")).toThrow(
      'Argument too large: expirationInSeconds',
    );
  });

  test('a cache of more than 1,000 items is cut to 900', () => {
    expect(
      evaluate(
        "const cache = CacheService.getUserCache(); cache.putAll(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => ['k' + i, 'v']))); return Object.keys(cache.getAll(Array.from({ length: 1001 }, (_, i) => 'k' + i))).length;",
      ),
    ).toBe(900);
  });
});

describe('locks', () => {
  test('are gone when the execution ends', () => {
    const host = open('function take() { return LockService.getDocumentLock().tryLock(0); }');
    expect([host.call('take'), host.call('take')]).toEqual([true, true]);
  });

  test('keep a second execution out while the first one runs, and let it in afterwards', () => {
    const host =
      open(`function hold() { const lock = LockService.getScriptLock(); lock.waitLock(0); PropertiesService.getScriptProperties().setProperty('held', '1'); lock.releaseLock(); PropertiesService.getScriptProperties().setProperty('released', '1'); }
      function attempt() { return LockService.getScriptLock().tryLock(2000); }
      function insist() { LockService.getScriptLock().waitLock(500); }`);
    const seen: unknown[] = [];
    host.onEffect = ({ kind, when, n }) => {
      if (kind !== 'property' || when !== 'after') return;
      seen.push(host.call('attempt'));
      if (n === 1) expect(() => host.call('insist')).toThrow('Lock timeout');
    };
    host.call('hold');
    expect(seen).toEqual([false, true]);
  });

  test('waiting for a lock takes its time', () => {
    const host = open(
      `function hold() { LockService.getScriptLock().tryLock(0); PropertiesService.getScriptProperties().setProperty('held', '1'); } function attempt() { LockService.getScriptLock().tryLock(2000); }`,
    );
    let waited = 0;
    host.onEffect = ({ when }) => {
      if (when === 'before') return;
      const before = host.clock.now();
      host.call('attempt');
      waited = host.clock.now() - before;
    };
    host.call('hold');
    expect(waited).toBeGreaterThanOrEqual(2_000 + prices.executionStart.ms);
  });

  test('do not survive an alert', () => {
    expect(
      evaluate(
        'const lock = LockService.getDocumentLock(); lock.tryLock(0); const before = lock.hasLock(); SpreadsheetApp.getUi().alert("Sure?"); return [before, lock.hasLock()];',
      ),
    ).toEqual([true, false]);
  });
});

test('a snapshot brings everything back', () => {
  const host = open(`function change(value) {
    PropertiesService.getScriptProperties().setProperty('p', value); SpreadsheetApp.getActiveSheet().getRange('A1').setValue(value);
    ScriptApp.newTrigger('change').timeBased().everyMinutes(5).create(); MailApp.sendEmail('bo@shop.example', value, value);
  }`);
  host.call('change', ['one']);
  const saved = host.snapshot();
  const before = JSON.stringify(host.state);
  host.call('change', ['two']);
  expect(JSON.stringify(host.state)).not.toBe(before);
  const state = host.state;
  host.restore(saved);
  expect(JSON.stringify(host.state)).toBe(before);
  expect(host.state).toBe(state);
});

test('a host opened with the state of another goes on where that one stopped, without sharing it', () => {
  const code =
    "function add() { SpreadsheetApp.getActiveSheet().appendRow(['x']); return SpreadsheetApp.getActiveSheet().getLastRow(); }";
  const first = open(code);
  first.call('add');
  const second = open(code, { state: first.state });
  expect(second.call('add')).toBe(2);
  expect(first.call('add')).toBe(2);
});
