import { mergeNote, noteMark, withoutOurs } from '../../src/table/notes';
import fc from '../property';

const line = fc.oneof(fc.string(), fc.constantFrom('', noteMark, 'Ask Bo first', '  ', 'Seatsheet: a word of mine'));
const theirs = fc
  .array(line)
  .map((lines) => lines.join('\n'))
  .filter((note) => !note.includes('▸'));
const ours = fc
  .array(fc.oneof(fc.string(), fc.constantFrom('This role is not known.', noteMark)), { minLength: 1 })
  .map((lines) => lines.join('\n'));

test('an empty note becomes ours, with a first line that says whose it is', () => {
  expect(mergeNote('', 'This role is not known.\nThis phone has no +.')).toBe(
    'Seatsheet:\n▸ This role is not known.\n▸ This phone has no +.',
  );
});

test("people's text stays, before and after, when our part is replaced or removed", () => {
  const note = 'Ask Bo first\n\nSeatsheet:\n▸ Old complaint.\n▸ Another.\ncalled on Monday';
  expect(mergeNote(note, 'New complaint.')).toBe('Ask Bo first\ncalled on Monday\n\nSeatsheet:\n▸ New complaint.');
  expect(mergeNote(note, undefined)).toBe('Ask Bo first\ncalled on Monday');
});

test("a line of people's that only begins like ours is theirs", () => {
  expect(mergeNote('Seatsheet: look at this', undefined)).toBe('Seatsheet: look at this');
  expect(mergeNote('Seatsheet:\nlook at this', undefined)).toBe('Seatsheet:\nlook at this');
});

test('removing our part gives back the very note that was there', () => {
  fc.assert(fc.property(theirs, ours, (note, says) => mergeNote(mergeNote(note, says), undefined) === note));
});

test('writing the same part again changes nothing, another one leaves nothing of the first', () => {
  fc.assert(
    fc.property(theirs, ours, ours, (note, first, second) => {
      const once = mergeNote(note, first);
      expect(mergeNote(once, first)).toBe(once);
      expect(mergeNote(once, second)).toBe(mergeNote(note, second));
    }),
  );
});

test('lines that people add around our part survive its removal', () => {
  const added = fc.constantFrom('called on Monday', 'two\nlines', 'Seatsheet: mine');
  fc.assert(
    fc.property(
      added,
      added,
      ours.filter((says) => says.trim() !== ''),
      (before, after, says) => {
        const note = `${before}\n\n${mergeNote('', says)}\n${after}`;
        expect(withoutOurs(note)).toBe(`${before}\n${after}`);
      },
    ),
  );
});

test('a part without words is no part', () => {
  expect(mergeNote('theirs', ' \n ')).toBe('theirs');
});
