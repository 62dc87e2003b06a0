import { costs } from '../../sandbox/apps-script/costs';
import { evaluate, open, start } from './bench';

describe('time', () => {
  test('an execution ends after six minutes of the clock, and nothing the script catches helps it', () => {
    const host = open(`
      function long() {
        const properties = PropertiesService.getScriptProperties();
        try { for (let i = 0; i < 100; i++) Utilities.sleep(10000); }
        catch (error) { properties.setProperty('caught', 'yes'); }
        finally { properties.setProperty('finally', 'yes'); }
        return 'survived';
      }`);
    expect(() => host.call('long')).toThrow('Exceeded maximum execution time');
    expect(host.state.properties.script).toEqual({});
    expect(host.clock.now() - start).toBe(360_000 + costs.executionStart);
  });

  test('a script that swallows its own end still ends', () => {
    const host = open(
      "function stubborn() { for (let i = 0; i < 50; i++) { try { Utilities.sleep(60000); } catch (error) {} } return 'done'; }",
    );
    expect(() => host.call('stubborn')).toThrow('Exceeded maximum execution time');
    expect(host.clock.now() - start).toBe(360_000 + costs.executionStart);
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
    const host = open(`function test() { ${body} }`);
    host.call('test', [], 'editor');
    return host.clock.now() - start - costs.executionStart;
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

  test('properties take 80 ms, the cache 63 ms', () => {
    expect(spent("PropertiesService.getUserProperties().setProperty('a', 'b');")).toBe(80);
    expect(spent("CacheService.getUserCache().get('a');")).toBe(63);
  });

  test('a wave of requests takes one latency and a little', () => {
    const wave = (count: number): number =>
      spent(
        `UrlFetchApp.fetchAll(Array.from({ length: ${count} }, () => ({ url: 'https://admin.googleapis.com/admin/directory/v1/users/x', headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } })));`,
      );
    expect(wave(1)).toBe(250);
    expect(wave(11)).toBe(250 + 10 * costs.wavePerRequest);
  });

  test('an advanced service takes one latency a call', () => {
    expect(spent("AdminDirectory.Users.get('a'); AdminDirectory.Users.get('b');")).toBe(500);
  });
});

test('calls are counted: executions, document, properties and every request of a wave', () => {
  const host = open(`function test() {
    const sheet = SpreadsheetApp.getActive().getActiveSheet();
    const range = sheet.getRange(1, 1, 2, 1);
    range.setValues([[1], [2]]);
    range.getValues();
    PropertiesService.getScriptProperties().getProperty('a');
    UrlFetchApp.fetchAll(['https://admin.googleapis.com/a', 'https://admin.googleapis.com/b'].map((url) => ({ url, muteHttpExceptions: true })));
  }`);
  host.call('test', [], 'editor');
  expect(host.state.counters).toEqual({ executions: 1, documentCalls: 2, propertyCalls: 1, urlFetches: 2 });
});
