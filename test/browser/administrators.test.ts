import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { sampleOr } from '../sweep';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import type { RunningWorkbench } from './workbench';
import { openExample, openSidebar, setUp, sidebar, startWorkbench, userRows } from './workbench';

jest.setTimeout(240_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** Rows of another account, by clicking: who is invited, what the invited one sees, and what helps where that fails. */

const ingrid = 'ingrid.dahl@cloudpartner.example';
const pia = 'pia.lehto@northpartner.example';
const matti = 'matti.hyvarinen@northpartner.example';
const sam = 'sam.okafor@northpartner.example';

/** `npm test` sees these through the sidebar's functions, in test/accounts. */
const clicked = sampleOr(test.skip, test);

describeInBrowser('Other administrators', (browser) => {
  let workbench: RunningWorkbench;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench();
  }, 60_000);
  afterAll(() => workbench.stop());
  beforeEach(async () => {
    page = await (await browser().newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(90_000);
    page.on('pageerror', (error) => faults.push(error.message));
    await openExample(page, workbench.url, {
      name: 'support-team',
      kept: [
        ['Team', 'User name', ['matti.hyvarinen', 'sam.okafor']],
        ['Roles', 'Account', ['northpartner.example']],
      ],
    });
    await setUp(page);
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults.splice(0)).toEqual([]);
  });

  const button = (name: string | RegExp) => sidebar(page).getByRole('button', { name }).first();
  const text = (words: string | RegExp) => sidebar(page).getByText(words).first();
  const main = () => sidebar(page).locator('main').innerText();
  const heading = (name: string | RegExp) =>
    sidebar(page).getByRole('heading', { level: 1, name }).waitFor({ timeout: 60_000 });
  const usable = async () => {
    const frame = page.frames().at(-1);
    if (frame) expect(await seriousViolations(frame)).toEqual([]);
  };
  const rowOf = async (email: string) =>
    (await userRows(page, workbench.url)).find(({ Email }) => Email === email) ?? {};
  const start = async () => {
    await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
    await button(/^Check \d+ rows$/).click({ timeout: 60_000 });
    await heading(/^(Plan: |Nothing to change)/);
  };
  /** Says yes to whatever is asked, and checks again. */
  const answer = async () => {
    await button(/^Show all/).click();
    await heading(/to look at$/);
    const yes = sidebar(page).getByRole('button', { name: /^Yes, / });
    for (let left = await yes.count(); left > 0; left--) {
      await yes.first().click();
      await yes.nth(left - 1).waitFor({ state: 'detached' });
    }
    await button(/‹ Start/).click();
    await button(/^Check \d+ rows$/).click({ timeout: 60_000 });
    await heading(/^Plan: /);
  };
  const signIn = async (email: string) => {
    await page.getByLabel('Signed in as').selectOption(email);
    await page.locator('.sidebar').waitFor({ state: 'detached' });
  };
  const others = () => openSidebar(page, 'Seatsheet', 'Team', 'Other administrators…');

  /** From the page to the mail. */
  const invite = async () => {
    await others();
    await heading('No row waits for another administrator');
    await usable();
    await sidebar(page).getByLabel('Administrator’s address').fill(pia);
    await button('Write the invitation').click();
    await heading(`Invitation to ${pia}`);
    await usable();
    await button('Invite').click();
    await text(`Invited ${pia}`).waitFor();
  };

  test('whoever is invited by mail sees the own rows alone and approves them; nobody else’s status changes', async () => {
    await invite();
    await page.getByRole('button', { name: /^Outbox \(1\)$/ }).click();
    await page.getByText(`to ${pia}`).first().waitFor();
    expect(await page.locator('.mail pre').innerText()).toContain('https://docs.google.com/spreadsheets/');
    await page.getByRole('button', { name: 'Spreadsheet', exact: true }).click();

    await start();
    expect(await rowOf(sam)).toMatchObject({
      Status: 'Waiting',
      Details: expect.stringContaining(`Waits for ${pia}`) as string,
    });
    await others();
    await heading('1 account waits for its administrator');
    await text(`${pia} was invited on`).waitFor();
    await usable();
    const before = await rowOf('sam.okafor@cloudpartner.example');

    await signIn(pia);
    await start();
    await answer();
    expect(await main()).not.toContain('@cloudpartner');
    expect(await main()).toContain('other administrators’');
    await button(/^Run \d+ rows?$/).click();
    await heading(/^Finished: /);
    expect(await rowOf(matti)).toMatchObject({ Status: 'Done' });
    expect(await rowOf('sam.okafor@cloudpartner.example')).toEqual(before);
  });

  clicked(
    'where the app is blocked or not verified, the sidebar says for each what helps, and no row changes',
    async () => {
      await signIn(pia);
      await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
      await heading(/rows$/);
      const before = await userRows(page, workbench.url);
      const access = async (value: string) => {
        const data = { kind: 'switch', name: 'appAccess', value };
        await page.request.post(`${workbench.url}/api/google`, { data, headers: { origin: workbench.url } });
        await button(/^(Count again|Try again)$/).click();
      };
      await access('blocked');
      await text('Your organisation does not let Seatsheet use its data').waitFor();
      expect(await main()).toContain('API controls › App access control');
      await usable();
      await access('unverified');
      await text('Google has not verified this script').waitFor();
      expect(await main()).toMatch(/Advanced › Go to Seatsheet.*copy of your rows/);
      expect(await userRows(page, workbench.url)).toEqual(before);
    },
  );

  clicked(
    'a copy holds the other account’s rows alone, and what was done there is brought back from a pasted tab',
    async () => {
      await signIn(pia);
      await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
      await heading(/rows$/);
      await signIn(ingrid);
      await start();
      await others();
      await heading('1 account waits for its administrator');
      await button('Copy for another administrator…').click();
      await text(/^Users: \d+ rows?/).waitFor();
      await usable();
      const saved = page.waitForEvent('download');
      await sidebar(page)
        .getByRole('listitem')
        .filter({ hasText: /^Users:/ })
        .getByRole('button', { name: 'Download' })
        .click();
      const copy = await textOf(await saved);
      expect(copy).toContain(sam);
      expect(copy).not.toContain('@cloudpartner');

      await button('Bring statuses back…').click();
      await heading('Import a file');
      const theirs = `Email,Status,Details,User ID\n${sam},Done,Suspended.,112000000000000000029\n`;
      await sidebar(page)
        .getByLabel('A file: CSV or TSV')
        .setInputFiles({ name: 'Users.csv', mimeType: 'text/csv', buffer: Buffer.from(theirs) });
      await button('Write 1 row').click();
      await heading('Imported');
      expect(await rowOf(sam)).toMatchObject({
        Status: 'Done',
        'User ID': '112000000000000000029',
        Details: expect.stringMatching(/^Done .*in a spreadsheet of their own, brought back on/) as string,
      });
    },
  );
});

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}
