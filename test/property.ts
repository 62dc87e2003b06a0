import fc from 'fast-check';
import { sampleOr } from './sweep';

/** fast-check, with a hundred examples a property in `npm test` and a thousand in `npm run test:full`. */
fc.configureGlobal({ numRuns: sampleOr(100, 1000) });

/** Halves of pairs stand between these two, and are no characters. */
const halves = { first: 0xd800, many: 0x800 };

/**
 * Any character of Unicode, as the unit of a text. It is what fast-check calls `binary`, which lists the million of
 * them in every file that asks for one: two seconds each.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - halves.many }).map(
  (at) => String.fromCodePoint(at < halves.first ? at : at + halves.many),
  (text) => {
    const code = typeof text === 'string' && Array.from(text).length === 1 ? text.codePointAt(0) : undefined;
    if (code === undefined || (code >= halves.first && code < halves.first + halves.many))
      throw new Error('That is no character.');
    return code < halves.first ? code : code - halves.many;
  },
);

export default fc;
