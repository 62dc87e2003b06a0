import { isObject } from '../../engine/request';
import type { ImportHow, ImportRecord, Mapped } from '../../imports/reading/file';
import { tabs } from '../../tabs';
import type { Tab } from '../../tabs/tab';
import { Trouble } from '../trouble';

/** What an import asks for, from whatever was sent: everybody who can open the spreadsheet can send anything. */

/** More records than Google Sheets has room for. */
const mostRecords = 50_000;
const mostCells = 500;

/** The records of a file. Throws Trouble for anything else. */
export function recordsIn(sent: unknown): readonly ImportRecord[] {
  const all = Array.isArray(sent) ? sent.map(recordIn) : [];
  if (!all.length || all.length > mostRecords)
    throw new Trouble('unusableFile', {
      says: all.length ? `The file has ${all.length} lines.` : 'The file is empty.',
      remedy: all.length ? `Split it: at most ${mostRecords} go at once.` : 'Choose one with a header line and rows.',
    });
  return all;
}

function recordIn(sent: unknown): ImportRecord {
  const { line, cells, same } = isObject(sent) ? sent : {};
  const texts = Array.isArray(cells) ? cells.slice(0, mostCells).map((cell) => textIn(cell)) : [];
  return { line: typeof line === 'number' ? line : 0, cells: texts, ...(typeof same === 'string' ? { same } : {}) };
}

function textIn(sent: unknown): string {
  return typeof sent === 'string' ? sent : '';
}

function textsIn(sent: unknown): Readonly<Record<string, string>> {
  const entries = isObject(sent) ? Object.entries(sent) : [];
  return Object.fromEntries(entries.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])));
}

/** How a file is to be read; what was not said has its default. */
export function howIn(sent: unknown): ImportHow {
  const asked = isObject(sent) ? sent : {};
  const list = (name: string): readonly unknown[] => {
    const value = asked[name];
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  };
  return {
    tab: textIn(asked.tab) || (tabs.find(({ required }) => required)?.name ?? ''),
    format: textIn(asked.format) || 'auto',
    customer: textIn(asked.customer).trim().toLowerCase(),
    mapping: list('mapping').map((one): Mapped => {
      const { header, column } = textsIn(one);
      return { header: header ?? '', column: column ?? '' };
    }),
    replaceDomains: list('replaceDomains').map((one) => {
      const { from, to } = textsIn(one);
      return { from: bareDomain(from), to: bareDomain(to) };
    }),
    defaults: textsIn(asked.defaults),
    existing: among(asked.existing, ['skip', 'update', 'fill']),
    namesakes: among(asked.namesakes, ['leave', 'add', 'same']),
    products: textsIn(asked.products),
  };
}

function bareDomain(text = ''): string {
  return text.trim().replace(/^@/, '').toLowerCase();
}

function among<Word extends string>(sent: unknown, words: readonly [Word, ...Word[]]): Word {
  return words.find((word) => word === sent) ?? words[0];
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

/** The defaults by column id, whether they were given by id or by header. Throws Trouble for a column that is not there. */
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
