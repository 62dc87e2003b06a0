import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import { coverageOf } from './coverage-answers';
import { desk, goodAnswers, ok } from './desk-of-answers';
import { type Answers, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

describeInBrowser('Team coverage', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  const openAt = async (view = coverageOf(8, 5), wide = false) => {
    const answers: Answers = {
      ...goodAnswers(),
      getCoverage: () => ok(view),
      getStartPage: () => ok({ ...desk, opens: { page: 'coverage', ...(wide ? { wide } : {}) } }),
    };
    sheet = await openSheetPage({ browser: browser(), html, answers, colorScheme: 'light' });
  };
  const role = (kind: 'button' | 'heading' | 'row', name: string | RegExp) =>
    sheet!.sidebar.getByRole(kind, { name }).first();
  const text = (words: string | RegExp) => sheet!.sidebar.getByText(words).first();
  const called = (name: keyof Answers) => sheet!.calls.filter((call) => call.name === name);
  const until = async (name: keyof Answers) => {
    while (called(name).length === 0) await sheet!.page.waitForTimeout(20);
  };

  afterEach(() => {
    expect([sheet?.errors, sheet?.strayRequests]).toEqual([[], []]);
    sheet = null;
  });

  test('every tick has a shape and a word, a person opens with the keyboard, and clicks lead to the rows', async () => {
    await openAt();
    await role('heading', 'Team coverage: 8 people, 5 domains').waitFor();
    const mara = role('row', /^Mara Lindqvist/);
    expect((await mara.innerText()).split(/\s*\n\s*|\t/).filter(Boolean)).toHaveLength(6);
    expect(await seriousViolations(sheet!.frame(), 'light')).toEqual([]);
    await role('button', 'Noor Haddad').focus();
    await sheet!.page.keyboard.press('Enter');
    await text('Paid licence Google Workspace Business Starter').waitFor();
    await text(/Turn automatic licensing off for the org unit/).waitFor();
    expect(await role('button', 'Noor Haddad').getAttribute('aria-expanded')).toBe('true');
    expect(await seriousViolations(sheet!.frame(), 'light')).toEqual([]);
    await role('button', 'Go to Team row 4').click();
    await until('goToRow');
    await role('button', 'Go to Users, user2@cloudpartner.example').click();
    while (called('goToRow').length < 2) await sheet!.page.waitForTimeout(20);
    expect(called('goToRow').map(({ args }) => args)).toEqual([
      [{ key: 'Team!user2' }],
      [{ key: 'Users!user2@cloudpartner.example' }],
    ]);
  });

  test('a state shows whom it is about, and those who lack what a check can give are checked by row', async () => {
    await openAt();
    await role('button', /^to create/).click();
    const shown = await sheet!.sidebar.locator('tbody th').allInnerTexts();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(8);
    await role('button', /^Check \d people/).click();
    await until('startCheck');
    const [{ scope }] = called('startCheck')[0]!.args as [{ scope: { kind: string; rows: string[] } }];
    expect(scope.kind).toBe('rows');
    expect(scope.rows.length).toBeGreaterThan(0);
    for (const key of scope.rows) expect(key).toMatch(/^Team!user\d$/);
  });

  test('a large roster is shown part by part, and the dialog has the person beside the picture', async () => {
    await openAt(coverageOf(200, 10), true);
    await role('heading', 'Team coverage: 200 people, 10 domains').waitFor();
    expect(await sheet!.sidebar.locator('tbody tr').count()).toBe(100);
    await role('button', 'Show 100 more').click();
    await sheet!.sidebar.locator('tbody tr').nth(199).waitFor();
    await sheet!.sidebar.getByLabel('Find a person').fill('user111@');
    await role('button', /^Lotte van Dijk 14/).click();
    await sheet!.sidebar
      .getByRole('complementary')
      .getByRole('heading', { name: /^Lotte van Dijk 14/ })
      .waitFor();
    expect(await seriousViolations(sheet!.frame(), 'light')).toEqual([]);
  });
});
