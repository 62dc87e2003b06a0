import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import { choose, openExample, type RunningWorkbench, sidebar, startWorkbench, userRows } from './workbench';

jest.setTimeout(60_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

const file = (name: string): string => path.resolve('examples', 'import', 'files', name);

describeInBrowser('Importing in the workbench', (browser: () => Browser) => {
  let workbench: RunningWorkbench;
  let page: Page;

  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(async () => {
    await workbench.stop();
  });
  beforeEach(async () => {
    page = await browser().newPage();
    await openExample(page, workbench.url, 'import');
  });
  afterEach(async () => {
    await page.close();
  });

  const heading = (name: string | RegExp) => sidebar(page).getByRole('heading', { level: 1, name }).waitFor();
  const button = (name: string | RegExp) => sidebar(page).getByRole('button', { name }).first();
  const text = (words: string | RegExp) => sidebar(page).getByText(words).first();
  const field = (label: string) => sidebar(page).getByLabel(label, { exact: true });

  /** Anybody can use the page as it stands. */
  async function usable(): Promise<void> {
    const frame = page.frames().at(-1);
    if (frame) expect(await seriousViolations(frame)).toEqual([]);
  }

  async function chooseFile(name: string): Promise<void> {
    await choose(page, 'Seatsheet', 'Import', 'From a file…');
    await heading('Import a file');
    await usable();
    await field('A file: CSV or TSV').setInputFiles(file(name));
  }

  test('a file is recognised, shown and written; nothing is written before', async () => {
    await chooseFile('gam.csv');
    await heading('70 rows in gam.csv');
    await usable();
    await text('GAM print users').waitFor();
    expect(await userRows(page, workbench.url)).toHaveLength(6);
    await field('Rows that exist already').selectOption({ label: 'Fill in what is blank' });
    await button('Write 70 rows').click();
    await heading('Imported');
    await text('The tab Import report lists what was left out.').waitFor();
    const rows = await userRows(page, workbench.url);
    expect(rows).toHaveLength(72);
    expect(rows.at(-1)).toMatchObject({ 'Cost centre': expect.stringMatching(/^K-\d+$/) as unknown });
    await button('Go on to the check').click();
    await heading('72 rows');
  });

  test('products of Microsoft are asked for once', async () => {
    await chooseFile('microsoft-365-active-users.csv');
    await heading('80 rows in microsoft-365-active-users.csv');
    for (const [theirs, ours] of [
      ['Microsoft 365 Business Basic', 'Google Workspace Business Starter'],
      ['Microsoft 365 Business Standard', 'Google Workspace Business Standard'],
      ['Microsoft Teams Rooms Basic', 'No licence'],
    ] as const)
      await field(theirs).selectOption({ label: ours });
    await field('Microsoft Teams Rooms Basic').waitFor({ state: 'detached' });
    await button('Write 80 rows').click();
    await heading('Imported');
    const licences = new Set((await userRows(page, workbench.url)).map(({ Licences }) => Licences));
    expect(licences).toContain('Google Workspace Business Starter');
    await chooseFile('microsoft-365-active-users.csv');
    await button('Nothing to write').waitFor();
    expect(await sidebar(page).getByRole('heading', { name: 'Products' }).count()).toBe(0);
  });

  test('a file that no format knows is mapped, names are split, and it is remembered', async () => {
    const content =
      'Wer;Kontakt;Seit\r\nAna van Ruiz;ana.van@acme.example;2020\r\nBerg, Bo;bo.berg2@acme.example;2021\r\n';
    const unknown = { name: 'crew.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
    await choose(page, 'Seatsheet', 'Import', 'From a file…');
    await field('A file: CSV or TSV').setInputFiles(unknown);
    await heading('Which column is which?');
    await usable();
    expect(await field('Kontakt').inputValue()).toBe('email');
    await field('Wer').selectOption({ label: 'First and last name in one' });
    await button('See what would happen').click();
    await heading('2 rows in crew.csv');
    await text('First name Ana; Last name van Ruiz').waitFor();
    await button('Write 2 rows').click();
    await heading('Imported');
    expect((await userRows(page, workbench.url)).at(-1)).toMatchObject({ 'First name': 'Bo', 'Last name': 'Berg' });
    await choose(page, 'Seatsheet', 'Import', 'From a file…');
    await field('A file: CSV or TSV').setInputFiles(unknown);
    await heading('2 rows in crew.csv');
  });

  test('what is no list is refused with the way out', async () => {
    await choose(page, 'Seatsheet', 'Import', 'From a file…');
    const buffer = Buffer.from('504b0304140000000800', 'hex');
    await field('A file: CSV or TSV').setInputFiles({ name: 'people.xlsx', mimeType: 'text/csv', buffer });
    await text(/Excel workbook/).waitFor();
  });

  test('a list without headers is not mapped: its first person would be taken for them', async () => {
    await choose(page, 'Seatsheet', 'Import', 'From a file…');
    const buffer = Buffer.from('ana@acme.example,Ana,Ruiz\nbo@acme.example,Bo,Berg\n');
    await field('A file: CSV or TSV').setInputFiles({ name: 'crew.csv', mimeType: 'text/csv', buffer });
    await text(/The first line holds an address and no headers/).waitFor();
    await text(/Write headers above the rows, such as Email, First name, Last name, and import it again/).waitFor();
    await heading('Import a file');
    await usable();
    await field('A file: CSV or TSV').waitFor();
  });

  test('a blank list for a customer is made as a tab, and a tab is imported with no question', async () => {
    await choose(page, 'Seatsheet', 'Import', 'People list for a customer…');
    await heading('People list for a customer');
    await button('Make a tab').click();
    await text('The tab People acme.example is there').waitFor();
    await choose(page, 'Seatsheet', 'Import', 'From a tab…');
    await field('A tab of this spreadsheet').selectOption('People acme.example');
    await button('Read this tab').click();
    await heading('0 rows in People acme.example');
  });
});
