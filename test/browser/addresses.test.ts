import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import { desk, goodAnswers, ok } from './desk-of-answers';
import { openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

/** Addresses that are shown before they are written. */
describeInBrowser('Propose addresses', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  const argsOf = (name: string): unknown => (sheet?.calls ?? []).filter((one) => one.name === name).at(-1)?.args[0];

  test('shows an address for each row, asks anew for another pattern, and writes those that were left chosen', async () => {
    const lines = ['ana.ruiz', 'bo.roe'].map((local, at) => ({
      row: at + 2,
      name: local,
      email: `${local}@shop.example`,
      says: '',
    }));
    const start = () => ok({ ...desk, opens: { page: 'addresses' as const } });
    const answers = {
      ...goodAnswers(),
      getStartPage: start,
      proposeAddresses: ({ pattern }: { readonly pattern: string }) =>
        ok({ pattern: pattern || '{first}.{last}', domain: 'shop.example', lines, unseen: 'You may not see groups.' }),
    };
    sheet = await openSheetPage({ browser: browser(), html, answers });
    const { sidebar } = sheet;
    await sidebar.getByRole('heading', { level: 1, name: 'Propose addresses' }).waitFor();
    await sidebar.getByText('You may not see groups.').waitFor();
    await sidebar.getByLabel('bo.roe@shop.example').uncheck();
    expect(await seriousViolations(sheet.frame())).toEqual([]);
    await sidebar.getByRole('button', { name: 'Write 1 address', exact: true }).click();
    await sidebar.locator('.latest').getByText('1 addresses were written.').waitFor();
    expect(argsOf('writeAddresses')).toEqual({
      pattern: '{first}.{last}',
      lines: [{ row: 2, name: 'ana.ruiz', email: 'ana.ruiz@shop.example' }],
    });
    await sidebar.getByLabel('Pattern').fill('{f}{last}');
    await sidebar.getByLabel('Domain').focus();
    await sidebar.getByRole('button', { name: /^Write/ }).waitFor();
    expect(argsOf('proposeAddresses')).toEqual({ pattern: '{f}{last}', domain: 'shop.example' });
    expect(sheet.errors).toEqual([]);
  });
});
