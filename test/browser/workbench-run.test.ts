import type { Page } from 'playwright-core';
import { describeInBrowser } from './chromium';
import type { RunningWorkbench } from './workbench';
import { cell, choose, columnByKey, openExample, says, sidebar, startWorkbench } from './workbench';

jest.setTimeout(240_000);

/** Words that stand in Status when a row's run has ended. */
const ended = ['Done', 'Up to date', 'Needs you', 'Waiting'];

describeInBrowser('The main promise', (browser) => {
  let workbench: RunningWorkbench;
  let page: Page;

  const button = (name: RegExp) => sidebar(page).getByRole('button', { name });
  const heading = (name: RegExp) => sidebar(page).getByRole('heading', { level: 1, name });
  const statuses = () => columnByKey(page, workbench.url, { key: 'Email', column: 'Status' });

  /** From the menu to the checked plan. */
  const check = async (rows: number) => {
    await choose(page, 'Seatsheet', 'Open Seatsheet');
    await button(new RegExp(`^Check ${rows} rows$`)).click({ timeout: 30_000 });
    await heading(/^Plan: /).waitFor({ timeout: 90_000 });
  };
  /** Rows by the word in their Status, from the tiles of the sidebar's last page. */
  const finish = async (rows: number) => {
    await heading(new RegExp(`^Finished: ${rows} rows accounted for$`)).waitFor({ timeout: 180_000 });
  };

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
    expect([...(await statuses()).values()]).toEqual(Array.from({ length: 10 }, () => 'Ready'));
    await button(/^Run 10 rows$/).click();
    await finish(10);
    expect([...(await statuses()).values()]).toEqual(Array.from({ length: 10 }, () => 'Done'));
    await cell(page, 2, 1).click();
    await page.keyboard.press('Control+End');
    await page.locator('.cells td', { hasText: /^Done$/ }).first().waitFor();
    await page.getByRole('button', { name: 'Inside Google' }).click();
    await page.getByRole('region', { name: 'Users' }).getByText('mara.lindqvist@cloudpartner.example').waitFor();
  });

  test('rows that are sorted and inserted while three hundred run get their own outcomes', async () => {
    await openExample(page, workbench.url, 'import-300');
    await check(300);
    await button(/^Run \d+ rows$/).click();
    await heading(/^[1-9]\d* of 300 rows done$/).waitFor({ timeout: 60_000 });
    await cell(page, 2, 4).click();
    await choose(page, 'Data', 'Sort by Email, Z → A');
    await cell(page, 3, 4).click();
    await choose(page, 'Rows', 'Insert row above');
    await says(page, [3, 4], '');
    await finish(300);

    const words = await statuses();
    expect(words.size).toBe(300);
    expect([...new Set(words.values())].filter((word) => !ended.includes(word))).toEqual([]);
    const details = await columnByKey(page, workbench.url, { key: 'Email', column: 'Details' });
    const done = [...words].filter(([, word]) => word === 'Done').map(([email]) => email);
    expect(done.length).toBeGreaterThan(200);
    const users = await emailsAtGoogle();
    expect(done.filter((email) => !users.has(email.toLowerCase()))).toEqual([]);
    const foreign = done.filter((email) => /[\w.]+@[\w.-]+\.example/.test(details.get(email) ?? '') && !(details.get(email) ?? '').includes(email.toLowerCase()));
    expect(foreign).toEqual([]);
  });

  /** Every address that the simulated Google has, in lower case. */
  async function emailsAtGoogle(): Promise<ReadonlySet<string>> {
    const google = (await (await page.request.get(`${workbench.url}/api/google`)).json()) as { readonly accounts: readonly { readonly users: readonly { readonly email: string }[] }[] };
    return new Set(google.accounts.flatMap(({ users }) => users.map(({ email }) => email.toLowerCase())));
  }
});
