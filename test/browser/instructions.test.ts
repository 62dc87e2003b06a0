import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import { desk, goodAnswers, ok } from './desk-of-answers';
import { type Answers, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

describeInBrowser('Instructions', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;
  const button = (name: string | RegExp) => sheet!.sidebar.getByRole('button', { name }).first();
  const heading = (name: string | RegExp) => sheet!.sidebar.getByRole('heading', { level: 1, name }).waitFor();
  const text = (words: string | RegExp) => sheet!.sidebar.getByText(words).first();
  const called = (name: keyof Answers) => sheet!.calls.filter((call) => call.name === name);
  const usable = async () => expect(await seriousViolations(sheet!.frame(), 'light')).toEqual([]);

  test('who has all accounts is ticked, read and mailed; the lists to paste are one click away', async () => {
    const answers = { ...goodAnswers(), getStartPage: () => ok({ ...desk, opens: { page: 'instructions' as const } }) };
    sheet = await openSheetPage({ browser: browser(), html, answers, colorScheme: 'light' });
    await heading('1 person has all accounts');
    await text(/2 of 3 accounts ready · not checked yet: bo@b\.example/).waitFor();
    await text(/sent on 2026-03-02 by boss@a\.example/).waitFor();
    await button('Read the mail').click();
    await text('Hello Mara,').waitFor();
    await usable();
    await button('Mail 1 person').click();
    await text('Sent to 1 people.').waitFor();
    expect(called('sendInstructions').map(({ args }) => args)).toEqual([
      [{ people: ['Team!mara'], marks: ['m1'], again: false }],
    ]);
    await sheet.sidebar.getByLabel('Cy Cole', { exact: true }).check();
    await text('1 person was told already. Mail sends it to them once more.').waitFor();
    await sheet.sidebar.getByLabel('Google’s security group').fill('two-step@a.example');
    await button('Keep the address').click();
    await text(/Changed last by admin@cloudpartner\.example, .*Nov/).waitFor();
    await button('Mail redirect, customers’ permission…').click();
    await heading('To paste elsewhere');
    await button('Copy the map of a.example').waitFor();
    await text('2 accounts have a mailbox').waitFor();
    await usable();
    expect(sheet.errors).toEqual([]);
  });
});
