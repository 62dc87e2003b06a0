import { FileTrouble, readFile, refuseSize } from '../../src/sidebar/file/read-file';
import { cleanUp, filesOf } from '../cli/command';
import { fileOf, importFile, importText, into } from './files';

/** Files that are no list, or not quite: a sentence with the line and the way out, and never half an import. */

afterAll(cleanUp);

const person = 'ana@shop.example,Ana,Ruiz';
const headers = 'Email,First name,Last name';

test.each([
  ['an Excel workbook', Buffer.from('504b0304140000000800', 'hex'), /Excel workbook.*Import › From a tab…/],
  ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel workbook/],
  ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /no text file/],
  ['a web page', Buffer.from('<!DOCTYPE html>\n<html><body>Sign in</body></html>'), /web page/],
  ['nothing', Buffer.from(''), /empty/],
  [
    'a quote that never ends',
    Buffer.from(`${headers}\n${person}\n"bo@shop.example,Bo,Berg\n`),
    /opened on line 3 is never closed/,
  ],
  ['a quote inside a quoted cell', Buffer.from(`${headers}\n"bo@shop.example" x,Bo,Berg\n`), /On line 2/],
  ['no headers', Buffer.from(`${person}\nbo@shop.example,Bo,Berg\n`), /holds an address and no headers/],
  ['no header that is known', Buffer.from('Foo,Bar\n1,2\n'), /None of the first lines has a header that means Email/],
  ['two columns for one', Buffer.from(`Email,Work email,First name\n${person}\n`), /both mean Email/],
  [
    'one header twice',
    Buffer.from(`Username,First name,Last name,Display name,First name\na@b.example,A,B,C,D\n`),
    /both headed "First name"/,
  ],
])('%s is refused, and nothing is written', async (_what, content, says) => {
  const target = into();
  const { code, err, folder } = await importFile(fileOf(content), target);
  expect([code, err]).toEqual([2, expect.stringMatching(says)]);
  expect(filesOf(folder)).toEqual({});
});

test('60 MB are refused before they are read', () => {
  expect(() => refuseSize(60_000_000)).toThrow(FileTrouble);
  expect(() => refuseSize(60_000_000)).toThrow(/60 MB. Split it/);
});

test('lines that are too short or too long are left out by their line; blank ones are no lines', async () => {
  const text = [
    headers,
    person,
    '',
    'bo@shop.example,Bo',
    'cy@shop.example,"Cy\nX",Cole',
    'di@shop.example,Di,Dahl,x,',
    '',
  ].join('\n');
  const { code, summary, rows } = await importText(text);
  expect([code, summary.rows, summary.added]).toEqual([1, 4, 2]);
  expect(summary.problems.map(({ line, column }) => [line, column])).toEqual([
    [4, ''],
    [7, ''],
  ]);
  expect(summary.problems[0]?.says).toMatch(/2 cells and the header has 3/);
  expect(rows.map(({ Email }) => Email)).toEqual(['ana@shop.example', 'cy@shop.example']);
});

test('what was read in the wrong encoding is left out by its line, names that look like it are not', async () => {
  const names = ['JosÃ©', 'PaweÅ‚', 'Zo\uFFFD', 'Łukasz', 'Ångström', 'Ñandú', 'São', 'Ö'];
  const text = [headers, ...names.map((name, at) => `p${at}@shop.example,${name},Ruiz`)].join('\n');
  const { code, summary, rows } = await importText(text);
  expect(code).toBe(1);
  expect(summary.problems.map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(summary.problems[0]?.says).toContain('Save the file as UTF-8');
  expect(rows.map((row) => row['First name'])).toEqual(names.slice(3));
});

test('no address, no address that can be one, and one that stands there twice', async () => {
  const text = [headers, ',Ana,Ruiz', 'nobody,Bo,Berg', 'cy@shop.example,Cy,Cole', 'CY@shop.example,Cy,Cole'].join(
    '\n',
  );
  const { code, summary } = await importText(text);
  expect([code, summary.rows, summary.added]).toEqual([1, 4, 1]);
  expect(summary.problems).toEqual([
    { line: 2, column: 'Email', says: expect.stringContaining('no address') as unknown },
    { line: 3, column: 'Email', says: expect.stringContaining('no address') as unknown },
    { line: 5, column: 'Email', says: expect.stringContaining('line 4 of the file too') as unknown },
  ]);
});

test('a file that is in the sheet already changes nothing and is no mistake', async () => {
  const first = await importText(`${headers}\n${person}\n`);
  const again = await importText(`${headers}\n${person}\n`, first.folder);
  expect(again).toMatchObject({ code: 0, summary: { added: 0, updated: 0, skipped: 1, problems: [] } });
  expect(filesOf(again.folder)['Users.csv']).toBe(filesOf(first.folder)['Users.csv']);
});

test('what was left out, and which columns nothing came of, stands on a tab of its own', async () => {
  const { folder } = await importText(`${headers},Shoe size\n${person},42\nnobody,Bo,Berg,43\n`);
  const report = filesOf(folder)['Import report.csv'] ?? '';
  expect(report).toMatch(/^Line,Column,/);
  expect(report).toMatch(/^3,Email,/m);
  expect(report).toMatch(/^,Shoe size,/m);
});

test('bad usage is said', async () => {
  const file = fileOf(`${headers}\n${person}\n`);
  expect(await importFile(file, into(), '--tab', 'Nothing')).toMatchObject({ code: 2 });
  expect(await importFile(file, into(), '--default', 'Shoe size=42')).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no column “shoe size”'.replace('shoe', 'Shoe')) as unknown,
  });
  expect(await importFile('/nowhere.csv', into())).toMatchObject({ code: 2 });
});

test.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
])('%s separates, line ends may be mixed, quotes and new lines stand in cells', (_name, separator) => {
  const text = `a${separator}b\r\n"x${separator}""y"""${separator}"1\r\n2"\rp${separator}q\n`;
  expect(readFile(Buffer.from(text)).records).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: [`x${separator}"y"`, '1\n2'] },
    { line: 4, cells: ['p', 'q'] },
    { line: 5, cells: [''] },
  ]);
});

test('Excel’s line that names the separator is no header', () => {
  expect(readFile(Buffer.from('sep=;\nEmail;Name\na@b.example;A, B\n')).records.slice(0, 2)).toEqual([
    { line: 2, cells: ['Email', 'Name'] },
    { line: 3, cells: ['a@b.example', 'A, B'] },
  ]);
});

const accents = 'Email;Name\nx@b.example;Renée Müller, Łódź\n';
test.each([
  ['UTF-8', Buffer.from(accents), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${accents}`), 'utf-8'],
  ['UTF-16', Buffer.from(`\uFEFF${accents}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 without a mark', Buffer.from(accents, 'utf16le'), 'utf-16le'],
  ['UTF-16 with the high byte first', Buffer.from(`\uFEFF${accents}`, 'utf16le').swap16(), 'utf-16be'],
])('%s is read as it was written', (_name, bytes, encoding) => {
  const read = readFile(bytes);
  expect([read.encoding, read.records[1]?.cells]).toEqual([encoding, ['x@b.example', 'Renée Müller, Łódź']]);
});

test('Windows-1252 is not taken for Shift_JIS, however many accents there are', () => {
  const names = 'Renée Françoise Noël Zoë Müller Jürgen Æøå Ñandú Čapek'.replace('Čapek', 'Capek');
  const read = readFile(Buffer.from(`Email;Name\nx@b.example;${names}\n`, 'latin1'));
  expect([read.encoding, read.records[1]?.cells[1]]).toEqual(['windows-1252', names]);
});
