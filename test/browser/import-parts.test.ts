import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { ImportDone } from '../../src/job/imports/wire';
import type { Envelope } from '../../src/job/wire';
import { describeInBrowser } from './chromium';
import { desk, goodAnswers, held, importView, no, ok } from './desk-of-answers';
import { type Answers, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** A file of 1,200 people goes in three parts. */
describeInBrowser('The parts of an import', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  const people = Array.from({ length: 1_200 }, (_, at) => `p${at}@shop.example,P,X`);
  const buffer = Buffer.from(['Email,First name,Last name', ...people].join('\n'));
  const view = { ...importView, rows: 1_200, added: 1_200, kept: people.map((_, at) => ({ record: at + 1 })) };
  const part: ImportDone = { added: 500, updated: 0, skipped: 0, same: 0, problems: [] };

  async function look(answers: Answers): Promise<void> {
    const start = () => ok({ ...desk, opens: { page: 'importFile' as const } });
    const given = { ...answers, getStartPage: start, lookAtImport: () => ok(view) };
    sheet = await openSheetPage({ browser: browser(), html, answers: given });
    await sheet.sidebar
      .getByLabel('A file: CSV or TSV', { exact: true })
      .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
    await heading('1,200 rows in people.csv');
  }
  const button = (name: string | RegExp) => sheet!.sidebar.getByRole('button', { name }).first();
  const heading = (name: string | RegExp) => sheet!.sidebar.getByRole('heading', { level: 1, name }).waitFor();
  const sent = () => (sheet?.calls ?? []).filter(({ name }) => name === 'writeImport').map(({ args }) => args[0]);

  afterEach(() => {
    expect(sheet?.errors).toEqual([]);
    sheet = null;
  });

  test('columns that cannot be read for mapping them say why', async () => {
    await look({ ...goodAnswers(), guessImport: () => no('The columns cannot be read.', 'Choose the file again.') });
    await sheet!.sidebar.getByText(/^People list: 1 column/).click();
    await button('Map the columns by hand').click();
    await sheet!.sidebar.getByRole('alert').getByText('Choose the file again.').waitFor({ timeout: 5_000 });
  });

  test('each has the headers, its own number and no record of another', async () => {
    await look({ ...goodAnswers(), writeImport: () => ok(part) });
    await button('Write 1,200 rows').click();
    await heading('Imported');
    const parts = sent() as readonly { id: string; part: number; records: readonly { line: number }[] }[];
    expect(parts.map(({ part: number, records }) => [number, records.length])).toEqual([
      [0, 501],
      [1, 501],
      [2, 201],
    ]);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(1);
    const lines = parts.flatMap(({ records }) => records.slice(1).map(({ line }) => line));
    expect(new Set(lines).size).toBe(1_200);
    expect(parts.every(({ records }) => records[0]?.line === 1)).toBe(true);
  });

  test('Stop waits for the part that is under way and begins no other', async () => {
    const first = held<Envelope<ImportDone>>();
    await look({ ...goodAnswers(), writeImport: () => first.promise });
    await button('Write 1,200 rows').click();
    await heading('Writing rows');
    await button('Stop').click();
    await button('Stopping…').waitFor();
    first.release(ok(part));
    await heading('Import stopped');
    expect(sent()).toHaveLength(1);
  });

  test('a part that was not answered is sent again as the same part; one that cannot go on says so and goes on', async () => {
    let calls = 0;
    const refused = no('Seatsheet is working already.', 'Wait.', true);
    const hard = no('The memory is full.', 'Hand passwords off.');
    await look({
      ...goodAnswers(),
      writeImport: () => {
        calls += 1;
        if (calls === 2) return refused;
        return calls === 4 ? hard : ok(part);
      },
    });
    await button('Write 1,200 rows').click();
    await sheet!.sidebar.getByRole('alert').waitFor();
    const parts = sent() as readonly { part: number }[];
    expect(parts.map(({ part: number }) => number)).toEqual([0, 1, 1, 2]);
  });
});
