import type { Page } from 'playwright-core';
import { describeInBrowser } from './chromium';
import type { RunningWorkbench } from './workbench';
import { cell, choose, openExample, says, sidebar, startWorkbench, userRows } from './workbench';

jest.setTimeout(240_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

const addressOf = (row: Readonly<Record<string, string>>) => (row['Email'] ?? '').trim().toLowerCase();

/** Words that stand in Status when a row's run has ended. */
const ended = ['Done', 'Up to date', 'Needs you', 'Waiting'];

describeInBrowser('The main promise', (browser) => {
  let workbench: RunningWorkbench;
  let page: Page;

  const button = (name: RegExp) => sidebar(page).getByRole('button', { name });
  const heading = (name: RegExp) => sidebar(page).getByRole('heading', { level: 1, name });
  const statuses = async () => (await userRows(page, workbench.url)).map((row) => row['Status']);

  /** Waits for a page of the sidebar; rejects with what the sidebar says instead. */
  const arrives = (name: RegExp, timeout: number) =>
    heading(name)
      .waitFor({ timeout })
      .catch(async () => {
        throw new Error(`${name} has not come. The sidebar says: ${await sidebar(page).locator('body').innerText()}`);
      });
  /** From the menu to the checked plan. */
  const check = async (rows: number) => {
    await choose(page, 'Seatsheet', 'Open Seatsheet');
    await button(new RegExp(`^Check ${rows} rows$`)).click({ timeout: 30_000 });
    await arrives(/^Plan: /, 60_000);
  };
  const finish = (rows: number) => arrives(new RegExp(`^Finished: ${rows} rows accounted for$`), 120_000);

  beforeAll(async () => {
    workbench = await startWorkbench();
  }, 60_000);
  afterAll(() => workbench.stop());
  beforeEach(async () => {
    page = await (await browser().newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  });
  afterEach(() => page.context().close());

  test('a newcomer opens Seatsheet, checks and runs the support team by clicking, and every row says Done', async () => {
    await openExample(page, workbench.url, 'team');
    await check(10);
    expect(await statuses()).toEqual(Array.from({ length: 10 }, () => 'Ready'));
    await button(/^Run 10 rows$/).click();
    await finish(10);
    expect(await statuses()).toEqual(Array.from({ length: 10 }, () => 'Done'));
    await cell(page, 2, 1).click();
    await page.keyboard.press('Control+End');
    await page
      .locator('.cells td', { hasText: /^Done$/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Inside Google' }).click();
    await page.getByRole('region', { name: 'Users' }).getByText('mara.lindqvist@cloudpartner.example').waitFor();
  });

  test('rows that are sorted and inserted while three hundred run get their own outcomes', async () => {
    await openExample(page, workbench.url, 'import-300');
    await check(300);
    await button(/^Run \d+ rows$/).click();
    await arrives(/^[1-9]\d* of 300 rows done$/, 60_000);
    await cell(page, 2, 4).click();
    await choose(page, 'Data', 'Sort by Email, Z → A');
    await cell(page, 3, 4).click();
    await choose(page, 'Rows', 'Insert row above');
    await says(page, [3, 4], '');
    await finish(300);

    const rows = (await userRows(page, workbench.url)).filter((row) => row['Email'] || row['First name']);
    expect(rows.length).toBe(300);
    expect(rows.filter((row) => !ended.includes(row['Status'] ?? ''))).toEqual([]);
    const done = rows.filter((row) => row['Status'] === 'Done');
    expect(done.length).toBeGreaterThan(200);
    // The user id that stands in a row is that of the row's own person at Google: no outcome has slipped to another
    // row.
    const ids = await idsAtGoogle();
    expect(done.map((row) => [addressOf(row), row['User ID']])).toEqual(
      done.map((row) => [addressOf(row), ids.get(addressOf(row))]),
    );
  });

  /** User ids by address, in lower case, as the simulated Google has them. */
  async function idsAtGoogle(): Promise<ReadonlyMap<string, string>> {
    const google = (await (await page.request.get(`${workbench.url}/api/google`)).json()) as {
      readonly accounts: readonly { readonly users: readonly { readonly id: string; readonly email: string }[] }[];
    };
    return new Map(
      google.accounts.flatMap(({ users }) => users.map(({ id, email }): [string, string] => [email.toLowerCase(), id])),
    );
  }
});
