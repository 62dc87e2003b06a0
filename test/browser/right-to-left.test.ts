import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { describeInBrowser } from './chromium';
import { desk, goodAnswers, needs, ok, planPage } from './desk-of-answers';
import { type Answers, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** Arabic and Hebrew names in English sentences: each stands where the sentence says it. */
describeInBrowser('Names that are written from right to left', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;
  const open = async (page: 'plan' | 'needs' | 'newCustomer', answers: Partial<Answers>) => {
    const begins = ok({ ...desk, hasPlan: page === 'plan', opens: { page } });
    sheet = await openSheetPage({
      browser: browser(),
      html,
      answers: { ...goodAnswers(), getStartPage: () => begins, ...answers },
    });
  };

  /** These words of the page from left to right. */
  const fromTheLeft = (words: readonly string[]): Promise<readonly string[]> =>
    sheet!.frame().evaluate((wanted) => {
      const leftOf = (word: string): number => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          const at = text.textContent?.indexOf(word) ?? -1;
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + word.length);
          return range.getBoundingClientRect().left;
        }
        throw new Error(`The page does not say ${word}.`);
      };
      const places = wanted.map((word) => ({ word, left: leftOf(word) }));
      return places.sort((one, other) => one.left - other.left).map(({ word }) => word);
    }, words);

  afterEach(() => {
    const errors = sheet?.errors ?? [];
    sheet = null;
    expect(errors).toEqual([]);
  });

  test.each([
    ['כהן', 'לוי'],
    ['كامل', 'نور'],
    ['לוי', 'نور'],
  ])('a change from %s to %s is read from left to right', async (from, to) => {
    const [first] = planPage('change users', 0).writes;
    const says = `last name ${from} → ${to}`;
    await open('plan', { getPlanLines: () => ok({ total: 1, writes: [{ ...first!, says }] }) });
    await sheet!.sidebar.getByRole('button', { name: /change users/ }).click();
    await sheet!.sidebar.getByText(says).waitFor();
    expect(await fromTheLeft([to, from])).toEqual([from, to]);
  });

  test('names in a row keep their order, and a name of several words stays one', async () => {
    const says = 'Only משה דיין, גולדה, رنا can tell.';
    await open('needs', { getNeeds: () => ok([{ ...needs[2]!, says }]) });
    await sheet!.sidebar.getByText(says).waitFor();
    expect(await fromTheLeft(['can tell', 'رنا', 'גולדה', 'משה', 'דיין'])).toEqual([
      'דיין',
      'משה',
      'גולדה',
      'رنا',
      'can tell',
    ]);
  });

  test('a field takes the direction of what is typed', async () => {
    await open('newCustomer', {});
    const field = sheet!.sidebar.getByLabel('Organisation');
    const direction = () => field.evaluate((node) => getComputedStyle(node).direction);
    await field.fill('Acme Ltd.');
    expect(await direction()).toBe('ltr');
    await field.fill('شركة النور');
    expect(await direction()).toBe('rtl');
  });
});
