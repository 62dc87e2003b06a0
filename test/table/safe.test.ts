import { asText, cellLimit } from '../../src/table/safe';
import fc from '../property';

/** What Sheets makes of a text that is written: the first apostrophe is hidden. */
const shown = (written: string) => (written.startsWith("'") ? written.slice(1) : written);

test.each(['=1+1', '=IMPORTXML("https://x.example")', '+49', '-', '@ana', '\t=1', "'quoted", ' =1', '＝1'])(
  '%j is written with one apostrophe',
  (text) => {
    expect(asText(text)).toBe(`'${text}`);
  },
);

test.each(['', 'Done', 'ana@shop.example', 'two\nlines', '1-2', "O'Brien"])('%j is written as it is', (text) => {
  expect(asText(text)).toBe(text);
});

test('control characters go, new lines and tabs stay', () => {
  expect(asText('a\u0000b\u0007c\td\r\ne\rf\u0085')).toBe('abc\td\ne\nf');
  expect(asText('\u0000=1')).toBe("'=1");
});

test('what does not fit a cell ends in an ellipsis, never in half a character', () => {
  const long = asText('x'.repeat(cellLimit + 1));
  expect(long).toHaveLength(cellLimit);
  expect(long.endsWith('x…')).toBe(true);
  expect(asText('x'.repeat(cellLimit))).toBe('x'.repeat(cellLimit));
  expect(asText(`${'x'.repeat(cellLimit - 2)}😀😀`)).toBe(`${'x'.repeat(cellLimit - 2)}…`);
});

test('whatever the text, no formula is written and a person sees the same text', () => {
  const odd = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", ' ', 'a', '\n') }),
  );
  fc.assert(
    fc.property(odd, (text) => {
      const written = asText(text);
      expect(written).not.toMatch(/^\s*[=+\-@]/);
      expect(shown(written)).toBe(text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, ''));
    }),
  );
});
