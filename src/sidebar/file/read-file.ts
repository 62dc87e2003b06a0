import Papa from 'papaparse';
import { decode, type Encoding } from './decode';

/** A file that somebody chose, as records of texts: the same in the browser and on the command line. */

/** One record; `line` is the file's line where it begins, 1-based. */
export interface FileRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file as it was read. */
export interface FileText {
  readonly records: readonly FileRecord[];
  readonly encoding: Encoding;
}

/** A file that cannot be read, with what to do about it. */
export class FileTrouble extends Error {
  override readonly name = 'FileTrouble';

  constructor(
    readonly says: string,
    readonly remedy: string,
  ) {
    super(says + ' ' + remedy);
  }
}

/** More than this is no list of people, and the browser would stand still. In bytes. */
const most = 20_000_000;

/** Reads a file of values separated by comma, semicolon or tab. Throws FileTrouble for anything else. */
export function readFile(bytes: Uint8Array, chosen: Encoding = 'auto'): FileText {
  refuseSize(bytes.length);
  refuseKind(bytes);
  const { text, encoding } = decode(bytes, chosen);
  if (text.includes('\0')) throw binary();
  if (/^\s*<(?:!doctype|html|head|\?xml)/i.test(text))
    throw new FileTrouble('This is a web page and no list.', 'Download the list itself as CSV and choose that file.');
  return { records: parse(text.replace(/\r\n?/g, '\n')), encoding };
}

/** Throws FileTrouble for a size, in bytes, that is not worth reading. */
export function refuseSize(size: number): void {
  if (size === 0)
    throw new FileTrouble('The file is empty.', 'Choose one with a line of headers and the rows below it.');
  if (size > most)
    throw new FileTrouble(
      'The file has ' + String(Math.round(size / 1_000_000)) + ' MB.',
      'Split it into files of at most ' + String(most / 1_000_000) + ' MB, each with the line of headers.',
    );
}

const kinds: readonly { readonly begins: readonly number[]; readonly says: string; readonly remedy: string }[] = [
  {
    begins: [0x50, 0x4b, 3, 4],
    says: 'This is an Excel workbook (or another ZIP file) and no CSV.',
    remedy:
      'Open it in this spreadsheet (File › Import, as new tabs) and choose Import › From a tab…, or save it as CSV UTF-8.',
  },
  {
    begins: [0xd0, 0xcf, 0x11, 0xe0],
    says: 'This is an old Excel workbook and no CSV.',
    remedy: 'Save it as CSV UTF-8, or open it in this spreadsheet and choose Import › From a tab….',
  },
  {
    begins: [0x25, 0x50, 0x44, 0x46],
    says: 'This is a PDF and no CSV.',
    remedy: 'Ask for the list as CSV or as a spreadsheet.',
  },
];

function refuseKind(bytes: Uint8Array): void {
  const kind = kinds.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (kind) throw new FileTrouble(kind.says, kind.remedy);
}

function binary(): FileTrouble {
  return new FileTrouble(
    'This is no text file.',
    'Choose a CSV or TSV file, or save the list as CSV UTF-8 in the program that made it.',
  );
}

function parse(text: string): readonly FileRecord[] {
  // A line that Excel puts in front to say what separates.
  const told = /^sep=([,;\t])\n/.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: told?.[1] ?? separatorIn(body), newline: '\n' });
  let line = told ? 2 : 1;
  const records = data.map((cells): FileRecord => {
    const record = { line, cells };
    line += 1 + cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
    return record;
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw unclosed(records[broken.row ?? 0]?.line ?? line, broken.code);
  return records;
}

const separators = [',', ';', '\t'];
const linesLooked = 30;

/** The separator that cuts most of the first lines into the same number of cells; of several, into more. */
function separatorIn(text: string): string {
  const scored = separators.map((separator) => {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n', preview: linesLooked });
    const widths = data.filter((cells) => cells.some((cell) => cell.trim() !== '')).map(({ length }) => length);
    const often = (width: number): number => widths.filter((one) => one === width).length;
    const width = widths.reduce((best, one) => (one > 1 && (best < 2 || often(one) > often(best)) ? one : best), 1);
    return { separator, width, share: width > 1 ? often(width) / widths.length : 0 };
  });
  const [best] = scored.sort((one, other) => other.share - one.share || other.width - one.width);
  return best?.separator ?? ',';
}

function unclosed(line: number, code: string): FileTrouble {
  const says =
    code === 'MissingQuotes'
      ? 'A quotation mark that is opened on line ' + String(line) + ' is never closed.'
      : 'On line ' + String(line) + ' a quotation mark stands inside a quoted cell.';
  return new FileTrouble(
    says + ' Nothing was imported.',
    'Put the line right: a quotation mark inside a quoted cell is written twice.',
  );
}
