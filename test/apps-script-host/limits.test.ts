import { prices, startOf } from '../../sandbox/apps-script/prices';
import type { Price } from '../../sandbox/apps-script/prices';
import { Killed } from '../../sandbox/apps-script/host';
import { evaluate, open, start, type Bench } from './bench';

describe('time', () => {
  test('an execution ends after six minutes of the clock, and nothing the script catches helps it', () => {
    const code = `
      function long() {
        const properties = PropertiesService.getScriptProperties();
        try { for (let i = 0; i < 100; i++) Utilities.sleep(10000); }
        catch (error) { properties.setProperty('caught', 'yes'); }
        finally { properties.setProperty('finally', 'yes'); }
        return 'survived';
      }`;
    const host = open(code);
    expect(() => host.call('long')).toThrow('Exceeded maximum execution time');
    expect(host.state.properties.script).toEqual({});
    expect(host.clock.now() - start).toBe(360_000 + startOf(code.length));
  });

  test('a script that swallows its own end still ends', () => {
    const code =
      "function stubborn() { for (let i = 0; i < 50; i++) { try { Utilities.sleep(60000); } catch (error) {} } return 'done'; }";
    const host = open(code);
    expect(() => host.call('stubborn')).toThrow('Exceeded maximum execution time');
    expect(host.clock.now() - start).toBe(360_000 + startOf(code.length));
  });

  test.each(['card', 'open'] as const)('a %s execution has 30 seconds', (surface) => {
    const host = open('function slow() { Utilities.sleep(29000); Utilities.sleep(2000); }');
    expect(() => host.call('slow', [], surface)).toThrow('Exceeded maximum execution time');
    expect(host.call('slow', [], 'menu')).toBeUndefined();
  });

  test('one sleep takes five minutes at most', () => {
    expect(() => evaluate('Utilities.sleep(300001);')).toThrow('Invalid argument');
  });
});

describe('what calls of the platform cost', () => {
  const spent = (body: string): number => {
    const code = `function test() { ${body} }`;
    const host = open(code);
    host.call('test', [], 'editor');
    return host.clock.now() - start - startOf(code.length);
  };
  const sheet = 'const sheet = SpreadsheetApp.getActive().getActiveSheet();';

  test('writing a cell and reading it takes 800 ms', () => {
    const cells = 'sheet.getRange(1, 1).setValue(1); sheet.getRange(1, 1).getValue();';
    expect(spent(sheet + cells + cells) - spent(sheet + cells)).toBeCloseTo(800, 0);
  });

  test('a thousand cells read at once cost about as much as one', () => {
    expect(
      spent(`${sheet} sheet.getRange(1, 1, 1000, 1).getValues();`) - spent(`${sheet} sheet.getRange(1, 1).getValue();`),
    ).toBeLessThan(20);
  });

  test('properties and caches are read sooner than written, and several at once are as dear as a write and a read', () => {
    const properties = 'PropertiesService.getUserProperties()';
    expect(spent(`${properties}.setProperty('a', 'b');`)).toBe(80);
    expect(spent(`${properties}.getProperty('a');`)).toBe(34);
    expect(spent(`${properties}.getProperties();`)).toBe(80);
    const cache = 'CacheService.getUserCache()';
    expect(spent(`${cache}.put('a', 'b');`)).toBe(93);
    expect(spent(`${cache}.get('a');`)).toBe(23);
    expect(spent(`${cache}.getAll(['a', 'b']);`)).toBe(63);
    expect(spent(`${cache}.remove('a');`)).toBe(93);
  });

  test('a wave of requests takes one latency and a little', () => {
    const wave = (count: number): number =>
      spent(
        `UrlFetchApp.fetchAll(Array.from({ length: ${count} }, () => ({ url: 'https://admin.googleapis.com/admin/directory/v1/users/x', headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } })));`,
      );
    expect(wave(1)).toBe(250);
    expect(wave(11)).toBe(250 + 10 * prices.packing.ms);
  });

  test('an advanced service takes one latency a call', () => {
    expect(spent("AdminDirectory.Users.get('a'); AdminDirectory.Users.get('b');")).toBe(500);
  });
});

describe('what else costs', () => {
  const took = (code: string, bench: Bench = {}): number => {
    const host = open(code, bench);
    host.call('test', [], 'editor');
    return host.clock.now() - start;
  };

  test('an execution starts the later, the more code there is', () => {
    const padding = `/*${'x'.repeat(100_000 - 4)}*/`;
    expect(took(`function test() {}${padding}`) - took('function test() {}')).toBe(100);
  });

  test('calls of Utilities cost, sleeping only its own time', () => {
    const bare = took('function test() { Utilities.sleep(100); }');
    expect(
      took('function test() { Utilities.sleep(100); for (let i = 0; i < 9; i++) Utilities.getUuid(); }') - bare,
    ).toBe(9 * prices.utilities.ms);
  });

  test('long cells cost more than short ones, to write and to read', () => {
    const cells = (text: string): number =>
      took(
        `function test() { const range = SpreadsheetApp.getActive().getActiveSheet().getRange(1, 1, 100, 1); range.setValues(Array.from({ length: 100 }, () => ['${text}'.repeat(1000)])); range.getValues(); }`,
      );
    expect(cells('é') - cells('e')).toBeCloseTo(100 * (prices.readKB.ms + prices.writeKB.ms), 2);
  });

  test('a row that may be hidden is asked for by itself', () => {
    const ask = (rows: number): number =>
      took(
        `function test() { const sheet = SpreadsheetApp.getActive().getActiveSheet(); for (let row = 1; row <= ${rows}; row++) sheet.isRowHiddenByFilter(row); }`,
      );
    expect(ask(9) - ask(4)).toBe(5 * prices.rowHidden.ms);
  });

  test('every price says what it is for and where it comes from', () => {
    for (const { ms, per, source } of Object.values<Price>(prices)) {
      expect(ms).toBeGreaterThan(0);
      expect(per).not.toBe('');
      expect(source).toMatch(/^UNCONFIRMED: .{6}|page|DevRel/);
    }
  });
});

test('what is used is counted: executions, calls of each kind, requests and their waves, cells, bytes, triggers, mails', () => {
  const host = open(`function test() {
    const sheet = SpreadsheetApp.getActive().getActiveSheet();
    const range = sheet.getRange(1, 1, 2, 1);
    range.setValues([['one'], ['twos']]);
    range.getValues();
    PropertiesService.getScriptProperties().getProperty('a');
    CacheService.getUserCache().get('a');
    CacheService.getUserCache().put('a', 'b');
    Utilities.base64EncodeWebSafe('a');
    Utilities.sleep(1);
    AdminDirectory.Users.get('a');
    ScriptApp.newTrigger('test').timeBased().everyMinutes(5).create();
    MailApp.sendEmail('a@example.com,b@example.com', 'a', 'b');
    UrlFetchApp.fetchAll(['https://admin.googleapis.com/a', 'https://admin.googleapis.com/b'].map((url) => ({ url, muteHttpExceptions: true })));
  }`);
  host.call('test', [], 'editor');
  expect(host.state.counters).toEqual({
    executions: 1,
    documentCalls: 2,
    propertyCalls: 1,
    cacheCalls: 2,
    utilitiesCalls: 1,
    urlFetches: 2,
    waves: 2,
    triggersMade: 1,
    triggerMinutes: 0,
    mailRecipients: 2,
    cellsRead: 2,
    cellsWritten: 2,
    bytesRead: 7,
    bytesWritten: 7,
  });
});

test('the time of triggers is counted, and what an execution used before it died', () => {
  const host = open(`
    function plan() { ScriptApp.newTrigger('work').timeBased().after(0).create(); }
    function work() { Utilities.sleep(119000); Utilities.getUuid(); PropertiesService.getScriptProperties().setProperty('a', 'b'); }`);
  host.call('plan', [], 'editor');
  host.onEffect = () => {
    throw new Killed('here');
  };
  expect(() => host.runDueTriggers()).toThrow(Killed);
  expect(host.state.counters.utilitiesCalls).toBe(1);
  expect(host.state.counters.triggerMinutes).toBeGreaterThan(1.98);
  expect(host.state.counters.triggerMinutes).toBeLessThan(2.02);
});
