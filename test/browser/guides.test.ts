import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { open } from '../users/shop';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import { goodAnswers } from './desk-of-answers';
import { type Answers, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

describeInBrowser('Set up by hand', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');

  test('the menu opens it, a tick says who and when and is there after reloading, and names are text', async () => {
    const evil = '/<img src=x onerror=alert(1)>';
    const licences = 'Cloud Identity Free';
    const rows = ['ann', 'bob'].map((name) => ({
      ...{ Email: `${name}@shop.example`, 'First name': name, 'Last name': 'Test' },
      ...{ 'Org unit': name === 'ann' ? '/Support' : evil, Licences: licences },
    }));
    const desk = open(rows);
    desk.check();
    const server = (name: keyof Answers) => ({
      [name]: (...args: readonly unknown[]) => desk.host.call(name, args as never, 'sidebar'),
    });
    const answers = { ...goodAnswers(), ...server('getStartPage'), ...server('getGuides'), ...server('tickGuide') };
    const openIt = async () => {
      desk.host.call('openGuides', [], 'menu');
      const sheet = await openSheetPage({
        browser: browser(),
        html,
        answers: answers as Answers,
        colorScheme: 'light',
      });
      await sheet.sidebar.getByRole('heading', { level: 1, name: /^Set up by hand: / }).waitFor();
      return sheet;
    };
    const box = (sheet: SheetPage, name: string) => sheet.sidebar.getByLabel(name, { exact: true });
    const first = await openIt();
    await first.sidebar.getByRole('heading', { name: 'Set up by hand: 6 things to do' }).waitFor();
    expect(await seriousViolations(first.frame(), 'light')).toEqual([]);
    const link = first.sidebar.getByRole('link', { name: 'Admin console › Billing › License settings' }).first();
    expect(await link.getAttribute('href')).toBe('https://admin.google.com/ac/billing/licensesettings');
    await box(first, 'Done: Automatic licensing off for /Support').check();
    await first.sidebar.getByText(/^Ticked by admin@shop\.example, /).waitFor();
    await box(first, 'And of the units below /Support').check();
    await first.sidebar.getByRole('heading', { name: 'Set up by hand: 5 things to do' }).waitFor();
    expect(await first.sidebar.locator('img').count()).toBe(0);
    await first.sidebar.getByText(`Automatic licensing off for ${evil}`).first().waitFor();
    expect(await seriousViolations(first.frame(), 'light')).toEqual([]);
    const again = await openIt();
    expect(await box(again, 'Done: Automatic licensing off for /Support').isChecked()).toBe(true);
    expect(await box(again, 'And of the units below /Support').isChecked()).toBe(true);
    await box(again, 'Done: Automatic licensing off for /Support').uncheck();
    await again.sidebar.getByRole('heading', { name: 'Set up by hand: 6 things to do' }).waitFor();
    expect([...first.errors, ...again.errors]).toEqual([]);
  });
});
