import { defined } from '../../engine/defined';
import { isObject } from '../../engine/request';
import type { ImportHow, ImportProblem, ImportRecord } from '../../imports/reading/file';
import { tabs } from '../../tabs';
import type { Tab } from '../../tabs/tab';
import { numberIn, partIn, refused, textIn, textOr, wordIn } from '../arguments';
import { Trouble } from '../trouble';

/** What an import asks for, from whatever was sent: everybody who can open the spreadsheet can send anything. */

/** More records than Google Sheets has room for. */
const mostRecords = 50_000;
const mostCells = 500;

/** The records of a file. Throws Trouble for anything else. */
export function recordsIn(asked: unknown): readonly ImportRecord[] {
  const sent = listIn(asked, 'records');
  if (!sent.length || sent.length > mostRecords)
    throw new Trouble('unusableFile', {
      says: sent.length ? `The file has ${sent.length} lines.` : 'The file is empty.',
      remedy: sent.length ? `Split it: at most ${mostRecords} go at once.` : 'Choose one with a header line and rows.',
    });
  return sent.map(recordIn);
}

function listIn(asked: unknown, name: string): readonly unknown[] {
  const list = partIn(asked, name);
  if (!Array.isArray(list)) throw refused(name);
  return list;
}

function recordIn(sent: unknown): ImportRecord {
  const cells = listIn(sent, 'cells').slice(0, mostCells);
  if (!cells.every((cell): cell is string => typeof cell === 'string')) throw refused('cells');
  const [same, address] = [textOr(sent, 'same'), textOr(sent, 'address')];
  const found = { ...defined({ same, address }) };
  return { line: numberIn(sent, 'line'), cells, ...found };
}

/** What was left out, as it was told before. Throws Trouble for anything else. */
export function problemsIn(asked: unknown): readonly ImportProblem[] {
  return listIn(asked, 'problems')
    .slice(0, mostRecords)
    .map((one) => ({ line: numberIn(one, 'line'), column: textIn(one, 'column'), says: textIn(one, 'says') }));
}

const howNames = [
  'tab',
  'format',
  'mapping',
  'customer',
  'replaceDomains',
  'defaults',
  'existing',
  'namesakes',
  'addresses',
  'products',
] as const;

/** How a file is to be read; what was not said has its default. Throws Trouble for anything else. */
export function howIn(asked: unknown): ImportHow {
  const how = partIn(asked, 'how');
  const known: readonly string[] = howNames;
  if (!isObject(how) || Array.isArray(how) || !Object.keys(how).every((name) => known.includes(name)))
    throw refused('how');
  const optional = (name: (typeof howNames)[number]): readonly unknown[] =>
    partIn(how, name) === undefined ? [] : listIn(how, name);
  return {
    tab: textOr(how, 'tab') || (tabs.find(({ required }) => required)?.name ?? ''),
    format: textOr(how, 'format') || 'auto',
    customer: bareDomain(textOr(how, 'customer')),
    mapping: optional('mapping').map((one) => ({ header: textIn(one, 'header'), column: textIn(one, 'column') })),
    replaceDomains: optional('replaceDomains').map((one) => ({
      from: bareDomain(textIn(one, 'from')),
      to: bareDomain(textIn(one, 'to')),
    })),
    defaults: wordsIn(how, 'defaults'),
    addresses: textOr(how, 'addresses') ?? '',
    products: wordsIn(how, 'products'),
    existing: among(how, 'existing', ['skip', 'update', 'fill']),
    namesakes: among(how, 'namesakes', ['leave', 'add', 'same']),
  };
}

function wordsIn(how: object, name: string): Readonly<Record<string, string>> {
  const words = partIn(how, name) ?? {};
  if (!isObject(words) || Array.isArray(words)) throw refused(name);
  return Object.fromEntries(Object.keys(words).map((one) => [one, textIn(words, one)]));
}

function bareDomain(text = ''): string {
  return text.trim().replace(/^@/, '').toLowerCase();
}

function among<Word extends string>(how: object, name: string, words: readonly [Word, ...Word[]]): Word {
  return partIn(how, name) === undefined ? words[0] : wordIn(how, name, words);
}

/** The tab that lists of people go to. */
export function peopleTab(): Tab {
  return tabIn(howIn({ how: {} }));
}

/** The tab of that name. Throws Trouble where there is none. */
export function tabIn({ tab }: Pick<ImportHow, 'tab'>): Tab {
  const found = tabs.find(({ name }) => name.toLowerCase() === tab.toLowerCase());
  if (!found)
    throw new Trouble('noTab', {
      says: `Nothing can be imported into “${tab}”.`,
      remedy: `There are: ${tabs.map(({ name }) => name).join(', ')}.`,
    });
  return found;
}

/**
 * The defaults by column id, whether they were given by id or by header. Throws Trouble for a column that is not there.
 */
export function defaultsFor({ columns }: Tab, defaults: ImportHow['defaults']): ImportHow['defaults'] {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, text]) => {
      const wanted = name.trim().toLowerCase();
      const found = columns.find(
        ({ id, header, ours }) => !ours && [id, header].some((one) => one.toLowerCase() === wanted),
      );
      if (!found)
        throw new Trouble('noColumn', {
          says: `There is no column “${name}” to give a default.`,
          remedy: `There are: ${columns.flatMap(({ header, ours }) => (ours ? [] : [header])).join(', ')}.`,
        });
      return [found.id, text];
    }),
  );
}
