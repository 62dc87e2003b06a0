import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Envelope, Progress } from '../../src/job/wire';
import { describeInBrowser } from './chromium';
import { desk, finished, goodAnswers, held, ok, progress } from './desk-of-answers';
import { type Answers, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** A screen reader says what changes in a live region that stood there before: one that comes with its words may go unread. */
describeInBrowser('What is read out', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  const button = (name: string | RegExp) => sheet!.sidebar.getByRole('button', { name }).first();
  const heading = (name: string | RegExp) => sheet!.sidebar.getByRole('heading', { level: 1, name }).waitFor();

  /** Opens the sidebar at a heading and notes from there on what its region says. */
  async function open(answers: Answers, title: RegExp): Promise<void> {
    sheet = await openSheetPage({ browser: browser(), html, answers });
    await heading(title);
    await sheet.frame().evaluate(() => {
      const said: string[] = [];
      const region = document.querySelector('[role="status"]');
      Object.assign(window, { __said: said });
      new MutationObserver(() => said.push(region?.textContent ?? '')).observe(region ?? document, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
  }
  const said = async () => {
    const all = await sheet!.frame().evaluate(() => (window as unknown as { __said: string[] }).__said);
    return all.filter(Boolean);
  };

  afterEach(() => {
    expect(sheet?.errors).toEqual([]);
    sheet = null;
  });

  test('a check and a run say their tenths and waits once each, and how they ended, to whoever works in the grid', async () => {
    const check = held<Envelope<Progress>>();
    const run = held<Envelope<Progress>>();
    let now = progress({ phase: 'checking', job: 'check', due: 312, done: 10 });
    const answers: Answers = { ...goodAnswers(), getProgress: () => ok(now) };
    await open(answers, /312 rows/);
    answers.startCheck = () => ok(now);
    answers.continueWork = () => check.promise;
    await button('Check 312 rows').click();
    await heading('10 of 312 rows checked');
    const at = async (next: Progress, title: string): Promise<void> => {
      now = next;
      await sheet!.page.clock.runFor(10_000);
      await heading(title);
    };
    await at({ ...now, done: 40 }, '40 of 312 rows checked');
    await at({ ...now, done: 50 }, '50 of 312 rows checked');
    check.release(ok(progress({ phase: 'checked', job: 'check', more: false, counts: { planned: 280, blocked: 4 } })));
    await heading(/^Plan/);

    answers.continueWork = () => run.promise;
    await button('Run 280 rows').click();
    await heading('143 of 287 rows done');
    const wait = (seconds: number) => `Google asks to wait ${seconds} s.`;
    await at(progress({ done: 150, waitsFor: wait(30) }), '150 of 287 rows done');
    await at(progress({ done: 151, waitsFor: wait(20) }), '151 of 287 rows done');
    await at(progress({ done: 152 }), '152 of 287 rows done');
    await at(progress({ done: 153, waitsFor: wait(9) }), '153 of 287 rows done');
    run.release(ok(finished));
    await heading(/^Finished/);
    expect(await said()).toEqual([
      '10 percent done',
      'The check has finished: 280 ready, 4 need you.',
      '40 percent done',
      '50 percent done. Google asks to wait 30 s.',
      'The run has finished: 281 done, 2 waiting, 4 need you.',
    ]);
  });

  test('what was done is said while the page changes by it', async () => {
    await open({ ...goodAnswers(), getStartPage: () => ok({ ...desk, opens: { page: 'customers' } }) }, /3 customers/);
    await button('Remind globex.example').click();
    await button('Send').click();
    await heading('3 customers');
    expect((await said()).filter((words) => !words.endsWith('…'))).toEqual(['Sent to it@mail.example.']);
  });
});
