import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { Envelope, HandOffLine } from '../../src/job/wire';
import { describeInBrowser } from './chromium';
import { desk, finished, goodAnswers, held, needs, ok } from './desk-of-answers';
import { type Answers, drawnIn, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** Where the keyboard stands, and what is seen of what was just done. */
describeInBrowser('The eye and the keyboard', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  const open = async (answers: Answers) => (sheet = await openSheetPage({ browser: browser(), html, answers }));
  const openAt = (page: 'handOff' | 'customers' | 'needs', more: Partial<Answers> = {}) =>
    open({ ...goodAnswers(), getStartPage: () => ok({ ...desk, opens: { page } }), ...more });
  const button = (name: string | RegExp) => sheet!.sidebar.getByRole('button', { name }).first();
  const heading = (name: string | RegExp) => sheet!.sidebar.getByRole('heading', { level: 1, name }).waitFor();
  const said = (words: string | RegExp) => sheet!.sidebar.locator('.latest').getByText(words).first();
  /** What has the keyboard, by its tag and words; the page itself is `BODY`. */
  const hasKeyboard = () =>
    sheet!.frame().evaluate(() => {
      const { activeElement: node } = document;
      return node === document.body ? 'BODY' : `${node?.tagName ?? ''} ${node?.textContent?.slice(0, 40) ?? ''}`;
    });
  const drawn = () => drawnIn(sheet!.frame());
  /** Gives the keyboard a moment to be taken over; it may not take longer. */
  const settled = () =>
    sheet!
      .frame()
      .waitForFunction(() => document.activeElement !== document.body, null, { timeout: 1_000, polling: 20 })
      .catch(() => undefined);
  const press = async (name: string | RegExp) => {
    await button(name).focus();
    await sheet!.page.keyboard.press('Enter');
  };

  afterEach(() => {
    // The frame of the test, like Google's, may not use the new clipboard: the browser says so on the console.
    const errors = (sheet?.errors ?? []).filter((says) => !says.includes('Clipboard API'));
    sheet = null;
    expect(errors).toEqual([]);
  });

  const people: readonly HandOffLine[] = Array.from({ length: 60 }, (_, n) => ({
    email: `p${n}@acme.example`,
    name: `Person ${n}`,
    since: '2026-11-22T14:31:00Z',
    customer: 'acme.example',
    mail: false,
  }));

  test.each(['p2@acme.example', 'p58@acme.example'])(
    'what was copied is said within the view, wherever in a long list it was done (%s)',
    async (email) => {
      await openAt('handOff', { getHandOff: () => ok(people) });
      await heading('60 first passwords');
      await press(`Copy the password of ${email}`);
      const words = said(/on the clipboard|does not let the sidebar copy/);
      await words.waitFor();
      const box = await words.boundingBox();
      const height = await sheet!.frame().evaluate(() => window.innerHeight);
      expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? height) + (box?.height ?? 1)).toBeLessThanOrEqual(height);
    },
  );

  test.each([
    ['200 %', 320],
    ['400 %', 160],
  ])('in a window that is enlarged to %s a long notice leaves half of it to the page', async (_zoom, height) => {
    const long = {
      ...people[0]!,
      name: 'Donaudampfschifffahrts'.repeat(4),
      email: `${'long.'.repeat(30)}@acme.example`,
    };
    await openAt('handOff', { getHandOff: () => ok([...people, long]) });
    await heading('61 first passwords');
    await sheet!.page.setViewportSize({ width: 300, height });
    await press(/^Copy the password of long/);
    await said(/on the clipboard|does not let the sidebar copy/).waitFor();
    const seen = await sheet!.frame().evaluate(() => {
      const lines = Array.from({ length: window.innerHeight }, (_none, y) => document.elementFromPoint(150, y));
      const ofPage = lines.filter((node) => node?.closest('main')).length;
      return [ofPage / lines.length, document.documentElement.scrollWidth];
    });
    await sheet!.page.setViewportSize({ width: 300, height: 640 });
    expect(seen[0]).toBeGreaterThanOrEqual(0.5);
    expect(seen[1]).toBe(300);
  });

  test('a button that rests while the server is asked gets the keyboard back', async () => {
    const slow = held<ReturnType<Answers['refreshCustomers']>>();
    await openAt('customers', { refreshCustomers: () => slow.promise as never });
    await heading('3 customers');
    await press('Refresh');
    await said('Asking Google how they stand…').waitFor();
    await drawn();
    await settled();
    expect(await hasKeyboard()).toMatch(/^H1 /);
    slow.release(ok({ says: 'Looked at 3 customers.', more: false }));
    await said('Looked at 3 customers.').waitFor();
    await drawn();
    await settled();
    expect(await hasKeyboard()).toBe('BUTTON Refresh');
  });

  /** The line of a list in which the keyboard stands. */
  const line = () => sheet!.frame().evaluate(() => document.activeElement?.closest('li')?.textContent ?? '');

  test('more lines leave the keyboard on the first of them, and a question that is answered with no where it was', async () => {
    const many = Array.from({ length: 250 }, (_none, n) => ({ ...people[0]!, email: `p${n}@acme.example`, name: '' }));
    await openAt('handOff', { getHandOff: () => ok(many) });
    await heading('250 first passwords');
    await press('Show 100 more');
    await drawn();
    expect(await line()).toContain('p100@acme.example');
    await press('Show 50 more');
    await drawn();
    expect(await line()).toContain('p200@acme.example');
    await press('Erase the password of p230@acme.example');
    await button('Keep').waitFor();
    await drawn();
    await press('Keep');
    await drawn();
    await settled();
    expect([await hasKeyboard(), await line()]).toEqual(['BUTTON Erase', expect.stringContaining('p230@acme.example')]);
  });

  /** Pages with what is pressed there, in order; each time something that had the keyboard goes. */
  const ways: readonly (readonly [string, Parameters<typeof openAt>[0], RegExp, readonly (string | RegExp)[]])[] = [
    ['erasing one', 'handOff', /3 first/, ['Erase the password of bo.chen@acme.example', 'Erase']],
    ['erasing none', 'handOff', /3 first/, ['Erase the password of bo.chen@acme.example', 'Keep']],
    ['erasing all', 'handOff', /3 first/, ['Erase all', /^Erase all 3/]],
    ['answering', 'needs', /5 rows/, [/^Yes, namesake/, /^No, not that bo/]],
    ['answering all', 'needs', /5 rows/, ['Yes to all 2']],
    ['putting back', 'needs', /5 rows/, ['Put back tom@acme.example']],
    ['typing no token', 'customers', /3 customers/, ['Type the token of initech.example', 'Cancel']],
    ['a mail', 'customers', /3 customers/, ['Remind globex.example', 'Copy', 'Send']],
    ['reading customers', 'customers', /3 customers/, ['Read customers from Google']],
    ['going back', 'customers', /3 customers/, ['‹ Start', 'Readiness', '‹ Start']],
  ];

  test.each(ways)('after %s the keyboard stands somewhere', async (...[, page, title, presses]) => {
    await openAt(page);
    await heading(title);
    for (const name of presses) {
      await press(name);
      await drawn();
      await settled();
      expect([name, await hasKeyboard()]).not.toEqual([name, 'BODY']);
    }
  });

  test('‹ Start gives the keyboard back to the button that led away, where it is still there', async () => {
    await open(goodAnswers());
    await heading('312 rows');
    for (const [name, page] of [
      ['Readiness', 'One thing to do'],
      ['New customer', 'New customer'],
      ['Customers', '3 customers'],
    ] as const) {
      await press(name);
      await heading(page);
      await press('‹ Start');
      await heading('312 rows');
      await drawn();
      await settled();
      expect(await hasKeyboard()).toBe(`BUTTON ${name}`);
    }
  });

  test('the end of a run leaves the keyboard on its heading, and a person in the grid alone', async () => {
    const slice = held<Envelope<typeof finished>>();
    await open({ ...goodAnswers(), continueWork: () => slice.promise });
    await press('Check 312 rows');
    await heading(/^Plan/);
    await press('Run 280 rows');
    await heading('143 of 287 rows done');
    await press('Stop after this step');
    await drawn();
    expect(await hasKeyboard()).not.toBe('BODY');
    slice.release(ok(finished));
    await heading(/^Finished/);
    await drawn();
    expect(await hasKeyboard()).toMatch(/^H1 Finished/);
    expect(needs.length).toBeGreaterThan(0);
  });
});
