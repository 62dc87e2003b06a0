import type { Page } from 'playwright-core';
import { sampleOr } from '../sweep';
import { describeInBrowser } from './chromium';
import type { RunningWorkbench } from './workbench';
import { openExample, openSidebar, setUp, sidebar, startWorkbench, userRows } from './workbench';

jest.setTimeout(600_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(1, { logErrorsBeforeRetry: true });

/** `examples/support-team` by clicking: two administrators, one after the other, until everybody is covered. */

const ingrid = 'ingrid.dahl@cloudpartner.example';
const pia = 'pia.lehto@northpartner.example';

/** One of each: on all domains, Reseller Admin, legacy role, two trainees, the leaver. */
const some = ['Lindqvist', 'Haddad', 'Hyvärinen', 'Keller', 'Lefèvre', 'Okafor'];

/** Minutes of a real browser: `npm test` shows two administrators at one sheet in administrators.test.ts. */
const clicked = sampleOr(test.skip, test);

describeInBrowser('A support team', (browser) => {
  let workbench: RunningWorkbench;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench();
    page = await (await browser().newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    page.setDefaultTimeout(90_000);
    page.on('pageerror', (error) => faults.push(error.message));
  }, 60_000);
  afterAll(() => workbench.stop());

  const button = (name: RegExp) => sidebar(page).getByRole('button', { name }).first();
  /** Does something in the sidebar; rejects with what the sidebar says where that does not come off. */
  const reaches = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      const says = await sidebar(page).locator('body').innerText();
      throw new Error(`${String(error)}. The sidebar says: ${says}`, { cause: error });
    }
  };
  const arrives = (name: RegExp) =>
    reaches(() => sidebar(page).getByRole('heading', { level: 1, name }).waitFor({ timeout: 120_000 }));
  const text = () => sidebar(page).locator('main').innerText();
  const statuses = async (domain: string) =>
    (await userRows(page, workbench.url))
      .filter(({ Email }) => Email?.endsWith(`@${domain}`))
      .map((row) => row['Status']);

  /** What stands in the rows of the first administrator. */
  const firsts = async () =>
    (await userRows(page, workbench.url)).filter(({ Email }) => Email?.includes('@cloudpartner'));

  /** From the start page to the plan. */
  const check = async () => {
    await reaches(() => button(/^Check \d+ rows$/).click({ timeout: 60_000 }));
    await arrives(/^(Plan: |Nothing to change)/);
  };
  const run = async () => {
    await button(/^Run \d+ rows?$/).click();
    await arrives(/^Finished: /);
  };
  /** Says yes to whatever is asked, and checks again. */
  const answer = async () => {
    await button(/^Show all/).click();
    await arrives(/to look at$/);
    const yes = sidebar(page).getByRole('button', { name: /^Yes, / });
    for (let left = await yes.count(); left > 0; left--) {
      await yes.first().click();
      await yes.nth(left - 1).waitFor({ state: 'detached' });
    }
    await button(/‹ Start/).click();
    await check();
  };
  /** Does something inside Google, as often as there is somebody to do it for. */
  const inGoogle = async (account: string, ...names: readonly string[]) => {
    await page.getByRole('button', { name: 'Inside Google' }).click();

    await page.getByRole('button', { name: account, exact: true }).click();
    for (const name of names) {
      const act = page.getByRole('main').getByRole('button', { name, exact: true });
      for (let left = await act.count(); left > 0; left--) {
        await act.nth(left - 1).click();
        await page
          .getByRole('status')
          .getByText(/signed in|2-step|is off/)
          .waitFor();
      }
    }
    await page.getByRole('button', { name: 'Spreadsheet', exact: true }).click();
  };
  const signIn = async (email: string) => {
    await page.getByLabel('Signed in as').selectOption(email);
    await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
    await sidebar(page)
      .getByText(email.split('@')[1] ?? '')
      .first()
      .waitFor();
  };
  const coverage = async () => {
    await openSidebar(page, 'Seatsheet', 'Team', 'Coverage…');
    await arrives(/^Team coverage: \d+ people, 5 domains$/);
    const chips = sidebar(page).getByRole('group', { name: 'Show' }).getByRole('button');
    await chips.first().waitFor();
    return (await chips.allInnerTexts()).map((chip) => chip.trim().replace(/\s+/g, ' '));
  };

  /** The first administrator sets up, answers and runs; one trainee shows that the org unit gives licences. */
  const setsUp = async () => {
    await openExample(page, workbench.url, { name: 'support-team', kept: [['Team', 'Last name', some]] });
    await setUp(page);
    await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
    await check();
    await answer();
    expect(await text()).toContain('2 rows are other administrators’');
    await run();
    const stopped = (await userRows(page, workbench.url)).filter(({ Status }) => Status === 'Needs you');
    expect(stopped).toHaveLength(1);
    expect(stopped[0]?.['Details']).toContain('turn automatic licensing off');
    expect(new Set(await statuses('cloudpartner-eu.example'))).toEqual(new Set(['Done']));
    expect(new Set(await statuses('northpartner.example'))).toEqual(new Set(['Waiting']));
  };

  /** Once that is off, the others of the unit follow. */
  const others = async () => {
    await inGoogle('cloudpartner.example', 'Turn off');
    await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
    await check();
    await run();
    expect(await statuses('cloudpartner.example')).not.toContain('Needs you');
    expect(await statuses('cloudpartner.example')).not.toContain('Waiting');
  };

  /** The second administrator is shown the own rows alone, approves and runs them. */
  const second = async () => {
    const before = await firsts();
    await signIn(pia);
    await check();
    await answer();
    expect(await text()).not.toMatch(/@cloudpartner/);
    await run();
    expect(
      new Set([...(await statuses('northpartner.example')), ...(await statuses('northpartner-fi.example'))]),
    ).toEqual(new Set(['Done']));
    expect(await firsts()).toEqual(before);
  };

  /** When all have signed in, the picture shows full coverage, and a click on a cell goes to its row. */
  const covered = async () => {
    expect((await coverage()).filter((chip) => /missing|no role|paid|active|create/.test(chip))).toEqual([]);
    await inGoogle('northpartner.example', 'Signs in', 'Turns it on');
    await coverage();
    await sidebar(page).getByRole('button', { name: 'Look again' }).click();
    await sidebar(page).getByRole('button', { name: 'not signed in' }).waitFor({ state: 'detached' });
    await inGoogle('cloudpartner.example', 'Signs in', 'Turns it on');
    await signIn(ingrid);
    expect(await coverage()).toEqual([
      expect.stringMatching(/^All /),
      expect.stringMatching(/^works /),
      expect.stringMatching(/^left 3$/),
    ]);
    await sidebar(page)
      .getByRole('row', { name: /^Mara Lindqvist/ })
      .getByRole('cell')
      .nth(1)
      .click();
    await page.waitForFunction(() => {
      const at = document.querySelector('[aria-activedescendant]')?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(at)?.textContent === 'mara.lindqvist@cloudpartner-eu.example';
    });
  };

  /** A second check by either has nothing to write. */
  const nothingLeft = async () => {
    for (const person of [pia, ingrid]) {
      await signIn(person);
      await check();
      expect(await text()).toContain('Google has already what the rows ask for.');
    }
  };

  clicked(
    'two administrators set up a team one after the other, until everybody is covered and nothing is left to write',
    async () => {
      await setsUp();
      await others();
      await second();
      await covered();
      await nothingLeft();
      expect(faults).toEqual([]);
    },
  );
});
