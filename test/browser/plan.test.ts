import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Envelope, PlanPage, PlanWrite } from '../../src/job/wire';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import { desk, goodAnswers, held, no, ok, plan, planPage } from './desk-of-answers';
import { openSheetPage, type Answers, type SheetPage } from './sheet-page';

/** The plan in the sidebar: what an administrator reads before anything is sent. */

describeInBrowser('The plan', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  const open = async (more: Partial<Answers> = {}) => {
    const answers = { ...goodAnswers(), getStartPage: () => ok({ ...desk, hasPlan: true }), ...more };
    sheet = await openSheetPage({ browser: browser(), html, answers });
    await sheet.sidebar.getByRole('heading', { level: 1, name: /^Plan/ }).waitFor();
    return sheet.sidebar;
  };
  const button = (name: string | RegExp) => sheet!.sidebar.getByRole('button', { name }).first();
  const writes = (kind: string) => sheet!.sidebar.getByRole('list', { name: kind }).getByRole('listitem');
  const called = (name: keyof Answers) => sheet!.calls.filter((call) => call.name === name).map(({ args }) => args);
  /** What has the keyboard, by its words; BODY where nothing has. */
  const focused = () =>
    sheet!.frame().evaluate(() => {
      const { activeElement } = document;
      return activeElement === document.body ? 'BODY' : (activeElement?.textContent ?? '');
    });

  afterEach(() => {
    const errors = sheet?.errors ?? [];
    sheet = null;
    expect(errors).toEqual([]);
  });

  test('tells first which rows need a person, then totals, each of which opens to its writes with their cells', async () => {
    const sidebar = await open();
    const text = await sidebar.locator('main').innerText();
    const order = [
      '3 rows need you first',
      'What will be done',
      'create users',
      'Only if the run finds it needed',
      'Seats',
      'Time',
    ];
    expect(order.map((words) => text.indexOf(words))).toEqual(
      [...order.map((words) => text.indexOf(words))].sort((a, b) => a - b),
    );
    expect(text.indexOf(order[0] ?? '')).toBeGreaterThan(0);
    expect(called('getPlanLines')).toEqual([]);
    await button(/create org units/).click();
    await writes('create org units').nth(11).waitFor();
    expect(await button(/create org units/).getAttribute('aria-expanded')).toBe('true');
    expect(await writes('create org units').first().innerText()).toMatch(
      /person\.1@acme\.example\s+Users A2\s+create org units no\. 1/,
    );
    expect(called('getPlanLines')).toEqual([
      [{ planId: 'plan-7', kind: { says: 'create org units', need: 'must' }, from: 0 }],
    ]);
    await sidebar.getByRole('button', { name: 'Users A3, go to person.2@acme.example' }).click();
    expect(called('goToRow')).toEqual([[{ key: 'Users!person.2@acme.example', column: 'Org unit' }]]);
    expect(await seriousViolations(sheet!.frame())).toEqual([]);
    await button(/create org units/).click();
    expect(await writes('create org units').count()).toBe(0);
  });

  test('brings many writes page by page, with the keyboard alone, which is never lost', async () => {
    await open();
    await button(/create users/).focus();
    await sheet!.page.keyboard.press('Enter');
    await writes('create users').nth(99).waitFor();
    expect(await focused()).toMatch(/create users/);
    await button('Show more: 168 are left').focus();
    await sheet!.page.keyboard.press('Enter');
    await writes('create users').nth(199).waitFor();
    expect(await focused()).toBe('Users A102');
    await button('Show more: 68 are left').focus();
    await sheet!.page.keyboard.press('Enter');
    await writes('create users').nth(267).waitFor();
    expect(await focused()).toBe('Users A202');
    expect(await button(/^Show more/).count()).toBe(0);
  });

  test('leaves a line closed that was closed before its writes came', async () => {
    const page = held<Envelope<PlanPage>>();
    await open({ getPlanLines: () => page.promise });
    await button(/give roles/).click();
    await button(/give licences/).click();
    await button(/give roles/).click();
    page.release(ok(planPage('give roles', 0)));
    await writes('give licences').first().waitFor();
    expect(await button(/give roles/).getAttribute('aria-expanded')).toBe('false');
    expect(called('getPlanLines')).toHaveLength(2);
  });

  test('says what could not be fetched, and leaves the line closed', async () => {
    await open({ getPlanLines: () => no('The plan is not the one that you saw.', 'Look at the new plan.') });
    await button(/give roles/).click();
    await sheet!.sidebar.getByRole('alert').getByText('Look at the new plan.').waitFor();
    expect(await button(/give roles/).getAttribute('aria-expanded')).toBe('false');
  });

  test('shows mails whole, as text', async () => {
    const text = 'Hello,\n\n<b id="hit">accept</b> the terms.';
    const mail: PlanWrite = {
      ...planPage('mail customers', 0).writes[0]!,
      says: 'send a mail to ana@home.example',
      text,
    };
    await open({ getPlanLines: () => ok({ total: 1, writes: [mail] }) });
    await button(/mail customers/).click();
    await writes('mail customers').first().waitFor();
    expect(await writes('mail customers').first().innerText()).toContain(text);
    expect(await sheet!.sidebar.locator('#hit').count()).toBe(0);
  });

  test('is copied to its tab, which is said beside the link', async () => {
    await open();
    await button('Copy to the tab Plan').click();
    await sheet!.sidebar.locator('.links').getByText('861 changes on the tab Plan.').waitFor();
    expect(called('writePlan')).toEqual([[{ planId: plan.planId }]]);
    expect(await focused()).toBe('Copy to the tab Plan');
  });

  test('says where it could not be copied', async () => {
    await open({ writePlan: () => no('There is a tab “Plan” that Seatsheet did not make.', 'Rename that tab.') });
    await button('Copy to the tab Plan').click();
    await sheet!.sidebar.getByRole('alert').getByText('Rename that tab.').waitFor();
  });

  test('tells seats as used, taken by this run, and free', async () => {
    const sidebar = await open();
    const seats = await sidebar.locator('.seat').allInnerTexts();
    expect(seats).toEqual([
      expect.stringMatching(
        /Business Standard, acme\.example\s+270 seats: 40 used, this run takes 212, 18 stay free\./,
      ),
      expect.stringMatching(
        /20 seats: 15 used, this run takes 5 of the 7 that it needs, none stays free\.\s+2 rows find no seat/,
      ),
      expect.stringMatching(/This run takes 3\. How many are free cannot be seen from here\./),
    ]);
    const meter = (name: string) => sidebar.getByRole('meter', { name });
    expect(await meter('Seats, Business Standard, acme.example').getAttribute('aria-valuenow')).toBe('252');
    expect(await meter('Seats, Business Plus, globex.example').locator('i').last().getAttribute('class')).toBe('stop');
    expect(await sidebar.getByRole('meter').count()).toBe(2);
  });

  test('says it in the singular where one seat stays free', async () => {
    const seat = { seat: 's', says: 'Business Standard', bought: 29, used: 27, needed: 1, left: 2 };
    const sidebar = await open({ getPlan: () => ok({ ...plan, seats: [seat] }) });
    await sidebar.getByText('29 seats: 27 used, this run takes 1, 1 stays free.').waitFor();
  });
});
