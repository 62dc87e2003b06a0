import { shortened } from './shorten';

/** Texts that stand in a cell for something else: for no value, for the cell above, for a sign that a page escaped. */

/** Ditto marks, and what people write in their stead. */
const above =
  /^(?:["'`´″‶〃”“„]{1,2}|-\/\/-|—\/\/—|same as (?:above|before)|see above|(?:wie|siehe) oben|comme ci-dessus|como arriba|come sopra|同上)$/i;

/**
 * `n/a`, `TBD`, `?`, `---`, and what exports write for an empty cell. Surnames such as Null, Blank or Leer are none.
 */
const nothing =
  /^(?:n\s?[/\\]\s?a\.?|tb[acd]|t\.b\.[acd]\.?|[?？]{1,8}|\.{2,8}|…|[-–—]{2,40}|_{2,40}|x{3,8}|[([<](?:blank|empty|none|null|nil|n\/?a|leer|keine|vide|aucun|vac[ií]o|ninguno|vuoto|nessuno|空白|なし|無|空|пусто|нет)[)\]>])$/i;

/** Words for nothing or for “as before”, where no name of a person can stand. */
const words = new Set(
  'same,ditto,dito,idem,none,null,nil,nan,nothing,empty,blank,unknown,not set,no,yes,x,root,top,default,keine,keiner,kein,nichts,leer,unbekannt,gleich,aucun,aucune,vide,ninguno,ninguna,mismo,misma,nessuno,nessuna,stesso,stessa,geen,brak,нет,то же,なし,無し,無,无,空'.split(
    ',',
  ),
);

const escaped = /&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});/i;

/** What stands for no value of its own, as a sentence about it; undefined for a text that means itself. */
export function standsFor(text: string): string | undefined {
  if (above.test(text)) return `“${text}” stands for the cell above, which nobody looks up. Write the value itself.`;
  if (nothing.test(text))
    return `“${text}” stands for no value. Write the value itself, or empty the cell to leave things as they are.`;
  return undefined;
}

/** Whether a text names nothing where no person's name can stand: `none`, `same`, `n/a`. */
export function namesNothing(text: string): boolean {
  return standsFor(text) !== undefined || words.has(text.toLowerCase());
}

/** What speaks against writing a text anew: it stands for something else, or a web page escaped signs of it. */
export function doubtOfText(text: string): string | undefined {
  if (escaped.test(text))
    return `“${shortened(text, 60)}” has a sign as web pages write it (${escaped.exec(text)?.[0] ?? ''}). Type the text as it is read.`;
  return standsFor(text);
}

const day = /^\d{1,2}([./-])\d{1,2}\1\d{4}$|^\d{4}([./-])\d{1,2}\2\d{1,2}$/;

/** `Mar-24`, `Mär 24`: what a spreadsheet makes of `3-24` or `March 24`. */
const month =
  /^(?:jan|feb|f[eé]v|mar|m[aä]r|mrz|apr|avr|abr|ma[iyj]|mei|jun|juin|jul|juil|aug|ago|ao[uû]|sep|set|o[ck]t|out|nov|de[czs])[a-zäéû]{0,1}\.?[-. ]\d{2}$/i;

/** What speaks against a text that no day can be. */
export function doubtOfDay(text: string): string | undefined {
  if (!day.test(text) && !month.test(text)) return undefined;
  return `“${text}” is a day. If a spreadsheet made it of something else, format the cell as plain text (Format › Number › Plain text) and type that again.`;
}
