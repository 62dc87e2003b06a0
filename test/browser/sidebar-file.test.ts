import { builtSidebar, withBuild } from './sidebar-file';

const refused = [
  ['a back-tick', 'String.fromCharCode(96)'],
  ['a scriptlet', '"<" + "?"'],
  ['the end of a script', '"<" + "/SCRIPT"'],
  ['a comment of HTML', '"<!" + "--"'],
] as const;

/** What the build says of each text, in one process. */
const verdicts = JSON.parse(
  withBuild(`
    const texts = [${refused.map(([, text]) => `'a' + ${text} + 'b'`).join()}, 'let a = 1'];
    const verdict = (text) => { try { return { passed: inlineable(text) }; } catch (error) { return { refused: error.message }; } };
    process.stdout.write(JSON.stringify(texts.map(verdict)));`),
) as { readonly passed?: string; readonly refused?: string }[];

describe('The file of the sidebar', () => {
  test.each(refused.map(([what], n) => [what, n] as const))('is not built with %s in its script', (_, n) => {
    expect(verdicts[n]).toEqual({ refused: expect.stringMatching(/sidebar script contains/) });
  });

  test('is built from a script that is fine', () => {
    expect(verdicts.at(-1)).toEqual({ passed: 'let a = 1' });
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
