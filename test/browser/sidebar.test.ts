import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { StartPage, Envelope, Progress } from '../../src/job/wire';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import {
  samePerson,
  desk,
  finished,
  goodAnswers,
  handOff,
  held,
  letterhead,
  needs,
  no,
  ok,
  plan,
  progress,
} from './desk-of-answers';
import { type Answers, noValue, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

describeInBrowser('The sidebar', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  const open = async (answers: Answers, more: { colorScheme?: 'light' | 'dark'; withoutGoogle?: boolean } = {}) => {
    sheet = await openSheetPage({ browser: browser(), html, answers, ...more });
    return sheet;
  };
  const button = (name: string | RegExp) => sheet!.sidebar.getByRole('button', { name }).first();
  const heading = (name: string | RegExp) => sheet!.sidebar.getByRole('heading', { level: 1, name }).waitFor();
  const text = (words: string | RegExp) => sheet!.sidebar.getByText(words).first();
  const body = () => sheet!.sidebar.locator('body').innerText();
  const called = (name: keyof Answers) => sheet!.calls.filter((call) => call.name === name);

  afterEach(() => {
    const errors = sheet?.errors ?? [];
    const stray = sheet?.strayRequests ?? [];
    sheet = null;
    expect(errors).toEqual([]);
    expect(stray).toEqual([]);
  });

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    test('leads from start to check, plan, run, outcomes, hand-off and readiness, and anybody can use each page', async () => {
      const answers = goodAnswers();
      const check = held<Envelope<Progress>>();
      const run = held<Envelope<Progress>>();
      await open(answers, { colorScheme });
      const paper = () => sheet!.frame().evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const usable = async () => expect(await seriousViolations(sheet!.frame(), colorScheme)).toEqual([]);

      await heading('312 rows');
      // Whatever the browser prefers: Sheets itself stays light.
      expect(await paper()).toBe('rgb(255, 255, 255)');
      if (colorScheme === 'dark') {
        await button('Dark colours').click();
        expect(await paper()).toBe('rgb(30, 31, 32)');
      }
      await text('6 people wait for the first password').waitFor();
      await usable();

      answers.startCheck = () =>
        ok(
          progress({
            phase: 'checking',
            job: 'check',
            done: 40,
            due: 312,
            own: { planned: 38, blocked: 2 },
            stages: [],
          }),
        );
      answers.continueWork = () => check.promise;
      await button('Check 312 rows').click();
      await heading('40 of 312 rows checked');
      await usable();

      check.release(ok(progress({ phase: 'checked', more: false })));
      await heading('Plan: 280 rows, 861 changes');
      await text('3 rows are hidden in the sheet and included.').waitFor();
      await text('Not used on Customers: Tier (column H).').waitFor();
      await text('Y: Shoe size').waitFor({ state: 'hidden' });
      await text('Not used on Users: Notes, Shoe size and 9 more.').click();
      await text('Y: Shoe size').waitFor();
      await text('3 rows need you first').waitFor();
      await usable();

      answers.continueWork = () => run.promise;
      await button('Run 280 rows').click();
      await heading('143 of 287 rows done');
      await usable();

      run.release(ok(finished));
      await heading('Finished: 287 rows accounted for');
      await usable();

      await button('Hand off 6').click();
      await heading('3 first passwords');
      await usable();

      await button('‹ Start').click();
      await button('Readiness').click();
      await heading('One thing to do');
      await usable();

      await button('‹ Start').click();
      await sheet!.sidebar.getByRole('listitem').filter({ hasText: 'rows need you' }).getByRole('button').click();
      await heading('5 rows to look at');
      await usable();
      expect(called('startCheck')[0]!.args).toEqual([{ scope: { kind: 'everything' }, action: 'provision' }]);
      expect(called('startRun').map(({ args }) => args)).toEqual([[{ planId: 'plan-7' }]]);
    });

    test('says trouble and stops so that anybody can read them', async () => {
      const stops = [{ message: 'There is no Users tab.', remedy: 'Set the spreadsheet up.', offersSetUp: true }];
      const answers: Answers = {
        ...goodAnswers(),
        getStartPage: () => ok({ ...desk, stops }),
        setUpSpreadsheet: () => no('A tab is locked.', 'Unlock it.'),
      };
      await open(answers, { colorScheme });
      await button('Set this spreadsheet up').click();
      await sheet!.sidebar.getByRole('alert').getByText('A tab is locked.').waitFor();
      expect(await seriousViolations(sheet!.frame(), colorScheme)).toEqual([]);
    });
  });

  describe('Start', () => {
    test.each([
      ['selected', 'Check selected rows', { kind: 'selected' }],
      ['visible', 'Check visible rows', { kind: 'visible' }],
      ['retry', 'Check again what did not work', { kind: 'retry' }],
      ['customer', 'Check this customer', { kind: 'customer', customer: 'C02' }],
    ] as const)('checks the scope %s', async (kind, label, scope) => {
      await open(goodAnswers());
      await sheet!.sidebar.getByLabel('Rows').selectOption(kind);
      if (kind === 'customer') await sheet!.sidebar.getByLabel('Customer').selectOption('globex.example');
      await button(label).click();
      await heading(/^Plan/);
      expect(called('startCheck').map(({ args }) => args)).toEqual([[{ scope, action: 'provision' }]]);
    });

    test('offers to set the spreadsheet up, in the place of checking', async () => {
      const answers = goodAnswers();
      const stops = [{ message: 'There is no Users tab.', remedy: 'Set the spreadsheet up.', offersSetUp: true }];
      answers.getStartPage = () => ok({ ...desk, stops });
      await open(answers);
      await text('There is no Users tab.').waitFor();
      expect(await button(/^Check/).count()).toBe(0);
      answers.getStartPage = () => ok(desk);
      await button('Set this spreadsheet up').click();
      await text('Made 7 tabs.').waitFor();
      await button('Check 312 rows').waitFor();
    });

    test('says what a stop without set-up asks for', async () => {
      const stops = [
        { message: 'Signed in with a consumer account.', remedy: 'Sign in as an administrator.', offersSetUp: false },
      ];
      await open({ ...goodAnswers(), getStartPage: () => ok({ ...desk, who: null, stops }) });
      await text('Sign in as an administrator.').waitFor();
      expect(await button(/^Check/).count()).toBe(0);
      await button('Look again').waitFor();
    });

    test('works by keyboard alone, with the focus to be seen', async () => {
      await open(goodAnswers());
      await heading('312 rows');
      await sheet!.sidebar.getByLabel('Rows').focus();
      for (let presses = 0; presses < 10; presses += 1) {
        await sheet!.page.keyboard.press('Tab');
        if (await button('Check 312 rows').evaluate((node) => node === document.activeElement)) break;
      }
      expect(await button('Check 312 rows').evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
      await sheet!.page.keyboard.press('Enter');
      await heading(/^Plan/);
    });
  });

  describe('A run', () => {
    test('is continued slice by slice until there is no more', async () => {
      let slices = 0;
      const continueWork = () => ok((slices += 1) < 4 ? progress({ done: 143 + slices }) : finished);
      await open({ ...goodAnswers(), continueWork });
      await button('Check 312 rows').click();
      await button('Run 280 rows').click();
      await heading(/^Finished/);
      expect(called('continueWork')).toHaveLength(4);
    });

    test('survives a progress read that failed, and says when there is no news for long', async () => {
      const answers = goodAnswers();
      const slice = held<Envelope<Progress>>();
      answers.continueWork = () => slice.promise;
      let looks = 0;
      answers.getProgress = () => {
        looks += 1;
        if (looks === 1 || (looks > 2 && looks < 6)) throw new Error('NetworkError: Connection failure due to HTTP 0');
        return ok(progress({ done: looks === 2 ? 160 : 200 }));
      };
      await open(answers);
      await button('Check 312 rows').click();
      await button('Run 280 rows').click();
      await heading('143 of 287 rows done');
      const untilLook = async (n: number) => {
        while (looks < n) await sheet!.page.clock.runFor(500);
      };
      await untilLook(2);
      await heading('160 of 287 rows done');
      expect(await sheet!.sidebar.getByRole('alert').count()).toBe(0);
      await untilLook(5);
      await text('No news from the script').waitFor();
      await untilLook(6);
      await heading('200 of 287 rows done');
      expect(await text('No news from the script').count()).toBe(0);
      slice.release(ok(finished));
      await heading(/^Finished/);
    });

    test('goes on after a slice that was cut off', async () => {
      let slices = 0;
      const continueWork = () => {
        slices += 1;
        if (slices === 1) throw new Error('Exceeded maximum execution time');
        return ok(finished);
      };
      await open({ ...goodAnswers(), continueWork, getProgress: () => ok(progress({ done: 150 })) });
      await button('Check 312 rows').click();
      await button('Run 280 rows').click();
      await sheet!.page.clock.runFor(5_000);
      await heading(/^Finished/);
      expect(slices).toBe(2);
    });

    test('that the server refuses to go on with can be tried again', async () => {
      const answers: Answers = {
        ...goodAnswers(),
        continueWork: () => no('The seal does not fit.', 'Check again.', false),
      };
      await open(answers);
      await button('Check 312 rows').click();
      await button('Run 280 rows').click();
      await sheet!.sidebar.getByRole('alert').getByText('The seal does not fit.').waitFor();
      expect(await button(/^Stop/).count()).toBe(0);
      await button('‹ Start').click();
      await heading('312 rows');
      answers.getStartPage = () => ok({ ...desk, work: progress() });
      await button('Count again').click();
      answers.continueWork = () => ok(finished);
      await button('Show what is under way').click();
      await heading(/^Finished/);
    });

    test('waits for a slice that still works elsewhere', async () => {
      let asked = 0;
      const locked = {
        ok: false,
        code: 'locked',
        message: 'At work already.',
        remedy: 'Wait.',
        retryable: false,
      } as const;
      const continueWork = () => ((asked += 1) < 3 ? locked : ok(finished));
      await open({ ...goodAnswers(), getStartPage: () => ok({ ...desk, work: progress() }), continueWork });
      await heading('143 of 287 rows done');
      while (asked < 3) await sheet!.page.clock.runFor(1_000);
      await heading(/^Finished/);
    });

    test('is stopped by Stop, and says what was done', async () => {
      const answers = goodAnswers();
      const slice = held<Envelope<Progress>>();
      answers.continueWork = () => slice.promise;
      await open(answers);
      await button('Check 312 rows').click();
      await button('Run 280 rows').click();
      await button('Stop after this step').click();
      await button(/^Stopping/).waitFor();
      expect(called('stopWork')).toHaveLength(1);
      slice.release(
        ok(
          progress({
            phase: 'stopped',
            more: false,
            stopped: 'Stopped by you.',
            counts: { done: 143, notReached: 144 },
          }),
        ),
      );
      await heading('Stopped: 143 done, 144 not reached');
      expect(await text('Stopped by you.').evaluate((node) => node.className)).toContain('stop');
    });

    test('whose rows do not add up is shown red', async () => {
      await open({
        ...goodAnswers(),
        continueWork: () => ok({ ...finished, adrift: '287 rows in, 285 accounted for.' }),
      });
      await button('Check 312 rows').click();
      await button('Run 280 rows').click();
      await heading('The rows do not add up');
      expect(await text('287 rows in, 285 accounted for.').evaluate((node) => node.className)).toContain('stop');
    });

    test('of one’s own that is under way opens on its page and goes on', async () => {
      const slice = held<Envelope<Progress>>();
      await open({
        ...goodAnswers(),
        getStartPage: () => ok({ ...desk, work: progress() }),
        continueWork: () => slice.promise,
      });
      await heading('143 of 287 rows done');
      slice.release(ok(finished));
      await heading(/^Finished/);
      expect(called('continueWork')).toHaveLength(1);
    });

    test.each([
      ['every 5 minutes', 'You can close this: it goes on every 5 minutes.'],
      [
        'unseen',
        'You can close this: it goes on every 5 minutes, or once an hour where Google takes it for an add-on.',
      ],
      ['hourly', 'once an hour only'],
      ['none', 'the run stops when it is closed'],
    ] as const)('says whether the sidebar may be closed: background %s', async (background, words) => {
      const work = progress({ background });
      const slice = held<Envelope<Progress>>();
      await open({ ...goodAnswers(), getStartPage: () => ok({ ...desk, work }), continueWork: () => slice.promise });
      await text(words).waitFor();
      slice.release(ok(progress({ background, phase: 'stopped', more: false })));
      await heading(/^Stopped/);
    });

    test('of somebody else that has died can be taken over by a check of one’s own', async () => {
      const answers = goodAnswers();
      const work = progress({ startedBy: 'bo@cloudpartner.example' });
      answers.getStartPage = () => ok({ ...desk, work });
      answers.getProgress = () => ok({ ...work, silent: true });
      const check = held<Envelope<Progress>>();
      answers.startCheck = () => check.promise;
      await open(answers);
      await heading('143 of 287 rows done');
      expect(await button('Check again as yourself').count()).toBe(0);
      await sheet!.page.clock.runFor(5_500);
      await text('No sign of life from bo@cloudpartner.example').waitFor();
      expect(await seriousViolations(sheet!.frame())).toEqual([]);
      await button('Check again as yourself').click();
      await heading('Starting…');
      await sheet!.page.clock.runFor(11_000);
      await heading('Starting…');
      check.release(ok(progress({ phase: 'checked', more: false })));
      await heading(/^Plan/);
      expect(called('startCheck').map(({ args }) => args)).toEqual([
        [{ scope: { kind: 'everything' }, action: 'provision' }],
      ]);
    });

    test('of somebody else opens on its page, names the person and is only watched', async () => {
      const answers = goodAnswers();
      const work = progress({ startedBy: 'bo@cloudpartner.example' });
      answers.getStartPage = () => ok({ ...desk, work });
      answers.getProgress = () => ok({ ...work, done: 200 });
      await open(answers);
      await text('Run started by bo@cloudpartner.example at 14:31').waitFor();
      await sheet!.page.clock.runFor(5_500);
      await heading('200 of 287 rows done');
      answers.getProgress = () => ok({ ...finished, startedBy: 'bo@cloudpartner.example' });
      await sheet!.page.clock.runFor(5_500);
      await heading(/^Finished/);
      expect(called('continueWork')).toHaveLength(0);
    });

    test('that ended says of how many rows it only knows the number, and shows them', async () => {
      const many = { ...finished, counts: { done: 252, blocked: 33, failed: 2 }, needs: needs.slice(2, 3) };
      await open({ ...goodAnswers(), getStartPage: () => ok({ ...desk, handOff: 0, work: many }) });
      await button('Show').click();
      await heading(/^Finished/);
      await text('34 more').waitFor();
      await sheet!.sidebar.getByRole('listitem').filter({ hasText: '34 more' }).getByRole('button').click();
      await heading('5 rows to look at');
    });

    test('that ended leads to the rows that need somebody before it is done with', async () => {
      const ended = { ...finished, counts: { done: 254, blocked: 33 } };
      await open({ ...goodAnswers(), getStartPage: () => ok({ ...desk, handOff: 0, work: ended }) });
      await button('Show').click();
      await button('Show 33 rows that need you').click();
      await heading('5 rows to look at');
    });

    test('does not pull somebody back who looks at another page', async () => {
      const answers = goodAnswers();
      const slice = held<Envelope<Progress>>();
      answers.continueWork = () => slice.promise;
      await open(answers);
      await button('Check 312 rows').click();
      await button('Run 280 rows').click();
      await heading('143 of 287 rows done');
      await button('‹ Start').click();
      await button('Show what is under way').waitFor();
      await button('Readiness').click();
      await heading('One thing to do');
      slice.release(ok(finished));
      await text('The work has ended.').waitFor();
      await heading('One thing to do');
    });
  });

  describe('The plan', () => {
    test('that changes nothing offers no run', async () => {
      await open({
        ...goodAnswers(),
        getPlan: () => ok({ ...plan, changes: 0, lines: [], counts: { settled: 312 }, needs: [] }),
      });
      await button('Check 312 rows').click();
      await heading('Nothing to change');
      expect(await button(/^Run/).count()).toBe(0);
    });

    const over = 'This run creates 612 people; your limit is 500.';

    test('above a limit says so, and is run only after a second yes', async () => {
      await open({
        ...goodAnswers(),
        getStartPage: () => ok({ ...desk, hasPlan: true }),
        getPlan: () => ok({ ...plan, asks: [{ kind: 'limit', says: over, about: {} }] }),
        startRun: () => ok(finished),
      });
      await text(over).waitFor();
      await button('Run 280 rows').click();
      await text('Run it all the same?').waitFor();
      expect(await seriousViolations(sheet!.frame())).toEqual([]);
      await button('Not now').click();
      await text('Above your limit').waitFor();
      expect(called('startRun')).toHaveLength(0);
      await button('Run 280 rows').click();
      await sheet!.sidebar.getByRole('group').getByRole('button', { name: 'Run 280 rows' }).click();
      await heading(/^Finished/);
      expect(called('startRun').map(({ args }) => args)).toEqual([[{ planId: 'plan-7', confirmed: true }]]);
    });

    test('that the server finds above a limit asks as well', async () => {
      const answers = goodAnswers();
      const refusal = {
        ok: false,
        code: 'aboveLimit',
        message: over,
        remedy: 'Confirm it on the plan.',
        retryable: false,
      } as const;
      answers.getStartPage = () => ok({ ...desk, hasPlan: true });
      answers.startRun = ({ confirmed }) => (confirmed ? ok(finished) : refusal);
      await open(answers);
      await button('Run 280 rows').click();
      await text('Run it all the same?').waitFor();
      await text(over).waitFor();
      expect(await sheet!.sidebar.getByRole('alert').count()).toBe(0);
      await sheet!.sidebar.getByRole('group').getByRole('button', { name: 'Run 280 rows' }).click();
      await heading(/^Finished/);
    });

    test('checks the same rows again', async () => {
      await open(goodAnswers());
      await sheet!.sidebar.getByLabel('Rows').selectOption('visible');
      await button('Check visible rows').click();
      await button('Check again').click();
      await heading(/^Plan/);
      const asked = { scope: { kind: 'visible' }, action: 'provision' };
      expect(called('startCheck').map(({ args }) => args)).toEqual([[asked], [asked]]);
    });

    test('checks chosen rows for what is to be done with them, once', async () => {
      await open(goodAnswers());
      await sheet!.sidebar.getByLabel('Rows').selectOption('selected');
      await sheet!.sidebar.getByLabel('For').selectOption({ label: 'Reset password' });
      await button('Check selected rows').click();
      await heading(/^Plan/);
      await button('‹ Start').click();
      await button('Check selected rows').click();
      await heading(/^Plan/);
      const scope = { kind: 'selected' };
      expect(called('startCheck').map(({ args }) => args)).toEqual([
        [{ scope, action: 'reset-password' }],
        [{ scope, action: 'provision' }],
      ]);
    });

    test('that is out of date says so and stays', async () => {
      await open({ ...goodAnswers(), startRun: () => no('The plan is out of date.', 'Check again.') });
      await button('Check 312 rows').click();
      await button('Run 280 rows').click();
      await sheet!.sidebar.getByRole('alert').getByText('The plan is out of date.').waitFor();
      await heading(/^Plan/);
      await button('Check again').waitFor();
    });
  });

  describe('The menu', () => {
    const openAt = (opens: NonNullable<StartPage['opens']>, more: Partial<StartPage> = {}) =>
      open({ ...goodAnswers(), getStartPage: () => ok({ ...desk, ...more, opens }) });

    test.each([
      [{ page: 'check', scope: { kind: 'visible' } }, /^Plan: 280 rows/],
      [{ page: 'plan' }, /^Plan: 280 rows/],
      [{ page: 'handOff' }, '3 first passwords'],
      [{ page: 'letterhead' }, 'Mails and slips'],
      [{ page: 'readiness' }, 'One thing to do'],
      [{ page: 'needs' }, '5 rows to look at'],
    ] as const)('leads to %j', async (opens, title) => {
      await openAt(opens, { hasPlan: true });
      await heading(title);
      expect(called('startCheck').map(({ args }) => args)).toEqual(
        opens.page === 'check' ? [[{ scope: opens.scope, action: 'provision' }]] : [],
      );
    });

    test('says it where there is no plan to run', async () => {
      await openAt({ page: 'plan' });
      await text('There is no checked plan of yours to run.').waitFor();
      await heading('312 rows');
    });

    test('leads to a page that is not about rows without a count of them', async () => {
      const uncounted: StartPage = { ...desk, rows: 0, counts: {}, uncounted: true, opens: { page: 'letterhead' } };
      const count = held<Envelope<StartPage>>();
      let looks = 0;
      const getStartPage = () => (looks++ ? count.promise : ok(uncounted));
      await open({ ...goodAnswers(), getStartPage });
      await heading('Mails and slips');
      expect(called('getStartPage')).toHaveLength(1);
    });

    test('leads to what stops everything before it leads to a check, but to Readiness all the same', async () => {
      const stops = [{ message: 'There is no Users tab.', remedy: 'Set the spreadsheet up.', offersSetUp: true }];
      await openAt({ page: 'check', scope: { kind: 'everything' } }, { stops });
      await heading('First, one thing');
      expect(called('startCheck')).toHaveLength(0);
      await openAt({ page: 'readiness' }, { stops });
      await heading('One thing to do');
    });

    test('never starts a second work beside the one that is under way', async () => {
      const slice = held<Envelope<Progress>>();
      const opens = { page: 'check', scope: { kind: 'everything' } } as const;
      await open({
        ...goodAnswers(),
        getStartPage: () => ok({ ...desk, work: progress(), opens }),
        continueWork: () => slice.promise,
      });
      await heading('143 of 287 rows done');
      slice.release(ok(finished));
      await heading(/^Finished/);
      expect(called('startCheck')).toHaveLength(0);
    });
  });

  describe('Rows that need a person', () => {
    const openNeeds = async (answers: Answers = goodAnswers()) => {
      await open(answers);
      await sheet!.sidebar.getByRole('listitem').filter({ hasText: 'rows need you' }).getByRole('button').click();
      await heading(/to look at$/);
    };

    test('are a click away from their cell, which then has the keyboard', async () => {
      await openNeeds();
      await button(/^Go to F41 on Users/).click();
      await sheet!.gridFocused();
      expect(called('goToRow').map(({ args }) => args)).toEqual([[{ key: needs[2]!.key, column: 'Roles' }]]);
    });

    test('get their answers to “Same person?” one by one, and are checked again', async () => {
      await openNeeds();
      await button(/^Yes, namesake@acme.example is Naomi Sake/).click();
      await button('Check 1 answered row').waitFor();
      await button(/^No, not that bo@acme.example/).click();
      await button('Check 2 answered rows').click();
      await heading(/^Plan/);
      expect(called('answerQuestion').map(({ args }) => args)).toEqual([
        [{ keys: [needs[0]!.key], yes: true }],
        [{ keys: [needs[1]!.key], yes: false }],
      ]);
      expect(called('startCheck').map(({ args }) => args)).toEqual([
        [{ scope: { kind: 'rows', rows: [needs[0]!.key, needs[1]!.key] }, action: 'provision' }],
      ]);
    });

    test('get their answers all at once', async () => {
      await openNeeds();
      await button('Yes to all 2').click();
      await button('Check 2 answered rows').waitFor();
      expect(called('answerQuestion').map(({ args }) => args)).toEqual([
        [{ keys: [needs[0]!.key, needs[1]!.key], yes: true }],
      ]);
      expect(await text('Naomi Sake').count()).toBe(0);
    });

    test('choose among the answers of a question that has some, one by one and all at once', async () => {
      const choices = [
        { id: 'suspend', says: 'Suspend' },
        { id: 'leave', says: 'Leave as it is' },
      ];
      const ask = (name: string) => ({
        ...needs[2]!,
        key: `Team!${name}`,
        title: name,
        question: { kind: 'offRoster', says: `What becomes of ${name}?`, about: { email: name }, choices },
      });
      await openNeeds({ ...goodAnswers(), getNeeds: () => ok([ask('mara'), ask('noor'), ask('jo')]) });
      await button('Leave as it is, mara: What becomes of mara?').click();
      await button('Check 1 answered row').waitFor();
      await button('Suspend: all 2').click();
      await button('Check 3 answered rows').waitFor();
      expect(called('answerQuestion').map(({ args }) => args)).toEqual([
        [{ keys: ['Team!mara'], yes: true, choice: 'leave' }],
        [{ keys: ['Team!noor', 'Team!jo'], yes: true, choice: 'suspend' }],
      ]);
    });

    test('are put back when asked, by a check of that row', async () => {
      await openNeeds();
      await button('Put back tom@acme.example').click();
      await heading(/^Plan/);
      expect(called('startCheck').map(({ args }) => args)).toEqual([
        [{ scope: { kind: 'rows', rows: [needs[3]!.key] }, action: 'put-back' }],
      ]);
    });

    test('come a hundred at a time when there are thousands', async () => {
      const many = Array.from({ length: 2_500 }, (_, n) => ({
        ...needs[2]!,
        key: `Users!p${n}@acme.example`,
        title: `p${n}@acme.example`,
      }));
      await openNeeds({ ...goodAnswers(), getNeeds: () => ok(many) });
      await heading('2,500 rows to look at');
      expect(await sheet!.sidebar.locator('main li').count()).toBe(100);
      // By role or text a browser is asked about every one of hundreds of rows, again and again.
      await sheet!.sidebar.locator('main > button, section > button').click();
      await sheet!.sidebar.locator('li', { hasText: 'p199@acme.example' }).waitFor();
      expect(await sheet!.sidebar.locator('main li').count()).toBe(200);
    });
  });

  describe('Hand-off', () => {
    const secret = 'first-password-of-ana.silva';
    const usable = async () => expect(await seriousViolations(sheet!.frame(), 'light')).toEqual([]);
    const openHandOff = async (answers: Answers = goodAnswers()) => {
      await open(answers);
      await button('Hand off').click();
      await heading('3 first passwords');
    };

    test('fetches a password on a click only and hides it after a minute', async () => {
      await openHandOff();
      expect(called('showPasswords')).toHaveLength(0);
      await button(/^Show the password of ana/).click();
      await text(secret).waitFor();
      expect(called('showPasswords').map(({ args }) => args)).toEqual([[{ emails: ['ana.silva@acme.example'] }]]);
      await sheet!.page.clock.runFor(55_000);
      expect(await body()).toContain(secret);
      await sheet!.page.clock.runFor(10_000);
      await text(secret).waitFor({ state: 'detached' });
    });

    test('shows one password at a time and forgets it when the page is left', async () => {
      await openHandOff();
      await button(/^Show the password of ana/).click();
      await text(secret).waitFor();
      await button(/^Show the password of bo/).click();
      await text('first-password-of-bo.chen').waitFor();
      expect(await body()).not.toContain(secret);
      await button('‹ Start').click();
      await button('Hand off').click();
      await heading('3 first passwords');
      expect(await body()).not.toContain('first-password-of');
    });

    test('saves everybody as a CSV file made in the browser', async () => {
      await openHandOff();
      const download = sheet!.page.waitForEvent('download');
      await button('Save 3 as CSV').click();
      const file = await download;
      expect(file.suggestedFilename()).toBe('first-passwords.csv');
      const csv = readFileSync(await file.path(), 'utf8');
      expect(csv).toContain(`"ana.silva@acme.example","Ana Silva","${secret}"`);
      expect(csv).toContain(`"cara@acme.example","'=HYPERLINK(""https://evil.example"")"`);
      expect(await body()).not.toContain('first-password-of');
    });

    test('copies one password, and everybody as CSV', async () => {
      await openHandOff();
      await sheet!.sidebar.locator('body').evaluate(() => {
        const kept = { text: '' };
        Object.assign(window, { kept });
        document.addEventListener('copy', () => (kept.text = document.getSelection()?.toString() ?? ''));
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: (words: string) => Promise.resolve(void (kept.text = words)) },
        });
      });
      const kept = () =>
        sheet!.sidebar.locator('body').evaluate(() => (window as unknown as { kept: { text: string } }).kept.text);
      await button(/^Copy the password of ana/).click();
      await text('is on the clipboard').waitFor();
      expect(await kept()).toBe(secret);
      await button('Copy all as CSV').click();
      await text('3 people copied as CSV.').waitFor();
      expect(await kept()).toContain('"bo.chen@acme.example","Bo Chen","first-password-of-bo.chen"');
      expect(await body()).not.toContain('first-password-of');
    });

    test('shows the password where the browser does not let it be copied', async () => {
      await openHandOff();
      await sheet!.sidebar.locator('body').evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      });
      await button(/^Copy the password of ana/).click();
      await text('select the password and copy it').waitFor();
      await text(secret).waitFor();
    });

    test('erases one or all only after a second word', async () => {
      await openHandOff();
      await button(/^Erase the password of bo/).click();
      await button('Keep').click();
      expect(called('erasePasswords')).toHaveLength(0);
      await button(/^Erase the password of bo/).click();
      await sheet!.sidebar.getByRole('group').getByRole('button', { name: 'Erase' }).click();
      await heading('2 first passwords');
      await button('Erase all').click();
      await button('Erase all 2').click();
      await heading('Nobody waits for a first password');
      expect(called('erasePasswords').map(({ args }) => args)).toEqual([
        [{ emails: ['bo.chen@acme.example'] }],
        [{ emails: ['ana.silva@acme.example', 'cara@acme.example'] }],
      ]);
    });

    test('prints slips of the people who are chosen, and erases them once they are printed', async () => {
      await openHandOff();
      await sheet!.sidebar.getByLabel('Choose ana.silva@acme.example').check();
      await sheet!.sidebar.getByLabel('Choose cara@acme.example').check();
      await button('Print 2 slips').click();
      await text('Are the slips printed?').waitFor();
      const emails = ['ana.silva@acme.example', 'cara@acme.example'];
      expect(called('showSlips').map(({ args }) => args)).toEqual([[{ emails }]]);
      expect(called('showPasswords')).toEqual([]);
      await button('Not yet').click();
      await button('Print 2 slips').click();
      await usable();
      await button('Printed: erase 2').click();
      await heading('1 first password');
      expect(called('erasePasswords').map(({ args }) => args)).toEqual([[{ emails, handedOff: 'slips' }]]);
      await text('dated with the rows').waitFor();
    });

    test('narrows by run, mails whose rows say where to, and dates what a file handed on', async () => {
      await openHandOff();
      await sheet!.sidebar.getByLabel('Run').selectOption({ index: 1 });
      await button('Erase 2').waitFor();
      await button('Save 2 as CSV').click();
      await button('Handed on: erase 2').click();
      await heading('1 first password');
      expect(called('erasePasswords').map(({ args }) => args)).toEqual([
        [{ emails: ['ana.silva@acme.example', 'bo.chen@acme.example'], handedOff: 'csv' }],
      ]);
      await button('‹ Start').click();
      await button('Hand off').click();
      await button('Mail 2').click();
      const rows = ['Users!ana.silva@acme.example', 'Users!bo.chen@acme.example'];
      expect(called('startCheck').map(({ args }) => args)).toEqual([
        [{ scope: { kind: 'rows', rows }, action: 'hand-off' }],
      ]);
    });

    test('asks Google on a click alone who has not signed in, and leads to a new password', async () => {
      await openHandOff();
      expect(called('getNotSignedIn')).toEqual([]);
      await button('Who has not signed in yet?').click();
      await text('Handed off on paper').waitFor();
      await usable();
      await button('New password for dora@acme.example').click();
      expect(called('startCheck').map(({ args }) => args)).toEqual([
        [{ scope: { kind: 'rows', rows: ['Users!dora@acme.example'] }, action: 're-issue' }],
      ]);
    });

    test('asks in Readiness for what no program can read of Cloud Identity, and saves it', async () => {
      const seats = { domain: 'cloudpartner.example', ordered: false, seats: '50' };
      const line = {
        state: 'note',
        title: 'Cloud Identity Free, cloudpartner.example',
        says: 'Tick it.',
        seats,
      } as const;
      await open({ ...goodAnswers(), getReadiness: () => ok([line]) });
      await button('Readiness').click();
      await heading('Everything is ready');
      await usable();
      await sheet!.sidebar.getByLabel('cloudpartner.example has it').check();
      await sheet!.sidebar.getByLabel('Seats of cloudpartner.example').fill('80');
      await button('Save').click();
      await text('cloudpartner.example has 80 seats.').waitFor();
      expect(called('setCloudIdentity').map(({ args }) => args)).toEqual([[{ ...seats, ordered: true, seats: '80' }]]);
    });

    test('leads to what signs mails and slips, says what is wrong with it, and saves it', async () => {
      const complaints = [{ field: 'name' as const, says: 'Write 80 characters at most; these are 90.' }];
      await openHandOff({
        ...goodAnswers(),
        setLetterhead: (sent) => ok({ ...letterhead, ...sent, complaints: sent.name.length > 80 ? complaints : [] }),
      });
      await button('Name, signature, note…').click();
      await heading('Mails and slips');
      await usable();
      await sheet!.sidebar.getByLabel('Your company').fill('x'.repeat(90));
      await button('Save').click();
      await text('80 characters at most').waitFor();
      await sheet!.sidebar.getByLabel('Your company').fill('Cloudpartner');
      await sheet!.sidebar.getByLabel('Note in German').fill('Willkommen\nan Bord');
      await button('Save').click();
      await text('Saved.').waitFor();
      expect(called('setLetterhead').slice(-1)[0]?.args).toMatchObject([
        { name: 'Cloudpartner', de: 'Willkommen\nan Bord' },
      ]);
    });

    test('says it when passwords are not given', async () => {
      await openHandOff({
        ...goodAnswers(),
        showPasswords: () => no('These belong to bo@cloudpartner.example.', 'Ask that person.'),
      });
      await button(/^Show the password of ana/).click();
      await sheet!.sidebar.getByRole('alert').getByText('Ask that person.').waitFor();
    });
  });

  describe('Text of others', () => {
    test('is shown as text, never as HTML', async () => {
      const nasty = '<img src=x onerror="window.hit=1"><b id="hit">=1+1</b>';
      const line = { ...handOff[0]!, name: nasty };
      const answers: Answers = {
        ...goodAnswers(),
        getStartPage: () => ok({ ...desk, lastRun: nasty, customers: [{ id: 'C01', name: nasty }] }),
        getPlan: () =>
          ok({
            ...plan,
            lines: [{ need: 'must', count: 1, says: nasty, detail: nasty }],
            needs: [{ ...needs[0]!, title: nasty, question: samePerson(nasty) }],
          }),
        getHandOff: () => ok([line]),
      };
      await open(answers);
      await text(nasty).waitFor();
      await button('Hand off').click();
      await text(nasty).waitFor();
      await button('‹ Start').click();
      await button('Check 312 rows').click();
      await heading(/^Plan/);
      expect((await body()).split(nasty).length).toBeGreaterThanOrEqual(4);
      expect(await sheet!.sidebar.locator('img, #hit').count()).toBe(0);
    });

    test('becomes a link only where it leads to an https page', async () => {
      await open(goodAnswers());
      await button('Readiness').click();
      await heading('One thing to do');
      const links = sheet!.sidebar.getByRole('link');
      expect(await links.count()).toBe(1);
      expect(await links.first().getAttribute('href')).toBe('https://admin.google.com/ac/billing');
      expect(await links.first().getAttribute('target')).toBe('_blank');
    });
  });

  describe('The wire', () => {
    const fails = async (getStartPage: Answers['getStartPage'], words: RegExp) => {
      await open({ ...goodAnswers(), getStartPage });
      await sheet!.sidebar.getByRole('alert').getByText(words).first().waitFor();
      await heading('Seatsheet could not be opened');
    };
    const throwing = (message: string) => () => {
      throw new Error(message);
    };

    test('mixed up by several accounts is explained', () =>
      fails(throwing('PERMISSION_DENIED'), /private window with one account/));
    test('that brings no value is explained', () => fails(noValue, /finished without an answer/));
    test('that breaks with an exception shows its text', () =>
      fails(throwing('ReferenceError: x is not defined'), /x is not defined/));
    test('that is not there is explained', async () => {
      await open(goodAnswers(), { withoutGoogle: true });
      await text('not connected to a spreadsheet').waitFor();
    });

    test('that never answers ends in words, and a second try helps', async () => {
      const answers = goodAnswers();
      const never = new Promise<never>(() => undefined);
      answers.getStartPage = () => never;
      await open(answers);
      await heading('Opening…');
      await sheet!.page.clock.runFor(7 * 60_000 + 1_000);
      await text('No answer came').waitFor();
      answers.getStartPage = () => ok(desk);
      await button('Look again').click();
      await heading('312 rows');
    });

    test('cut while a check was started is no harm: a check that began is carried on', async () => {
      const answers = goodAnswers();
      answers.startCheck = throwing('NetworkError: Connection failure due to HTTP 0');
      answers.continueWork = () => ok(progress({ phase: 'checked', more: false }));
      await open(answers);
      await heading('312 rows');
      answers.getStartPage = () => ok({ ...desk, work: progress({ phase: 'checking' }) });
      await button('Check 312 rows').click();
      await heading(/^Plan/);
      expect(called('startCheck')).toHaveLength(1);
    });
  });
});
