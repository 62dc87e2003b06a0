import { open } from './bench';

/** The wire of google.script.run, both ways. */

const server = open(`
  function echo(value) { return value; }
  function kind(value) { return [value === null, typeof value, Array.isArray(value)]; }
  function gives(what) {
    const values = {
      date: () => new Date(), nested: () => ({ rows: [{ at: new Date() }] }), nothing: () => undefined, holes: () => [1, , 3],
      map: () => new Map([[1, 2]]), set: () => new Set([1]), regexp: () => /x/, boxed: () => new Number(5), fn: () => (a) => a + 1,
      bytes: () => new Uint8Array(3), sheet: () => SpreadsheetApp.getActive().getActiveSheet(), deepSheet: () => ({ ok: true, range: SpreadsheetApp.getActive().getActiveSheet().getRange('A1') }),
      plain: () => ({ text: 'a', list: [1, true, null], undef: undefined }),
    };
    return values[what]();
  }
  async function later() { return 5; }
  function fail() { const error = new RangeError('out of range'); error.code = 7; throw error; }
`);

describe('from the browser to the server', () => {
  test.each([[5], ['text'], [true], [null], [{ a: [1, { b: 'c' }] }], [[]]])('%j arrives as it is', (value) => {
    expect(server.call('echo', [value])).toEqual(value);
  });

  test('undefined arrives as null', () => {
    expect(server.call('kind', [undefined])).toEqual([true, 'object', false]);
    expect(server.call('echo', [{ a: undefined }])).toEqual({ a: null });
  });

  test.each([
    ['a date', new Date()],
    ['a map', new Map()],
    ['a regular expression', /x/],
    ['a boxed number', Object(5) as unknown],
    ['a function', () => 1],
    ['bytes', new Uint8Array(2)],
    ['a promise', Promise.resolve(1)],
  ])('%s is refused, alone and nested', (_name, value) => {
    expect(() => server.call('echo', [1, value])).toThrow('Failed due to illegal value in property: 1');
    expect(() => server.call('echo', [{ deep: [value] }])).toThrow('Failed due to illegal value in property: 0');
  });

  test('arguments are the server’s own copies', () => {
    const given = { list: [1] };
    const host = open('function grow(value) { value.list.push(2); return value.list instanceof Array; }');
    expect(host.call('grow', [given])).toBe(true);
    expect(given).toEqual({ list: [1] });
  });
});

describe('from the server to the browser', () => {
  test.each(['date', 'nested', 'sheet', 'deepSheet'])('%s: the handler gets no value at all', (what) => {
    expect(server.call('gives', [what])).toBeUndefined();
  });

  test('nothing and holes arrive as null', () => {
    expect(server.call('gives', ['nothing'])).toBeNull();
    expect(server.call('gives', ['holes'])).toEqual([1, null, 3]);
    expect(server.call('gives', ['plain'])).toEqual({ text: 'a', list: [1, true, null], undef: null });
  });

  test.each(['map', 'set', 'regexp', 'boxed'])('%s arrives as an empty object', (what) => {
    expect(server.call('gives', [what])).toEqual({});
  });

  test('a function arrives as its source text, a promise as the text of its result', () => {
    expect(server.call('gives', ['fn'])).toBe('(a) => a + 1');
    expect(server.call('later')).toBe('5');
  });

  test('bytes are a server error', () => {
    expect(() => server.call('gives', ['bytes'])).toThrow("We're sorry, a server error occurred.");
  });

  test('of an error only the text arrives', () => {
    expect(() => server.call('fail')).toThrow(
      expect.objectContaining({ name: 'ScriptError', message: 'out of range' }) as Error,
    );
    try {
      server.call('fail');
    } catch (error) {
      expect(error).not.toHaveProperty('code');
    }
  });
});

test('other surfaces have no wire: a menu handler may return what it likes', () => {
  expect(server.call('gives', ['date'], 'menu')).toBeInstanceOf(Date);
});
