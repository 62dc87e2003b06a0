import { prices } from '../../sandbox/apps-script/prices';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBundle } from '../../sandbox/apps-script/host';
import { evaluate, open } from './bench';

describe('the script runs as it would at Google', () => {
  test('every call starts from a fresh global: nothing the script kept survives', () => {
    const host = open('let n = 0; function next() { n += 1; return n; }');
    expect([host.call('next'), host.call('next')]).toEqual([1, 1]);
    expect(host.state.counters.executions).toBe(2);
  });

  test.each([
    ['a variable', 'n += 1; return n;'],
    ['a member of a list that it began with', 'list.push(1); return list.length;'],
    ['what a pattern remembers', 'pattern.exec("aa"); return pattern.lastIndex;'],
    ['a global name', 'globalThis.n = (globalThis.n ?? 0) + 1; return globalThis.n;'],
    ['one of the language’s methods', 'const n = [7].at(0) === 7 ? 1 : 2; Array.prototype.at = mine; return n;'],
    ['a method of its own for all lists', 'const n = "more" in [] ? 2 : 1; Array.prototype.more = 1; return n;'],
    ['a function of the language', 'const n = parseInt("7") === 7 ? 1 : 2; parseInt = mine; return n;'],
    [
      'one of its functions in the stead of another',
      'const n = helper === other; globalThis.helper = mine; return n ? 2 : 1;',
    ],
    ['a constant of the platform', 'const n = Math.more ?? 1; Math.more = 2; return n;'],
    ['what is done later', 'Promise.resolve().then(() => { globalThis.late = 2; }); return globalThis.late ?? 1;'],
  ])('nothing of an earlier call is there where a bundler made the code: %s', (_what, body) => {
    const work = `let n = 0; const list = []; const pattern = /a/g; function mine() {} const other = mine;
      globalThis.next = () => { ${body} }; globalThis.helper = () => { throw new Error('here'); };`;
    const host = open(`function next(){}function helper(){}\n(()=>{${work}})();`);
    expect([1, 2, 3].map(() => host.call('next'))).toEqual([1, 1, 1]);
    expect(() => host.call('helper')).toThrow('here');
    expect(host.call('next')).toBe(1);
  });

  test('only Apps Script’s names are there', () => {
    const absent = [
      'setTimeout',
      'fetch',
      'URL',
      'TextEncoder',
      'atob',
      'crypto',
      'structuredClone',
      'performance',
      'process',
      'require',
      'window',
      'queueMicrotask',
    ];
    expect(
      evaluate(`return ${JSON.stringify(absent)}.filter((name) => typeof globalThis[name] !== 'undefined');`),
    ).toEqual([]);
    expect(evaluate('return [typeof SpreadsheetApp, typeof console, typeof Intl];')).toEqual([
      'object',
      'object',
      'object',
    ]);
  });

  test('values of services belong to the script’s own realm', () => {
    const code = `
      const sheet = SpreadsheetApp.getActive().getActiveSheet();
      sheet.getRange('A1').setValue(new Date(0));
      const values = sheet.getDataRange().getValues();
      let caught;
      try { SpreadsheetApp.getActive().getRange('nowhere!'); } catch (error) { caught = error; }
      return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, caught instanceof Error, PropertiesService.getScriptProperties().getProperties() instanceof Object];`;
    expect(evaluate(code)).toEqual([true, true, true, true, true]);
  });

  test('host objects lead nowhere: a member’s constructor is the script’s Function, which knows no process', () => {
    expect(evaluate("return SpreadsheetApp.getActive.constructor('return typeof process')();")).toBe('undefined');
  });

  test('the time is the clock’s, and chance repeats from the same seed', () => {
    const draw = (seed: number): unknown =>
      evaluate('return [Date.now(), new Date().toISOString(), Utilities.getUuid(), Math.random()];', { seed });
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
    const [now, text, uuid] = draw(5) as [number, string, string];
    expect([new Date(now).toISOString(), now]).toEqual([
      text,
      Date.UTC(2026, 2, 2, 12, 0, 0, prices.executionStart.ms),
    ]);
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test('two executions of one host draw different ids', () => {
    const host = open('function draw() { return Utilities.getUuid(); }');
    expect(host.call('draw')).not.toBe(host.call('draw'));
  });

  test('files share one global scope', () => {
    const host = open({
      First: "const hello = 'hello ';",
      Second: 'function greet() { return hello + name_; }',
      Third: "let name_ = 'ana';",
    });
    expect(host.call('greet')).toBe('hello ana');
  });

  test('code that does not parse is refused when the host opens', () => {
    expect(catching(() => open('function ( {')).name).toBe('SyntaxError');
  });
});

describe('only what is meant to be called can be called', () => {
  const host = open(
    'function open_() { return 1; } const made = () => 2; let arrow = function () { return 3; }; const menu = { item: () => 4 }; const text = "no";',
  );

  test('declarations and function constants at the top level can', () => {
    expect([host.call('made'), host.call('arrow')]).toEqual([2, 3]);
  });

  test.each(['open_', 'missing', 'text', 'SpreadsheetApp', 'parseInt', 'menu.item', '1+1', 'made()', ''])(
    '"%s" cannot be called from the sidebar',
    (name) => {
      expect(() => host.call(name)).toThrow(`Script function not found: ${name}`);
    },
  );

  test('menu items and triggers may name a member of an object', () => {
    expect(host.call('menu.item', [], 'menu')).toBe(4);
    expect(() => host.call('open_', [], 'menu')).toThrow('Script function not found');
  });
});

describe('what is not simulated says so by name', () => {
  const members = [
    'SpreadsheetApp.openById',
    'SpreadsheetApp.getActive().getBlob',
    'SpreadsheetApp.getActiveSheet().getCharts',
    'Utilities.zip',
    'DriveApp.getFiles',
    'CardService.newGrid',
    'AdminDirectory.Users.watch',
    'HtmlService.createTemplateFromFile',
  ];

  test.each(members)('%s', (member) => {
    const name = member.split('.').slice(-2).join('.');
    expect(() => evaluate(`return ${member};`)).toThrow(/is not simulated$/);
    expect(() => evaluate(`return ${member};`)).toThrow(
      name.replace('getActive().', 'Spreadsheet.').replace('getActiveSheet().', 'Sheet.'),
    );
  });

  test('setting a member throws instead of being forgotten', () => {
    expect(() => evaluate('SpreadsheetApp.foo = 1;')).toThrow('SpreadsheetApp.foo is not simulated');
  });

  test('the host’s own members stay out of sight', () => {
    expect(() => evaluate('return SpreadsheetApp._run;')).toThrow('SpreadsheetApp._run is not simulated');
  });

  test('objects of Apps Script survive being logged and stringified', () => {
    expect(
      evaluate(
        'return [String(SpreadsheetApp.getActive()), JSON.stringify({ sheet: SpreadsheetApp.getActiveSheet() })];',
      ),
    ).toEqual(['Spreadsheet', '{"sheet":{}}']);
  });
});

test('what the script throws reaches the caller with name, message and the script’s own stack', () => {
  const host = open(
    'class Wrong extends TypeError { constructor() { super("so wrong"); this.name = "Wrong"; } }\nfunction fail() { throw new Wrong(); }',
  );
  const caught = catching(() => host.call('fail', [], 'menu'));
  expect(caught).toMatchObject({ name: 'Wrong', message: 'so wrong' });
  expect(caught.stack).toBe('Wrong: so wrong\n    at fail (Code.gs:2:25)');
});

function catching(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown.');
}

test('async functions run to their end, as far as microtasks go', () => {
  const host = open(
    'async function late() { await null; return "done"; } async function fails() { await null; throw new Error("late"); }',
  );
  expect(host.call('late', [], 'editor')).toBe('done');
  expect(() => host.call('fails', [], 'editor')).toThrow('late');
});

describe('a folder as a bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('.gs, .js and .html are read by their names, below folders too, and the manifest must be there', () => {
    expect(() => loadBundle(folder)).toThrow('cannot be read as a manifest');
    mkdirSync(join(folder, 'parts'));
    const files = {
      'appsscript.json': '{"timeZone":"Etc/UTC"}',
      'Code.gs': 'function a() {}',
      'parts/More.js': 'function b() {}',
      'page.html': '<p>',
      'notes.txt': 'no',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    expect(loadBundle(folder)).toEqual({
      code: { Code: 'function a() {}', 'parts/More': 'function b() {}' },
      html: { page: '<p>' },
      manifest: { timeZone: 'Etc/UTC' },
    });
  });

  test('Code.js beside Code.gs is refused, as clasp refuses it', () => {
    writeFileSync(join(folder, 'Code.js'), '');
    expect(() => loadBundle(folder)).toThrow('Conflicting files found: Code');
  });
});

test('Logger and console are kept in order, with placeholders filled', () => {
  const host = open(
    "function log() { Logger.log('row %s of %s', 3, 5); console.warn('slow', { ms: 9 }); return Logger.getLog(); }",
  );
  expect(host.call('log')).toBe('row 3 of 5\n');
  expect(host.logs).toEqual(['row 3 of 5', 'WARNING slow {"ms":9}']);
});
