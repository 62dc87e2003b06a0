import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { StartPage } from '../../src/job/wire';
import { describeInBrowser } from './chromium';
import { desk, goodAnswers, ok, progress } from './desk-of-answers';
import { type Answers, drawnIn, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(60_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** A journey: where it opens, and what is pressed there in order, each time on the page with this heading. */
interface Journey {
  readonly opens?: StartPage['opens'];
  readonly answers?: Partial<Answers>;
  readonly presses: readonly (readonly [heading: RegExp, name: RegExp])[];
  readonly ends: RegExp;
}

const journeys: Readonly<Record<string, Journey>> = {
  'from the check to the hand-off': {
    answers: { startRun: () => ok(progress({ done: 100 })) },
    presses: [
      [/^312 rows/, /^Check 312 rows/],
      [/^Plan/, /create users/],
      [/^Plan/, /^Copy to the tab Plan/],
      [/^Plan/, /^Show all 5 rows/],
      [/^5 rows/, /^Yes, namesake/],
      [/^\d rows/, /^‹ Start/],
      [/^312 rows/, /^Check 312 rows/],
      [/^Plan/, /^Run 280 rows/],
      [/^Finished/, /^Hand off 6/],
      [/^3 first/, /^Show the password of bo/],
      [/^3 first/, /^Copy the password of ana/],
      [/^3 first/, /^Save 3 as CSV/],
      [/^3 first/, /^Erase/],
    ],
    ends: /^Nobody waits|first password/,
  },
  'of the instructions': {
    opens: { page: 'instructions' },
    presses: [
      [/./, /^Read the mail/],
      [/./, /^(Back|Close)/],
      [/./, /^Mail redirect/],
      [/^To paste/, /^Copy the map of a\.example/],
      [/^To paste/, /^Back/],
      [/./, /^Mail 1 person/],
    ],
    ends: /./,
  },
  'of the coverage': {
    opens: { page: 'coverage' },
    presses: [
      [/^Team coverage/, /^Mara Lindqvist/],
      [/^Team coverage/, /^2-step off/],
      [/^Team coverage/, /^Look again/],
      [/^Team coverage/, /^Check 7 people/],
    ],
    ends: /^Plan/,
  },
};

describeInBrowser('The keyboard alone', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  afterEach(() => {
    // The frame of the test, like Google's, may not use the new clipboard: the browser says so on the console.
    expect((sheet?.errors ?? []).filter((says) => !says.includes('Clipboard API'))).toEqual([]);
    sheet = null;
  });

  const heading = (name: RegExp) => sheet!.sidebar.getByRole('heading', { level: 1, name }).waitFor();
  /** What has the keyboard, as a screen reader calls it; BODY where nothing has it. */
  const here = () =>
    sheet!.frame().evaluate(() => {
      const { activeElement: node } = document;
      if (node === document.body || !node) return 'BODY';
      const labels = node instanceof HTMLInputElement || node instanceof HTMLSelectElement ? node.labels : null;
      return (node.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? node.textContent ?? '').trim();
    });
  const drawn = () => drawnIn(sheet!.frame());

  /** Goes on with Tab until this has the keyboard; throws with what it met where it comes round without. */
  async function reach(name: RegExp): Promise<void> {
    const met: string[] = [];
    for (let steps = 0; steps < 120; steps++) {
      const words = await here();
      if (name.test(words)) return;
      met.push(words);
      await sheet!.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(name)}, but: ${[...new Set(met)].join(' | ')}`);
  }

  async function press(name: RegExp, key = 'Enter'): Promise<void> {
    await reach(name);
    await sheet!.page.keyboard.press(key);
    await drawn();
    await sheet!
      .frame()
      .waitForFunction(() => document.activeElement !== document.body, null, { timeout: 1_000, polling: 20 })
      .catch(() => undefined);
    expect([name, await here()]).not.toEqual([name, 'BODY']);
  }

  async function open({ opens, answers = {} }: Pick<Journey, 'opens' | 'answers'>): Promise<void> {
    const start: StartPage = { ...desk, ...(opens ? { opens } : {}) };
    let left = 1;
    const getStartPage = (): ReturnType<Answers['getStartPage']> => ok(left-- > 0 ? start : desk);
    sheet = await openSheetPage({ browser: browser(), html, answers: { ...goodAnswers(), getStartPage, ...answers } });
    await sheet.frame().evaluate(() => window.focus());
  }

  test('of a file: chosen, looked at, mapped, written', async () => {
    const mapping = [{ header: 'Email', column: 'email' }];
    const guessImport: Answers['guessImport'] = () =>
      ok({ headers: ['Email'], samples: [['ana@shop.example']], mapping });
    await open({ opens: { page: 'importFile' }, answers: { guessImport } });
    await heading(/^Import a file/);
    await reach(/^A file: CSV or TSV/);
    await sheet!.sidebar
      .getByLabel('A file: CSV or TSV', { exact: true })
      .setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from('Email\nana@shop.example') });
    await heading(/^1 row in p\.csv/);
    await drawn();
    await drawn();
    expect(await here()).not.toBe('BODY');
    await press(/^People list: 1 column/);
    await press(/^Map the columns by hand/);
    await heading(/^Which column/);
    await press(/^See what would happen/);
    await heading(/^1 row in p\.csv/);
    await press(/^Write 1 row/);
    await heading(/^Imported/);
    await drawn();
    expect(await here()).not.toBe('BODY');
    await press(/^Go on to the check/);
    await heading(/^312 rows/);
  });

  test('of a new customer: typed, written, checked', async () => {
    await open({ opens: { page: 'newCustomer' } });
    await heading(/^New customer/);
    for (const [label, text] of [
      [/^Domain/, 'new.example'],
      [/^Organisation/, 'New'],
      [/^Contact name/, 'Ana Silva'],
      [/^Alternate email/, 'it@mail.example'],
      [/^Postal code/, '28001'],
      [/^Country/, 'Spain'],
    ] as const) {
      await reach(label);
      await sheet!.page.keyboard.type(text);
    }
    await press(/^Write into the sheet/);
    await heading(/^1 row written/);
    await press(/^Check 1 row/);
    await heading(/^Plan/);
  });

  test.each(Object.entries(journeys))('%s', async (_name, { presses, ends, ...opening }) => {
    await open(opening);
    for (const [title, name] of presses) {
      await heading(title);
      await press(name);
    }
    await heading(ends);
  });
});
