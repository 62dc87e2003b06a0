import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { CustomerForm, NewRows } from '../../src/job/customers/wire';
import type { Envelope } from '../../src/job/wire';
import { seriousViolations } from './accessible';
import { describeInBrowser } from './chromium';
import { customers, desk, goodAnswers, held, mail, no, ok, rules } from './desk-of-answers';
import { type Answers, openSheetPage, type SheetPage } from './sheet-page';

jest.setTimeout(30_000);
// A real browser and a real clock: what a busy machine makes late is tried again, and said.
jest.retryTimes(2, { logErrorsBeforeRetry: true });

describeInBrowser('Customers in the sidebar', (browser: () => Browser) => {
  const html = readFileSync('dist/sidebar.html', 'utf8');
  let sheet: SheetPage | null = null;

  const open = async (answers: Answers, colorScheme: 'light' | 'dark' = 'light') => {
    sheet = await openSheetPage({ browser: browser(), html, answers, colorScheme });
    return sheet;
  };
  const openAt = (page: 'newCustomer' | 'customers' | 'customerSettings', answers = goodAnswers()) =>
    open({ ...answers, getStartPage: () => ok({ ...desk, opens: { page } }) });
  const button = (name: string | RegExp) => sheet!.sidebar.getByRole('button', { name }).first();
  const heading = (name: string | RegExp) => sheet!.sidebar.getByRole('heading', { level: 1, name }).waitFor();
  const text = (words: string | RegExp) => sheet!.sidebar.getByText(words).first();
  const field = (label: string) => sheet!.sidebar.getByLabel(label, { exact: true });
  const says = async (label: string) => {
    const named = (await field(label).getAttribute('aria-describedby')) ?? '';
    const wrong = named.split(' ').find((id) => id.endsWith('-wrong'));
    return wrong ? sheet!.sidebar.locator('#' + wrong).innerText() : '';
  };
  const called = (name: keyof Answers) => sheet!.calls.filter((call) => call.name === name);
  const fillAccount = async () => {
    await field('Domain').fill('acme.example');
    await field('Organisation').fill('Acme');
    await field('Contact name').fill('Ana Silva');
    await field('Alternate email').fill('it@mail.example');
    await field('Postal code').fill('28001');
    await field('Country').selectOption('Spain');
  };

  afterEach(() => {
    const errors = sheet?.errors ?? [];
    const stray = sheet?.strayRequests ?? [];
    sheet = null;
    expect(errors).toEqual([]);
    expect(stray).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('anybody can use each page, in %s colours', async (colorScheme) => {
    const usable = async () => expect(await seriousViolations(sheet!.frame(), colorScheme)).toEqual([]);
    await open(goodAnswers(), colorScheme);
    await button('New customer').click();
    await heading('New customer');
    await field('Domain').waitFor();
    await button('Write into the sheet').click();
    await text('This is needed.').waitFor();
    await usable();
    await button('‹ Start').click();
    await button('Customers').click();
    await heading('3 customers');
    await button('Type the token of initech.example').click();
    await usable();
    await button('Remind globex.example').click();
    await heading('Mail to it@mail.example');
    await usable();
    await openAt('customerSettings');
    await text(/^Changed last by/).waitFor();
    await usable();
  });

  describe('A new customer', () => {
    test('becomes rows, and the next step is to check exactly those', async () => {
      await openAt('newCustomer');
      await fillAccount();
      await button('Write into the sheet').click();
      await heading('1 row written');
      await text('row 7').waitFor();
      const [sent] = called('newCustomer')[0]!.args as [CustomerForm];
      expect(sent).toMatchObject({
        type: 'Domain',
        domain: 'acme.example',
        country: 'Spain',
        alternateEmail: 'it@mail.example',
        product: '',
      });
      expect(called('startCheck')).toEqual([]);
      await button('Check 1 row').click();
      await heading(/^Plan/);
      expect(called('startCheck').map(({ args }) => args)).toEqual([
        [{ scope: { kind: 'rows', rows: ['Customers!acme.example'] }, action: 'provision' }],
      ]);
    });

    test('is looked at while it is typed, and not before', async () => {
      await openAt('newCustomer');
      await field('Domain').fill('www.acme.example');
      expect(await says('Domain')).toBe('');
      await field('Organisation').focus();
      expect(await says('Domain')).toContain('without www');
      await field('Domain').fill('acme.example');
      expect(await says('Domain')).toBe('');
      await field('Alternate email').fill('it@acme.example');
      await field('Organisation').focus();
      expect(await says('Alternate email')).toContain('not on the customer’s own domain');
      expect(await field('Alternate email').getAttribute('aria-invalid')).toBe('true');
    });

    test('is not sent while something is missing: the keyboard stands in the first such field', async () => {
      await openAt('newCustomer');
      await field('Domain').fill('acme.example');
      const needed = (label: string) => field(label).getAttribute('aria-required');
      expect([await needed('Organisation'), await needed('Phone'), await needed('Product')]).toEqual([
        'true',
        'false',
        'false',
      ]);
      await field('Seats').fill('5');
      expect(await needed('Product')).toBe('true');
      await button('Write into the sheet').click();
      expect(await says('Organisation')).toBe('This is needed.');
      expect(await says('Product')).toBe('This is needed.');
      expect(await says('First name')).toBe('');
      expect(await field('Organisation').evaluate((node) => node === document.activeElement)).toBe(true);
      expect(called('newCustomer')).toEqual([]);
    });

    test('gets the complaints of the server at their fields, and keeps what was typed', async () => {
      const rows: NewRows = {
        complaints: [{ field: 'domain', says: 'This customer is there already: row 3 of Customers.' }],
        keys: [],
        places: [],
        says: '',
      };
      const answer = held<Envelope<NewRows>>();
      await openAt('newCustomer', { ...goodAnswers(), newCustomer: () => answer.promise });
      await fillAccount();
      await button('Write into the sheet').click();
      answer.release(ok(rows));
      await text('This customer is there already').waitFor();
      expect(await says('Domain')).toContain('row 3 of Customers');
      expect(await field('Organisation').inputValue()).toBe('Acme');
      expect(await field('Domain').evaluate((node) => node === document.activeElement)).toBe(true);
      await field('Domain').fill('acme2.example');
      expect(await says('Domain')).toBe('');
    });

    test('of type Team has a primary admin on its domain, no administrator of its own row, and Essentials editions only', async () => {
      await openAt('newCustomer');
      await field('Domain').waitFor();
      expect(await field('Product').locator('option').count()).toBe(3);
      await field('First name').fill('Ana');
      await field('Type').selectOption('Team');
      expect(await field('First name').count()).toBe(0);
      expect(await field('Alternate email').count()).toBe(0);
      expect(await field('Product').locator('option').allInnerTexts()).toEqual([
        '–',
        'Google Workspace Essentials Starter',
      ]);
      await fillTeam();
      await button('Write into the sheet').click();
      await heading(/written$/);
      expect(called('newCustomer')[0]!.args).toMatchObject([
        { type: 'Team', primaryAdmin: 'ana@acme.example', firstName: '' },
      ]);
    });

    const fillTeam = async () => {
      await field('Domain').fill('acme.example');
      await field('Organisation').fill('Acme');
      await field('Contact name').fill('Ana Silva');
      await field('Primary admin').fill('ana@acme.example');
      await field('Postal code').fill('28001');
      await field('Country').selectOption('Spain');
    };

    test('asks for a renewal with annual plans only', async () => {
      await openAt('newCustomer');
      await field('Plan').selectOption('Flexible');
      expect(await field('Renewal').count()).toBe(0);
      await field('Plan').selectOption('Annual, paid monthly');
      await field('Renewal').selectOption('Renew, same seats, monthly');
      await field('Plan').selectOption('Flexible');
      await fillAccount();
      await field('Product').selectOption('Google Workspace Business Starter');
      await field('Seats').fill('5');
      await button('Write into the sheet').click();
      await heading(/written$/);
      expect(called('newCustomer')[0]!.args).toMatchObject([{ plan: 'Flexible', renewal: '' }]);
    });
  });

  describe('The overview', () => {
    test('shows terms, domain and what each customer needs, as text', async () => {
      await openAt('customers');
      await heading('3 customers');
      const line = (name: string) => sheet!.sidebar.getByRole('listitem').filter({ hasText: name });
      await line('acme.example').getByText('Acme <b>GmbH</b>').waitFor();
      expect(await line('acme.example').locator('.pill').allInnerTexts()).toEqual([
        'terms accepted',
        'domain verified',
      ]);
      expect(await line('globex.example').locator('.pill').allInnerTexts()).toEqual([
        'terms waiting 3 days',
        'domain: no',
      ]);
      await line('initech.example').getByText('a transfer token is needed').waitFor();
      expect(
        await sheet!.sidebar.getByRole('link', { name: 'Admin console of acme.example' }).getAttribute('href'),
      ).toBe('https://admin.google.com/acme.example');
      expect(await sheet!.sidebar.getByRole('link').count()).toBe(1);
      await button('Go to row 4, initech.example').click();
      expect(called('goToRow').map(({ args }) => args)).toEqual([[{ key: 'Customers!initech.example' }]]);
      await sheet!.gridFocused();
    });

    test('takes a transfer token and shows it nowhere afterwards', async () => {
      await openAt('customers');
      await button('Type the token of initech.example').click();
      await field('Transfer token of initech.example').fill(' 1f2e3d4c5b6a ');
      await button('Keep').click();
      await text('You keep a transfer token for it.').waitFor();
      expect(called('keepTransferToken').map(({ args }) => args)).toEqual([
        [{ key: 'Customers!initech.example', token: '1f2e3d4c5b6a' }],
      ]);
      expect(await sheet!.sidebar.locator('body').innerHTML()).not.toContain('1f2e3d4c5b6a');
      await button('Forget the token of initech.example').click();
      await text('Forgotten.').waitFor();
      expect(called('keepTransferToken')[1]!.args).toEqual([{ key: 'Customers!initech.example', token: '' }]);
    });

    test('keeps a token that the server refused in its field', async () => {
      await openAt('customers', { ...goodAnswers(), keepTransferToken: () => no('This is no transfer token.', '') });
      await button('Type the token of initech.example').click();
      await field('Transfer token of initech.example').fill('a b');
      await button('Keep').click();
      await sheet!.sidebar.getByRole('alert').getByText('This is no transfer token.').waitFor();
      expect(await field('Transfer token of initech.example').inputValue()).toBe('a b');
    });

    test('shows a mail before it is sent, sends it once and goes back', async () => {
      const sent = held<ReturnType<Answers['sendCustomerMail']> extends Promise<infer A> ? A : never>();
      await openAt('customers', { ...goodAnswers(), sendCustomerMail: () => sent.promise as never });
      await button('Remind globex.example').click();
      await heading('Mail to it@mail.example');
      await text('Please accept the terms').waitFor();
      await text('please <b>sign in</b>.').waitFor();
      await text('1,246 mails left today').waitFor();
      expect(called('customerMail').map(({ args }) => args)).toEqual([
        [{ key: 'Customers!globex.example', kind: 'reminder' }],
      ]);
      expect(called('sendCustomerMail')).toEqual([]);
      await button('Send').click();
      expect(await button('Send').isDisabled()).toBe(true);
      sent.release(ok({ says: 'Sent to it@mail.example.' }) as never);
      await heading('3 customers');
      await text('Sent to it@mail.example.').waitFor();
      expect(called('sendCustomerMail').map(({ args }) => args)).toEqual([[{ id: mail.id }]]);
    });

    test('says that the mails of today are used up instead of sending', async () => {
      await openAt('customers', { ...goodAnswers(), customerMail: () => ok({ ...mail, left: 0 }) });
      await button('Ask for a token, initech.example').click();
      await text('Today’s mails are used up').waitFor();
      expect(await button('Send').isDisabled()).toBe(true);
      await button('Back').click();
      await heading('3 customers');
      expect(called('customerMail')[0]!.args).toEqual([{ key: 'Customers!initech.example', kind: 'token' }]);
    });

    test.each([
      ['Read customers from Google', 'readCustomers', 'Added 2 customers and 3 subscriptions.'],
      ['Refresh', 'refreshCustomers', 'Looked at 3 customers.'],
    ] as const)('%s tells what it found and shows the rows anew', async (label, name, words) => {
      const answers = goodAnswers();
      await openAt('customers', answers);
      await heading('3 customers');
      await button(label).click();
      await text(words).waitFor();
      expect(called(name)).toHaveLength(1);
      expect(called('getCustomers')).toHaveLength(2);
    });

    test('finds one of many', async () => {
      const many = Array.from({ length: 12 }, (_, at) => ({
        ...customers[0]!,
        key: `Customers!c${at}.example`,
        name: `c${at}.example`,
        row: at + 2,
        organisation: '',
      }));
      await openAt('customers', { ...goodAnswers(), getCustomers: () => ok(many) });
      await heading('12 customers');
      await field('Find').fill('C11');
      expect(await sheet!.sidebar.getByRole('listitem').count()).toBe(1);
    });
  });

  describe('The settings', () => {
    test('are saved for everybody, and say who changed them', async () => {
      await openAt('customerSettings', {
        ...goodAnswers(),
        setCustomerRules: (sent) => ok({ ...rules, ...sent, changedBy: 'bo@cloudpartner.example' }),
      });
      await field('Our reseller public id').fill('C0new');
      await field('Let people through early').check();
      await button('Save').click();
      await text('Saved for everybody').waitFor();
      await text('Changed last by bo@cloudpartner.example').waitFor();
      expect(called('setCustomerRules').map(({ args }) => args)).toEqual([
        [{ publicId: 'C0new', countries: 'ES', letPeopleThrough: true }],
      ]);
    });

    test('that are wrong are told at their field and keep what was typed', async () => {
      const complaints = [{ field: 'countries', says: '“Spein” is no country. Did you mean Spain?' } as const];
      await openAt('customerSettings', {
        ...goodAnswers(),
        setCustomerRules: (sent) => ok({ ...rules, ...sent, complaints }),
      });
      await field('Countries that we may resell in').fill('Spein');
      await button('Save').click();
      await text('Did you mean Spain?').waitFor();
      expect(await says('Countries that we may resell in')).toContain('Spein');
      expect(await field('Countries that we may resell in').inputValue()).toBe('Spein');
      expect(await text('Saved for everybody').count()).toBe(0);
    });
  });
});
