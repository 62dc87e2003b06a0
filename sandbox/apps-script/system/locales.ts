/**
 * How a spreadsheet shows and reads values by its locale (Sheets API, ValueRenderOption: formatted by the spreadsheet's
 * locale). Words of a tick are those of the localised TRUE() and FALSE(); all but the Italian ones are UNCONFIRMED.
 */

/** One locale, by the name that spreadsheets have for it: `de_DE`. */
export interface SheetLocale {
  /** What a ticked box and an empty one show. */
  readonly words: readonly [string, string];
  readonly decimal: '.' | ',';
  /** Between thousands. */
  readonly group: ',' | '.' | '\u00A0';
  /** A date as it is shown, and read where it is typed. */
  readonly date: string;
}

const comma = { decimal: ',', group: '.', date: 'dd.mm.yyyy' } as const;
const spaced = { decimal: ',', group: '\u00A0', date: 'dd.mm.yyyy' } as const;

const table = {
  en_US: { words: ['TRUE', 'FALSE'], decimal: '.', group: ',', date: 'm/d/yyyy' },
  de_DE: { words: ['WAHR', 'FALSCH'], ...comma },
  es_ES: { words: ['VERDADERO', 'FALSO'], ...comma, date: 'd/m/yyyy' },
  fr_FR: { words: ['VRAI', 'FAUX'], ...spaced, date: 'dd/mm/yyyy' },
  it_IT: { words: ['VERO', 'FALSO'], ...comma, date: 'dd/mm/yyyy' },
  ja_JP: { words: ['TRUE', 'FALSE'], decimal: '.', group: ',', date: 'yyyy/mm/dd' },
  pl_PL: { words: ['PRAWDA', 'FAŁSZ'], ...spaced },
  pt_BR: { words: ['VERDADEIRO', 'FALSO'], ...comma, date: 'dd/mm/yyyy' },
  ru_RU: { words: ['ИСТИНА', 'ЛОЖЬ'], ...spaced },
  sv_SE: { words: ['SANT', 'FALSKT'], ...spaced, date: 'yyyy-mm-dd' },
  tr_TR: { words: ['DOĞRU', 'YANLIŞ'], ...comma },
} as const satisfies Readonly<Record<string, SheetLocale>>;

/** The locales that spreadsheets of the sandbox can have; the first is that of a new one. */
export const localeNames = Object.keys(table);

/** What an empty box shows, in every locale. */
export const emptyBoxes: readonly string[] = [...new Set(Object.values(table).map(({ words }) => words[1]))];

/** A locale by its name; that of a new spreadsheet where there is no such one. */
export function localeOf(name: string | undefined): SheetLocale {
  const known: Readonly<Record<string, SheetLocale>> = table;
  return known[name ?? ''] ?? table.en_US;
}

/** A number as this locale writes it, from how en_US does. */
export function shownNumber(text: string, { decimal, group }: SheetLocale): string {
  return text.replace(/[.,]/g, (sign) => (sign === '.' ? decimal : group));
}

/** What was typed in this locale, as en_US writes it; as it is where it is no number. */
export function typedNumber(text: string, { decimal, group }: SheetLocale): string {
  if (decimal === '.') return text;
  // A point is no mark of this locale's numbers: 1.5 is a day there, or a text.
  if (group !== '.' && text.includes('.')) return text.replace(/\./g, ';');
  const marks = new Map<string, string>([
    [decimal, '.'],
    [group, ','],
  ]);
  return text.replace(/[.,\u00A0]/g, (sign) => marks.get(sign) ?? ';');
}

/** Day, month and year of a date that was typed as this locale writes it. */
export function typedDay(text: string, { date }: SheetLocale): readonly [string, string, string] | undefined {
  const order = date.split(/[^dmy]+/).map((part) => part[0] ?? '');
  const parts = /^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})$/.exec(text)?.slice(1) ?? [];
  const part = (name: string): string => parts[order.indexOf(name)] ?? '';
  if (text.includes('.') && !date.includes('.')) return undefined;
  return part('y').length === 4 ? [part('y'), part('m'), part('d')] : undefined;
}
