import { mergedText, spoiltText } from './made';
import { cellText, fold, quote, visible } from './text';

/**
 * What a cell says. `blank` leaves things as they are, `none` is a `-`, `wrong` carries the sentence that says what is
 * wrong with it.
 */
export type Cell<Value> =
  | { readonly kind: 'blank' }
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: Value }
  /** `also`: what else is wrong with it, where a cell holds several values. */
  | { readonly kind: 'wrong'; readonly says: string; readonly also?: readonly string[] };

const blank = { kind: 'blank' } as const;
const none = { kind: 'none' } as const;

/** Signs that stand for a `-` when text was corrected while it was typed: en dash, em dash, minus. */
const dashes = new Set(['-', '–', '—', '−']);

/**
 * What Sheets shows where a formula failed or is not ready, in the languages that we know of: `#N/A`, `#BEZUG!`,
 * `Loading...`.
 */
export const failedFormula = /^(?:#(?:[\p{Lu}\p{N}/¡_]+[!?]|N\/A|NV|N\/D|N\/B)|Loading(?:\.\.\.|…))$/u;

/**
 * One text, as `cellText` gives it. What a failed formula shows is never taken for a value, nor is a number, a day or a
 * tick that the spreadsheet has made of a text.
 */
export function readText(display: string): Cell<string> {
  const text = cellText(display);
  const spoilt = spoiltText(display);
  if (spoilt !== undefined) return { kind: 'wrong', says: spoilt };
  if (text === '') return blank;
  if (failedFormula.test(text))
    return {
      kind: 'wrong',
      says: `The formula in this cell ends in ${text}. Put it right, or write the value itself.`,
    };
  return dashes.has(text) ? none : { kind: 'value', value: text };
}

/**
 * Several texts, separated by comma (`、` and `，` too), semicolon or new line; one that stands there twice, in whatever
 * case, counts once.
 */
export function readList(display: string): Cell<readonly string[]> {
  return read(readText(display), (text): Cell<readonly string[]> => {
    const items = new Map<string, string>();
    for (const item of text.split(/[,;、，；\r\n]/).map(visible)) {
      if (item !== '' && !items.has(item.toLowerCase())) items.set(item.toLowerCase(), item);
    }
    const value = [...items.values()];
    if (value.some((item) => dashes.has(item)))
      return { kind: 'wrong', says: 'A - means none and stands alone in its cell.' };
    return value.length === 0 ? blank : { kind: 'value', value };
  });
}

/**
 * What an empty tick box shows in the languages of Sheets, and its sign: as text it stands in files that were exported
 * from a sheet. Boxes themselves are read by their values.
 */
const emptyBoxes = new Set(
  'FALSE FALSCH FALSO FAUX ONWAAR FAŁSZ ЛОЖЬ FALSKT FALSK USANN EPÄTOSI NEPRAVDA HAMIS YANLIŞ ☐'.split(' '),
);
const ticks = new Set(['✓', '✔', '☑', '✅', '√']);
const yeses = new Set(
  'true wahr verdadero verdadeiro vrai vero waar prawda истина sant sand sann tosi pravda igaz dogru yes y ja j si oui sim tak ano igen evet kylla да はい 是 예 네 x on 1'.split(
    ' ',
  ),
);
const noes = new Set(
  'no n nein non nao nee nej nei nie ne nem hayır ei never нет いいえ 否 不 아니요 아니오 off 0'.split(' '),
);

/**
 * A tick. An empty tick box (`FALSE`) is blank like an empty cell, because it cannot be told from a box that nobody
 * touched; `no` and `0`, which somebody typed, are false.
 */
export function readTick(display: string): Cell<boolean> {
  const text = cellText(display);
  const merged = mergedText(display);
  if (merged !== undefined) return { kind: 'wrong', says: merged };
  if (text === '' || emptyBoxes.has(text.toUpperCase())) return blank;
  if (dashes.has(text)) return none;
  const sign = text.replace(/\uFE0F/g, '');
  if (ticks.has(sign) || yeses.has(fold(text))) return { kind: 'value', value: true };
  if (noes.has(fold(text))) return { kind: 'value', value: false };
  return { kind: 'wrong', says: `${quote(text)} is not understood here. Tick the box, or write yes or no.` };
}

/** Words of lists in other programs, and in German, Spanish, French and Portuguese, folded and masculine. */
const translated: Readonly<Record<string, string>> = {
  Active: 'enabled aktiv activo actif ativo',
  Suspended:
    'blocked disabled gesperrt ausgesetzt deaktiviert suspendido bloqueado desactivado suspendu bloque desactive suspenso desativado',
  Archived: 'archiviert archivado archive arquivado',
  Deleted: 'geloscht eliminado supprime excluido',
  Cancelled: 'canceled gekundigt storniert cancelado resilie annule',
  'Handed to Google': 'angoogleubergeben transferidoagoogle transfereagoogle',
  Domain: 'domane dominio domaine',
  Team: 'equipo equipe',
  'Paid service': 'bezahlterdienst serviciodepago servicepayant',
};

/** Of somebody who is not seen at work, who has left, or who is shut out: nobody is shut out on a guess. Folded. */
const openWord = /^in(?:ac|ak|a)ti/;

/**
 * One of these words, in whatever case, or what it is in another language; the value is the word as it stands in the
 * list.
 */
export function readChoice(display: string, words: readonly string[]): Cell<string> {
  const cell = readText(display);
  if (cell.kind !== 'value') return cell;
  const said = fold(cell.value);
  const masculine = said.replace(/a$/, 'o').replace(/(e|du)e$/, '$1');
  const value = words.find((word) => fold(word) === said || translated[word]?.split(' ').includes(masculine));
  if (value !== undefined) return { kind: 'value', value };
  const why = openWord.test(said) ? 'can mean more than one of these' : 'is not understood here';
  return { kind: 'wrong', says: `${quote(cell.value)} ${why}. Write ${oneOf(words)}, or leave the cell empty.` };
}

function oneOf(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1] ?? ''}`;
}

/** The cell, unless its value meets a complaint; `check` gives the sentence, or undefined for a value that is right. */
export function checked<Value>(cell: Cell<Value>, check: (value: Value) => string | undefined): Cell<Value> {
  const says = cell.kind === 'value' ? check(cell.value) : undefined;
  return says === undefined ? cell : { kind: 'wrong', says };
}

/** The cell with another value made of its own, which may turn out to be wrong. */
export function read<Value, Other>(cell: Cell<Value>, by: (value: Value) => Cell<Other>): Cell<Other> {
  return cell.kind === 'value' ? by(cell.value) : cell;
}

/**
 * The cell of a list with each of its items looked up; as soon as one of them is wrong, the list is, and all that is
 * wrong with it is said.
 */
export function readEach<Value>(
  cell: Cell<readonly string[]>,
  lookUp: (item: string) => Cell<Value>,
): Cell<readonly Value[]> {
  return read(cell, (items): Cell<readonly Value[]> => {
    const found = items.map(lookUp);
    const [says, ...also] = found.flatMap((one) => (one.kind === 'wrong' ? [one.says] : []));
    if (says !== undefined) return { kind: 'wrong', says, also };
    return { kind: 'value', value: found.flatMap((one) => (one.kind === 'value' ? [one.value] : [])) };
  });
}
