import { readChoice, readList, readText, readTick } from '../../src/table/cell';
import fc from '../property';

const value = (of: unknown) => ({ kind: 'value', value: of });

describe('text', () => {
  test.each(['', '  ', '\u00A0', '\u200B\uFEFF', "'"])('%j is blank', (text) => {
    expect(readText(text)).toEqual({ kind: 'blank' });
  });

  test.each(['-', ' - ', "'-", '–', '—', '\u00A0-\u200B'])('%j is none', (text) => {
    expect(readText(text)).toEqual({ kind: 'none' });
  });

  test.each([
    ['--', '--'],
    [' Ana ', 'Ana'],
    ['=IMPORTXML("x")', '=IMPORTXML("x")'],
  ])('%j is the text %j', (text, read) => {
    expect(readText(text)).toEqual(value(read));
  });
});

describe('formulas that failed', () => {
  test.each(['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#ERROR!', '#NV', '#BEZUG!', '#¡REF!', 'Loading...'])(
    '%s is never a value',
    (shown) => {
      const wrong = {
        kind: 'wrong',
        says: `The formula in this cell ends in ${shown}. Put it right, or write the value itself.`,
      };
      expect(readText(shown)).toEqual(wrong);
      expect(readList(shown)).toEqual(wrong);
      expect(readChoice(shown, ['Active'])).toEqual(wrong);
    },
  );

  test.each(['#1', '#sales', 'N/A', 'Loading dock'])('%s is text', (text) => {
    expect(readText(text)).toEqual(value(text));
  });
});

describe('lists', () => {
  test('comma, semicolon and new line separate, and what stands there twice counts once', () => {
    expect(readList(' Editor, Viewer;editor\r\nOwner,,\n ')).toEqual(value(['Editor', 'Viewer', 'Owner']));
  });

  test('a - means none, but only alone', () => {
    expect(readList(' - ')).toEqual({ kind: 'none' });
    expect(readList('Editor, -')).toEqual({ kind: 'wrong', says: 'A - means none and stands alone in its cell.' });
  });

  test('nothing but separators is blank', () => {
    expect(readList(' ,;\n')).toEqual({ kind: 'blank' });
  });

  test('whatever the separators, the items come back', () => {
    const item = fc.stringMatching(/^[A-Z][a-z0-9 ]{0,8}[a-z]$/);
    const items = fc.uniqueArray(item, { minLength: 1, selector: (text) => text.toLowerCase() });
    const separator = fc.constantFrom(',', ' ; ', '\n', ',\n', '\r\n');
    fc.assert(
      fc.property(items, separator, (all, between) => {
        expect(readList(all.join(between))).toEqual(value(all));
      }),
    );
  });
});

describe('ticks', () => {
  test.each(['TRUE', 'true', 'yes', 'Y', 'x', 'X', '✓', '✔️', '1', 'ja', 'sí', 'Si', 'oui', 'WAHR', 'VERDADERO'])(
    '%s is a tick',
    (text) => {
      expect(readTick(text)).toEqual(value(true));
    },
  );

  test.each(['', 'FALSE', 'false', 'FALSCH', 'FALSO', 'FAUX', ' '])('the empty box %j says nothing', (text) => {
    expect(readTick(text)).toEqual({ kind: 'blank' });
  });

  test.each(['no', 'No', 'nein', '0', 'non'])('%s was typed and is false', (text) => {
    expect(readTick(text)).toEqual(value(false));
  });

  test('anything else is said', () => {
    expect(readTick('maybe')).toEqual({
      kind: 'wrong',
      says: '"maybe" is not understood here. Tick the box, or write yes or no.',
    });
    expect(readTick('-')).toEqual({ kind: 'none' });
  });
});

describe('choices', () => {
  test('a word is found in whatever case and comes back as the list has it', () => {
    expect(readChoice(' aCTIVE ', ['Active', 'Suspended'])).toEqual(value('Active'));
  });

  test('the same word in another language is the word, where the list has it', () => {
    expect(readChoice('Archivado', ['Active', 'Archived'])).toEqual(value('Archived'));
    expect(readChoice('Archivado', ['Active', 'Deleted'])).toMatchObject({ kind: 'wrong' });
  });

  test('another word is said with what is understood', () => {
    expect(readChoice('Archived', ['Active', 'Suspended', 'Deleted'])).toEqual({
      kind: 'wrong',
      says: '"Archived" is not understood here. Write Active, Suspended or Deleted, or leave the cell empty.',
    });
  });
});
