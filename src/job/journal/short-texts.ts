import { isObject } from '../../engine/request';
import { titleOf } from '../../tabs/line';

/** What a line says more than once: the row's own name, its job and who started that stand in its JSON as letters. */

/** The line whose texts they are. */
interface Whose {
  readonly key: string;
  readonly work: string;
  readonly by?: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Before a letter; a text that begins with the sign itself has it twice. */
const sign = '§';

/** The data with letters in the place of what the line says anyway. */
export function shortTexts(fields: Fields, whose: Whose): Fields {
  const letters = lettersOf(whose);
  return withTexts(fields, (text) => {
    const letter = text === '' ? undefined : letters.find(([, known]) => known === text);
    if (letter) return sign + letter[0];
    return text.startsWith(sign) ? sign + text : text;
  });
}

/** The data as it was. */
export function longTexts(fields: Fields, whose: Whose): Fields {
  const known = new Map(lettersOf(whose));
  return withTexts(fields, (text) => {
    if (!text.startsWith(sign)) return text;
    const rest = text.slice(sign.length);
    return rest.startsWith(sign) ? rest : (known.get(rest) ?? text);
  });
}

function lettersOf({ key, work, by }: Whose): readonly (readonly [string, string | undefined])[] {
  return [
    ['k', titleOf(key)],
    ['j', work],
    ['b', by],
  ];
}

/** The same data with each text in it, names of fields aside, as `change` has it. */
function withTexts(fields: Fields, change: (text: string) => string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, changed(value, change)]));
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  return isObject(value) ? withTexts(value, change) : value;
}
