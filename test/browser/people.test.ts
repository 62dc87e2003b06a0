import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import { desk, foundPeople, goodAnswers, no, ok } from './desk-of-answers';
import { type Answers, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

describeInBrowser('Pages about people in bulk', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  const openAt = async (page: 'deletedPeople' | 'readPeople' | 'giveLicence', answers: Partial<Answers> = {}) => {
    const all = { ...goodAnswers(), ...answers, getStartPage: () => ok({ ...desk, opens: { page } }) };
    sheet = await openSheetPage({ browser: browser(), html, answers: all, colorScheme: 'light' });
  };
  const button = (name: string | RegExp) => sheet!.sidebar.getByRole('button', { name }).first();
  const heading = (name: string | RegExp) => sheet!.sidebar.getByRole('heading', { level: 1, name }).waitFor();
  const text = (words: string | RegExp) => sheet!.sidebar.getByText(words).first();
  const field = (label: string) => sheet!.sidebar.getByLabel(label, { exact: true });
  const called = (name: keyof Answers) => sheet!.calls.filter((call) => call.name === name);
  const usable = async () => expect(await seriousViolations(sheet!.frame(), 'light')).toEqual([]);
  const checkOf = (action: string) => ({ scope: { kind: 'rows', rows: ['Users!ana@acme.example'] }, action });

  const until = async (name: keyof Answers) => {
    while (called(name).length === 0) await sheet!.page.waitForTimeout(20);
  };

  afterEach(() => {
    const errors = sheet?.errors ?? [];
    const stray = sheet?.strayRequests ?? [];
    sheet = null;
    expect(errors).toEqual([]);
    expect(stray).toEqual([]);
  });

  test('deleted people are listed for a customer, ticked, and their rows are checked', async () => {
    await openAt('deletedPeople');
    await heading('Deleted people');
    await field('Customer').selectOption('acme.example');
    await heading('2 deleted people');
    await text(/Ana Ruiz · deleted on 2026-02-20 · 10 days left/).waitFor();
    await usable();
    await field('ana@acme.example').check();
    await button('Restore 1 person').click();
    await until('startCheck');
    expect(called('restorePeople')[0]?.args).toEqual([{ customer: 'acme.example', ids: ['117'] }]);
    expect(called('startCheck')[0]?.args).toEqual([checkOf('put-back')]);
  });

  test('people of chosen customers are read one after the other, in as many executions as it takes', async () => {
    let calls = 0;
    await openAt('readPeople', {
      readPeople: ({ customer }) => {
        calls += 1;
        const more = calls < 3;
        return ok({
          more,
          says: more ? `${customer}: ${String(calls)} of 9 lists…` : `${customer}: added 4.`,
          added: 4,
          seen: 4,
        });
      },
    });
    await heading('Read people from Google');
    await field('acme.example').check();
    await usable();
    await button('Read 1 customer').click();
    await text('acme.example: added 4.').waitFor();
    await text('Read. Check the rows').waitFor();
    expect(called('readPeople')).toHaveLength(3);
  });

  test('reading stops where somebody stops it, and where it comes no further', async () => {
    let answer: (() => void) | undefined;
    const reading = { more: true, says: 'acme.example: 1 of 9 lists…', added: 0, seen: 0 };
    await openAt('readPeople', { readPeople: () => new Promise((resolve) => (answer = () => resolve(ok(reading)))) });
    await field('acme.example').check();
    await button('Read 1 customer').click();
    await until('readPeople');
    await button('Stop').click();
    await button('Stopping…').waitFor();
    answer?.();
    await text('Stopped. What was read stays').waitFor();
    expect(called('readPeople')).toHaveLength(1);

    await openAt('readPeople', { readPeople: () => ok(reading) });
    await field('acme.example').check();
    await button('Read 1 customer').click();
    await text('One execution does not get through').waitFor();
    expect(called('readPeople')).toHaveLength(2);
  });

  test('a licence goes to those who are found and ticked, and their rows are checked', async () => {
    await openAt('giveLicence');
    await heading('Give or take a licence');
    expect(await button('Find people').isDisabled()).toBe(true);
    await field('Customer').selectOption('acme.example');
    await field('Product').selectOption('Google Workspace Business Starter');
    await field('In org unit').fill('/Sales');
    await field('Never signed in').check();
    await button('Find people').click();
    await text('2 people found').waitFor();
    await usable();
    await field('bo@acme.example').uncheck();
    await button('Give to 1 person').click();
    await until('startCheck');
    const what = { customer: 'acme.example', product: 'Google Workspace Business Starter', does: 'give' };
    const who = { orgUnit: '/Sales', title: '', holds: '', lacks: '', neverSignedIn: true, suspended: false, from: 0 };
    expect(called('findPeople')[0]?.args).toEqual([{ ...what, ...who }]);
    expect(called('giveLicence')[0]?.args).toEqual([{ ...what, emails: ['ana@acme.example'], addRows: true }]);
    expect(called('startCheck')[0]?.args).toEqual([checkOf('provision')]);
  });

  test('taking says where it happens, and another wish forgets whom was ticked', async () => {
    await openAt('giveLicence', { findPeople: () => ok({ more: false, says: '', total: 2, people: foundPeople }) });
    await field('Customer').selectOption('acme.example');
    await field('Product').selectOption('Cloud Identity Free');
    await button('Find people').click();
    await button('Give to 2 people').waitFor();
    await field('What').selectOption('take');
    await text('only where the setting “exact” says so').waitFor();
    expect(await sheet!.sidebar.getByRole('button', { name: /^(Give|Take)/ }).count()).toBe(0);
  });

  test('a failure is shown, and nobody is listed', async () => {
    await openAt('deletedPeople', {
      getDeletedPeople: () => no('Google does not show them.', 'Ask a super administrator.'),
    });
    await field('Customer').selectOption('acme.example');
    await text('Google does not show them.').waitFor();
    expect(await sheet!.sidebar.getByRole('checkbox').count()).toBe(0);
  });
});
