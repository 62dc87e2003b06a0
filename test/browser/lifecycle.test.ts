import type { Page } from 'playwright-core';
import { sampleOr } from '../sweep';
import { describeInBrowser } from './chromium';
import type { RunningWorkbench } from './workbench';
import { cell, choose, openExample, openSidebar, sidebar, startWorkbench, userRows } from './workbench';

jest.setTimeout(240_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** People after day one, by clicking: `examples/lifecycle` in the workbench. `npm test` has it on the command line. */
const clicked = sampleOr(test.skip, test);

describeInBrowser('People after day one', (browser) => {
  let workbench: RunningWorkbench;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    workbench = await startWorkbench();
    page = await (await browser().newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    page.on('pageerror', (error) => faults.push(error.message));
  }, 60_000);
  afterAll(() => workbench.stop());

  const button = (name: RegExp) => sidebar(page).getByRole('button', { name });
  const arrives = async (name: RegExp, timeout = 120_000) => {
    try {
      await sidebar(page).getByRole('heading', { level: 1, name }).waitFor({ timeout });
    } catch {
      throw new Error(`${name} has not come. The sidebar says: ${await sidebar(page).locator('body').innerText()}`);
    }
  };
  const rowOf = async (email: string) => {
    const rows = await userRows(page, workbench.url);
    return rows.find(({ Email }) => Email === email) ?? {};
  };

  clicked('they are suspended, archived, deleted and restored, and one leaves in a plan of their own', async () => {
    await openExample(page, workbench.url, 'lifecycle');
    await choose(page, 'Seatsheet', 'Set up', 'Arm deleting and cancelling…');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('lumen-cloud.example');
    await dialog.getByRole('button', { name: 'OK' }).click();
    await dialog.waitFor({ state: 'detached' });

    await openSidebar(page, 'Seatsheet', 'Open Seatsheet');
    await button(/^Check 60 rows$/).click({ timeout: 30_000 });
    await arrives(/^Plan: /);
    const plan = await sidebar(page).locator('main').innerText();
    for (const says of ['suspend users', 'archive users', 'delete users', 'restore users', 'suspend before deleting'])
      expect(plan).toContain(says);
    await button(/^Run \d+ rows$/).click();
    await arrives(/^Finished: 60 rows accounted for$/);

    expect(await rowOf('greta.marino@alba-studio.example')).toMatchObject({ Status: 'Up to date', State: '' });
    expect(await rowOf('dana.carbone@alba-studio.example')).toMatchObject({
      Status: 'Done',
      Details: expect.stringMatching(/^Restored the user/) as string,
    });
    expect((await rowOf('yara.pace@alba-studio.example'))['Details']).toContain('hold of Google Vault');
    expect((await rowOf('leitung@nordwind-bau.example'))['Details']).toContain('last super administrator');

    await cell(page, 2, 1).click();
    await openSidebar(page, 'Seatsheet', 'People', 'Somebody leaves…');
    await arrives(/^Plan: 1 row/);
    await button(/^Run 1 row$/).click();
    await arrives(/^Finished: 1 row accounted for$/);
    expect(await rowOf('ana.rossi@alba-studio.example')).toMatchObject({
      Status: 'Done',
      State: 'Suspended',
      Licences: '-',
      Details: expect.stringMatching(/[Ss]igned out.*everywhere/) as string,
    });
    expect(faults).toEqual([]);
  });
});
