import { builtSidebar, withBuild } from './sidebar-file';

const refused = [
  ['a back-tick', 'String.fromCharCode(96)'],
  ['a scriptlet', '"<" + "?"'],
  ['the end of a script', '"<" + "/SCRIPT"'],
  ['a comment of HTML', '"<!" + "--"'],
] as const;

describe('The file of the sidebar', () => {
  test.each(refused)('is not built with %s in its script', (_, text) => {
    expect(() => withBuild(`inlineable('a' + ${text} + 'b')`)).toThrow(/sidebar script contains/);
  });

  test('is built from a script that is fine', () => {
    expect(withBuild('process.stdout.write(inlineable("let a = 1"))')).toBe('let a = 1');
  });

  const html = builtSidebar();

  test('holds one script and one style and loads nothing', () => {
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html).not.toMatch(/<link|<img|\ssrc=|@import|url\(/);
    expect(html).not.toContain('`');
    expect(html).not.toContain('<?');
  });

  test('comes out the same, byte for byte', () => {
    expect(builtSidebar()).toBe(html);
  });
});
