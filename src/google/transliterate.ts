import { atFirstUse } from '../engine/at-first-use';
import { foldName } from './names';

/** Names in the letters that an address may hold ("Name guidelines for users and groups": a–z, digits, hyphens). */

type Letters = Readonly<Record<string, string>>;

function pairsOf(text: string): () => Letters {
  return atFirstUse(() =>
    Object.fromEntries(text.split(' ').map((pair): [string, string] => [pair.charAt(0), pair.slice(1)])),
  );
}

/** How a language writes letters of its own without them; any other takes the accent off. */
const umlauts = pairsOf('äae öoe üue');
const nordic = pairsOf('øoe åaa æae');
const ownLetters: Readonly<Record<string, () => Letters>> = {
  de: umlauts,
  da: nordic,
  no: nordic,
  nb: nordic,
  nn: nordic,
  uk: pairsOf('гh иy'),
};

/** Cyrillic as in passports (ICAO Doc 9303, part 3, section 6). */
const cyrillic = pairsOf(
  'аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъie ыy ь эe юiu яia іi їi єie ґg ўu ђdj јj љlj њnj ћc џdz ѓg ќk ѕdz',
);
/** Greek as in passports (ELOT 743), without what depends on neighbours but ου, αυ and ευ. */
const greek = pairsOf('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo');

/**
 * A name in small Latin letters, digits, hyphens and blanks: `Jürgen` is `juergen` in German and `jurgen` elsewhere.
 * `language`: a code such as `de`, or ''. Undefined for a script that has no such table.
 */
export function transliterated(name: string, language: string): string | undefined {
  const own = ownLetters[language.slice(0, 2).toLowerCase()]?.() ?? {};
  const letters = name.toLowerCase().normalize('NFC');
  const latin = replaced(replaced(letters, own), cyrillic());
  const greekToo = replaced(
    foldName(latin)
      .replace(/ου/g, 'ou')
      .replace(/([αε])υ/g, '$1v'),
    greek(),
  );
  const plain = greekToo.replace(/[‐-―]/g, '-').replace(/[^\p{L}\p{N} -]/gu, '');
  return /^[a-z0-9 -]*$/.test(plain) ? plain.trim() : undefined;
}

function replaced(text: string, by: Letters): string {
  return Array.from(text, (letter) => by[letter] ?? letter).join('');
}
