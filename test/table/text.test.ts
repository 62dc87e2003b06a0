import { cellText, fold, quote, visible } from '../../src/table/text';
import fc from '../property';

describe('the value of a cell', () => {
  test.each([
    ['\uFEFFana@shop.example', 'ana@shop.example'],
    ['\u00A0 Ana\u200B \t', 'Ana'],
    ['Ana\u00A0María', 'Ana María'],
    ['\u200Bana\u200B@shop.example', 'ana@shop.example'],
    ["'+34600111222", '+34600111222'],
    ["'0049", '0049'],
    ["'", ''],
    ["'' ", "'"],
    ['山田', '山田'],
    ['Jose\u0301', 'José'],
  ])('%j is %j', (display, value) => {
    expect(cellText(display)).toBe(value);
  });

  test.each(["'t Hooft", "'s-Gravesande", "O'Brien", '’t Hooft'])(
    'the apostrophe of the name %s is its own',
    (name) => {
      expect(cellText(name)).toBe(name);
    },
  );

  test('joiners inside a word stay, at its ends they go', () => {
    expect(cellText('\u200Dمی\u200Cخواهم\u200C')).toBe('می\u200Cخواهم');
  });

  test('what is visible stays visible, and reading it again changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => visible(visible(text)) === visible(text)));
  });
});

test('words are the same without case, accents, blanks and punctuation', () => {
  expect(fold('\uFEFF Prénom *')).toBe('prenom');
  expect(fold('Email Address [Required]')).toBe(fold('email-address (REQUIRED)'));
  expect(fold('Straße')).toBe(fold('STRASSE'));
  expect(fold('名前')).toBe('名前');
});

test('text from a cell is quoted on one line and cut', () => {
  expect(quote('a\n b')).toBe('"a b"');
  expect(Array.from(quote('😀'.repeat(200)))).toHaveLength(62);
});
