import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { sampleOr } from '../sweep';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import type { RunningWorkbench } from './workbench';
import { cell, choose, openExample, openSidebar, paste, says, sidebar, startWorkbench, userRows } from './workbench';

jest.setTimeout(240_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** As Google has it: one of the example's is typed with a full-width ＠. */
const addressOf = (row: Readonly<Record<string, string>>) =>
  (row['Email'] ?? '').trim().toLowerCase().replace('＠', '@');

/** Words that stand in Status when a row's run has ended. */
const ended = ['Done', 'Up to date', 'Needs you', 'Waiting'];

/**
 * What `npm test` sees through the sidebar's functions: rows that move in test/interference, passwords in test/users.
 */
const clicked = sampleOr(test.skip, test);

/** The status of a POST as a program outside the browser can send it, with whatever headers. */
function postAs(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/clock`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ speed: 20 }));
  });
}

describeInBrowser('The workbench', (browser) => {
  let workbench: RunningWorkbench;
  // A window for all tests, one after another: a new one takes half a second.
  let plain: Page;
  // axe-core comes in as text, which the page's own policy forbids, and looks at every cell: at some rows of them.
  let unguarded: Page;
  let page: Page;
  const faults: string[] = [];

  const newWindow = async (bypassCSP: boolean, height = 800) => {
    const context = await browser().newContext({ viewport: { width: 1280, height }, bypassCSP });
    const made = await context.newPage();
    made.on('pageerror', (error) => faults.push(error.message));
    return made;
  };
  const open = async (example: string, on = plain) => {
    page = on;
    await openExample(page, workbench.url, example);
  };

  beforeAll(async () => {
    workbench = await startWorkbench();
    plain = await newWindow(false);
    unguarded = await newWindow(true, 500);
  }, 60_000);
  afterAll(() => workbench.stop());
  afterEach(() => {
    expect(faults.splice(0)).toEqual([]);
  });

  describe('keeps the main promise', () => {
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
      await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
      await button(new RegExp(`^Check ${rows} rows$`)).click({ timeout: 30_000 });
      await arrives(/^Plan: /, 60_000);
    };
    const finish = (rows: number) => arrives(new RegExp(`^Finished: ${rows} rows accounted for$`), 120_000);

    test('a newcomer opens Seatsheet, checks and runs the support team by clicking, and every row says Done', async () => {
      await open('team');
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

    clicked('rows that are sorted and inserted while three hundred run get their own outcomes', async () => {
      await open('import-300');
      await check(300);
      await button(/^Run \d+ rows$/).click();
      await arrives(/^[1-9]\d* of \d+ rows done$/, 60_000);
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

    clicked(
      'what people need afterwards is clicked: slips, a reset shown once, a lost password, a sign-out',
      async () => {
        const dmitri = 'dmitri.jansen@acme.example';
        const rowNow = async () => (await userRows(page, workbench.url)).find(({ Email }) => Email === dmitri) ?? {};
        const runOne = async () => {
          await arrives(/^Plan: 1 row/, 60_000);
          await button(/^Run 1 row$/).click();
          await arrives(/^Finished: 1 row accounted for$/, 60_000);
        };
        const shownPassword = async () => {
          await button(new RegExp(`^Show the password of ${dmitri}`)).click();
          const shown = (await sidebar(page).locator('code.secret').textContent()) ?? '';
          expect(shown).toMatch(/^[A-HJ-NP-Za-km-z2-9]{16}$/);
          return shown;
        };
        await open('import');
        await check(6);
        await button(/^Run 6 rows$/).click();
        await finish(6);

        await button(/^Hand off 6$/).click();
        await button(/^Print 6 slips$/).click();
        const dialog = page.getByRole('dialog', { name: 'Sign-in slips' });
        const slips = dialog.frameLocator('iframe');
        await slips.getByRole('button', { name: 'Print' }).waitFor();
        expect(await slips.locator('section').count()).toBe(6);
        expect(await slips.locator('section', { hasText: dmitri }).locator('code').textContent()).toMatch(/^\w{16}$/);
        await page.emulateMedia({ media: 'print' });
        expect(await slips.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
        expect(
          await slips
            .locator('section')
            .first()
            .evaluate((one) => getComputedStyle(one).breakAfter),
        ).toBe('page');
        await page.emulateMedia({ media: null });
        await dialog.getByRole('button', { name: 'Close' }).click();
        await dialog.waitFor({ state: 'detached' });
        await button(/^Printed: erase 6$/).click();
        await arrives(/^Nobody waits for a first password$/, 30_000);
        expect((await rowNow())['Details']).toMatch(/ Handed off on paper on \d{4}-\d\d-\d\d\.$/);

        await button(/^Who has not signed in yet\?$/).click();
        await button(new RegExp(`^New password for ${dmitri}`)).click();
        await runOne();
        await button(/^Hand off 1$/).click();
        const lost = await shownPassword();

        await cell(page, 5, 1).click();
        await choose(page, 'Seatsheet', 'People', 'Reset password');
        await runOne();
        await button(/^Hand off 1$/).click();
        expect(await shownPassword()).not.toBe(lost);
        expect(JSON.stringify(await userRows(page, workbench.url))).not.toContain(lost);

        await cell(page, 5, 1).click();
        await choose(page, 'Seatsheet', 'People', 'Sign out everywhere');
        await runOne();
        expect((await rowNow())['Details']).toContain('Signed out');

        await cell(page, 5, 1).click();
        await choose(page, 'Seatsheet', 'People', 'New password for who never signed in');
        await runOne();
        expect((await rowNow())['Details']).toContain('Reset the password');
      },
    );

    /** User ids by address, in lower case, as the simulated Google has them. */
    async function idsAtGoogle(): Promise<ReadonlyMap<string, string>> {
      const google = (await (await page.request.get(`${workbench.url}/api/google`)).json()) as {
        readonly accounts: readonly { readonly users: readonly { readonly id: string; readonly email: string }[] }[];
      };
      return new Map(
        google.accounts.flatMap(({ users }) =>
          users.map(({ id, email }): [string, string] => [email.toLowerCase(), id]),
        ),
      );
    }
  });

  describe('as a spreadsheet', () => {
    beforeEach(() => open('team'));

    test('shows the example, with tabs below and our menu above', async () => {
      expect(await page.getByRole('tab').allTextContents()).toContain('Users');
      expect(await page.getByRole('columnheader').allTextContents()).toEqual(expect.arrayContaining(['A', 'B', 'C']));
      await says(page, [1, 1], 'Email');
      await says(page, [2, 1], 'mara.lindqvist@cloudpartner.example');
      await page.getByRole('menubar').getByRole('menuitem', { name: 'Seatsheet' }).click();
      const entries = await page.getByRole('menu').getByRole('menuitem').allTextContents();
      expect(entries).toEqual(expect.arrayContaining(['Open Seatsheet', 'Check', 'Hand-off…']));
      await page.getByRole('menuitem', { name: 'Set up', exact: true }).hover();
      await page.getByRole('menuitem', { name: 'Set up this spreadsheet' }).waitFor();
    });

    test('is worked with from the keyboard: typing, Enter, Tab, F2, Escape, Delete', async () => {
      await cell(page, 12, 2).click();
      await page.keyboard.type('Ana');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Silva');
      await page.keyboard.press('Enter');
      await says(page, [12, 2], 'Ana');
      await says(page, [12, 3], 'Silva');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('F2');
      await page.keyboard.type(' Costa');
      await page.keyboard.press('Enter');
      await says(page, [12, 3], 'Silva Costa');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.type('nothing');
      await page.keyboard.press('Escape');
      await says(page, [12, 3], 'Silva Costa');
      await page.keyboard.press('Delete');
      await says(page, [12, 3], '');
      await page.reload();
      await says(page, [12, 2], 'Ana');
      await says(page, [12, 3], '');
    });

    test('takes what was copied in another spreadsheet, cells with line ends and quotes too, and gives it back', async () => {
      await cell(page, 13, 1).click();
      await paste(page, 'ana@x.example\t"two\nlines"\r\nbo@x.example\t"says ""hi"""\r\n');
      await says(page, [13, 1], 'ana@x.example');
      await says(page, [13, 2], 'two\nlines');
      await says(page, [14, 2], 'says "hi"');
      await says(page, [15, 1], '');
      const copied = await page.locator('.cells').evaluate((cells) => {
        const clipboardData = new DataTransfer();
        cells.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
        return clipboardData.getData('text/plain');
      });
      expect(copied).toBe('ana@x.example\t"two\nlines"\nbo@x.example\t"says ""hi"""');
    });

    test('shows text from outside as text', async () => {
      await cell(page, 13, 1).click();
      await paste(page, '<img src=x onerror="document.title=1">');
      await says(page, [13, 1], '<img src=x onerror="document.title=1">');
      expect(await cell(page, 13, 1).locator('img').count()).toBe(0);
    });

    test('inserts and deletes rows where the selection is', async () => {
      await cell(page, 2, 1).click();
      await choose(page, 'Rows', 'Insert row above');
      await says(page, [2, 1], '');
      await says(page, [3, 1], 'mara.lindqvist@cloudpartner.example');
      await choose(page, 'Rows', 'Delete row');
      await says(page, [2, 1], 'mara.lindqvist@cloudpartner.example');
    });

    test('closes the sidebar when somebody else sits down at the spreadsheet', async () => {
      await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
      await sidebar(page).getByRole('heading', { level: 1 }).waitFor();
      await page.getByLabel('Signed in as').selectOption('somebody@gmail.com');
      await page.locator('.sidebar').waitFor({ state: 'detached' });
    });
  });

  describe("in the script's place", () => {
    beforeEach(() => open('team'));

    test('opens the sidebar as Google does: 300 pixels wide, sandboxed, cut off from the page', async () => {
      await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
      const frame = page.locator('.sidebar iframe');
      await sidebar(page).getByRole('heading', { level: 1, name: '10 rows' }).waitFor({ timeout: 20_000 });
      expect((await frame.boundingBox())?.width).toBe(300);
      expect((await frame.getAttribute('sandbox'))?.split(' ').sort()).toEqual([
        'allow-downloads',
        'allow-forms',
        'allow-modals',
        'allow-popups',
        'allow-popups-to-escape-sandbox',
        'allow-same-origin',
        'allow-scripts',
      ]);
      const reach = () => page.frames()[1]?.evaluate(() => window.parent.document.title);
      await expect(reach()).rejects.toThrow(/cross-origin/);
    });

    test('keeps the rules of google.script.run: no Date, no private or unknown function, user objects, failures as errors', async () => {
      await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
      await sidebar(page).getByRole('heading', { level: 1, name: '10 rows' }).waitFor({ timeout: 20_000 });
      const found = await page.frames()[1]?.evaluate(async () => {
        interface Runner {
          [name: string]: ((...args: unknown[]) => unknown) | undefined;
        }
        const { run } = (window as unknown as { google: { script: { run: Runner } } }).google.script;
        const chain = (of: unknown) => of as Runner;
        let thrown = '';
        try {
          run['getStartPage']?.(new Date());
        } catch (error) {
          thrown = String(error);
        }
        const answer = await new Promise<unknown[]>((resolve) => {
          const withUser = chain(run['withUserObject']?.('mine'));
          chain(
            withUser['withSuccessHandler']?.((value: unknown, user: unknown) =>
              resolve([(value as { ok: boolean }).ok, user]),
            ),
          )['getReadiness']?.();
        });
        return { thrown, answer, unknown: typeof run['noSuchFunction'], private: typeof run['secret_'] };
      });
      expect(found).toEqual({
        thrown: expect.stringContaining('illegal value in property: 0'),
        answer: [true, 'mine'],
        unknown: 'undefined',
        private: 'undefined',
      });
    });

    test('puts an alert before the person and goes on when it is answered', async () => {
      await choose(page, 'Seatsheet', 'Help');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/makes the tabs/).waitFor();
      await dialog.getByRole('button', { name: 'OK' }).click();
      await dialog.waitFor({ state: 'detached' });
    });

    test('shows the homepage card, whose buttons lead on', async () => {
      await page.getByRole('button', { name: 'Card' }).click();
      await page
        .locator('.addon')
        .getByText(/admin@cloudpartner\.example/)
        .waitFor();
      await page.getByRole('button', { name: 'Check everything' }).click();
      await page
        .locator('.addon')
        .getByText(/^(Checking: |\d+ × )/)
        .first()
        .waitFor({ timeout: 20_000 });
    });

    test('looks inside Google and turns a switch there', async () => {
      await page.getByRole('button', { name: 'Inside Google' }).click();
      await page.getByRole('region', { name: 'Users' }).getByText('admin@cloudpartner.example').waitFor();
      const roleExists = page.locator('label.switch', { hasText: 'roleExists' }).locator('select');
      await roleExists.selectOption('409');
      await page.getByText('roleExists is now 409.').waitFor();
    });

    test('lets somebody sign in there, and shows who is in which group', async () => {
      await page.getByRole('button', { name: 'Inside Google' }).click();
      const person = page.getByRole('region', { name: 'Users' }).getByRole('row', { name: /admin@cloudpartner/ });
      await person.getByText('never').waitFor();
      await person.getByRole('button', { name: 'Signs in' }).click();
      await page.getByText('admin@cloudpartner.example has signed in.').waitFor();
      await person.getByText(/^\d{4}-\d\d-\d\d /).waitFor();
      const group = page.getByRole('region', { name: 'Groups' }).getByRole('row', { name: /info@cloudpartner/ });
      await group.getByText('sales@cloudpartner.example').waitFor();
    });
  });

  describe('by anybody', () => {
    test.each(['light', 'dark'] as const)(
      'can be used: no serious finding of axe-core in %s colours',
      async (scheme) => {
        const violations = () => seriousViolations(page.mainFrame(), scheme);
        await unguarded.emulateMedia({ colorScheme: scheme });
        await open('team', unguarded);
        expect(await violations()).toEqual([]);
        await page.getByRole('menubar').getByRole('menuitem', { name: 'Seatsheet' }).click();
        expect(await violations()).toEqual([]);
        await page.keyboard.press('Escape');
        await cell(page, 12, 2).click();
        await page.keyboard.type('Ana');
        expect(await violations()).toEqual([]);
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Inside Google' }).click();
        await page.getByRole('region', { name: 'Users' }).waitFor();
        expect(await violations()).toEqual([]);
      },
    );

    test('is left to its own page: foreign origins, other content types and foreign host names are refused', async () => {
      await open('team');
      const own = { origin: workbench.url, 'content-type': 'application/json' };
      expect(await postAs(workbench.url, own)).toBe(200);
      expect(await postAs(workbench.url, { ...own, origin: 'https://evil.example' })).toBe(403);
      expect(await postAs(workbench.url, { 'content-type': 'application/json' })).toBe(403);
      expect(await postAs(workbench.url, { ...own, 'content-type': 'text/plain' })).toBe(415);
      expect(await postAs(workbench.url, { ...own, host: 'evil.example', origin: 'http://evil.example' })).toBe(403);
    });
  });
});
