import { answer, call, lines, open, shared } from './partner';

const token = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const key = 'Customers!globex.example';
const rows = {
  users: [{ Email: 'ana@umbrella.example' }, { Email: 'root@umbrella.example', 'Super admin': 'TRUE' }],
  customers: [
    {
      Domain: 'acme.example',
      Organisation: 'Acme',
      Status: 'Done',
      'Customer ID': 'C0acme',
      Terms: 'accepted',
      'Domain verified': 'yes',
      'Admin console': 'https://www.google.com/a/cpanel/acme.example/Dashboard',
    },
    {
      Domain: 'globex.example',
      'Contact name': 'Ana',
      'Alternate email': 'it@mail.example',
      Status: 'Needs you',
      Details: 'It exists already.',
      'Admin console': 'https://evil.example/google.com/',
    },
    {
      Domain: 'umbrella.example',
      'Alternate email': 'um@mail.example',
      Status: 'Waiting',
      Details: 'The terms wait.',
      'Customer ID': 'C0umb',
      Terms: 'waiting 3 days',
      'Domain verified': 'no',
    },
  ],
};

test('shows how each row stands by its own cells, and no link but to the Admin console', () => {
  const desk = open(rows);
  expect(call(desk, 'getCustomers')).toMatchObject([
    {
      key: 'Customers!acme.example',
      row: 2,
      terms: 'accepted',
      domainVerified: 'yes',
      needs: '',
      remind: false,
      transfer: false,
      consoleUrl: 'https://admin.google.com/acme.example',
    },
    { key, row: 3, needs: 'It exists already.', transfer: true, consoleUrl: '' },
    { key: 'Customers!umbrella.example', needs: 'The terms wait.', remind: true, transfer: false },
  ]);
});

test('a token is kept with the person who typed it, for 30 days, and nowhere else', () => {
  const desk = open(rows);
  const kept = () => call(desk, 'getCustomers').map(({ hasToken }) => hasToken);
  call(desk, 'keepTransferToken', { key, token });
  expect(kept()).toEqual([false, true, false]);
  expect(shared(desk)).not.toContain(token);
  expect(JSON.stringify(desk.host.state)).toContain(token);
  desk.host.become('other@resell.example');
  expect(kept()).toEqual([false, false, false]);
  desk.host.become('boss@resell.example');
  desk.clock.sleep(31 * 86_400_000);
  expect(kept()).toEqual([false, false, false]);
  expect(JSON.stringify(desk.host.state)).not.toContain(token);
});

test('a token is forgotten when somebody says so', () => {
  const desk = open(rows);
  call(desk, 'keepTransferToken', { key, token });
  call(desk, 'keepTransferToken', { key, token: '' });
  expect(JSON.stringify(desk.host.state)).not.toContain(token);
});

test('what is no token is refused without being repeated, and so is one for no row', () => {
  const desk = open(rows);
  const wrong = answer(desk, 'keepTransferToken', { key, token: 'two words 12345' });
  expect(wrong).toMatchObject({ ok: false, code: 'badToken' });
  expect(JSON.stringify(wrong)).not.toContain('two words');
  expect(answer(desk, 'keepTransferToken', { key: 'Customers!nobody.example', token })).toMatchObject({
    ok: false,
    code: 'noRow',
  });
  expect(JSON.stringify(desk.host.state)).not.toContain(token);
});

describe('A mail to a customer', () => {
  const mails = (desk: ReturnType<typeof open>) => desk.host.state.mails;

  test('is shown first, goes to the row’s own address, and goes once', () => {
    const desk = open(rows);
    const mail = call(desk, 'customerMail', { key: 'Customers!umbrella.example', kind: 'reminder' });
    expect(mail).toMatchObject({ to: 'um@mail.example', subject: expect.stringContaining('umbrella.example') });
    expect(mail.text).toContain('as root@umbrella.example');
    expect(mails(desk)).toEqual([]);
    expect(call(desk, 'sendCustomerMail', { id: mail.id }).says).toContain('um@mail.example');
    expect(mails(desk)).toMatchObject([{ to: 'um@mail.example', subject: mail.subject, body: mail.text }]);
    expect(answer(desk, 'sendCustomerMail', { id: mail.id })).toMatchObject({ ok: false, code: 'notShown' });
    expect(mails(desk)).toHaveLength(1);
  });

  test('is not sent when the row says something else than was shown', () => {
    const desk = open(rows);
    const mail = call(desk, 'customerMail', { key: 'Customers!umbrella.example', kind: 'reminder' });
    desk.host.state.sheets.find(({ name }) => name === 'Customers')!.cells[3]![5]!.value = 'thief@mail.example';
    expect(answer(desk, 'sendCustomerMail', { id: mail.id })).toMatchObject({ ok: false, code: 'mailChanged' });
    expect(mails(desk)).toEqual([]);
  });

  test('is not sent by somebody else, nor under a made-up name', () => {
    const desk = open(rows);
    const mail = call(desk, 'customerMail', { key: 'Customers!umbrella.example', kind: 'reminder' });
    desk.host.become('other@resell.example');
    expect(answer(desk, 'sendCustomerMail', { id: mail.id })).toMatchObject({ ok: false, code: 'notShown' });
    expect(answer(desk, 'sendCustomerMail', { id: 'x' })).toMatchObject({ ok: false });
    expect(mails(desk)).toEqual([]);
  });

  test('about a token needs our public id, and names it', () => {
    const desk = open(rows);
    expect(answer(desk, 'customerMail', { key, kind: 'token' })).toMatchObject({ ok: false, code: 'noPublicId' });
    call(desk, 'setCustomerRules', { publicId: 'C0pub77', countries: '', letPeopleThrough: false });
    expect(call(desk, 'customerMail', { key, kind: 'token' }).text).toContain('C0pub77');
  });

  test('about the terms needs somebody who can accept them', () => {
    const desk = open({ ...rows, users: [{ Email: 'ana@umbrella.example' }] });
    expect(answer(desk, 'customerMail', { key: 'Customers!umbrella.example', kind: 'reminder' })).toMatchObject({
      ok: false,
      code: 'noAdministrator',
    });
  });

  test.each(['Team', 'Equipo'])('to a team (“%s”) goes to its primary admin, in the language of the row', (Type) => {
    const desk = open({
      customers: [
        {
          Domain: 'team.example',
          Type,
          'Primary admin': 'Ana@team.example',
          'Alternate email': 'other@mail.example',
          Language: 'German',
          Terms: 'waiting 1 day',
        },
      ],
    });
    expect(
      call(desk, 'customerMail', { key: 'Customers!team.example/ana@team.example', kind: 'reminder' }),
    ).toMatchObject({ to: 'ana@team.example', text: expect.stringContaining('Guten Tag') });
  });

  test('needs an address on the row', () => {
    const desk = open(rows);
    expect(answer(desk, 'customerMail', { key: 'Customers!acme.example', kind: 'reminder' })).toMatchObject({
      ok: false,
      code: 'noRecipient',
    });
  });

  test('is not sent when today’s mails are used up', () => {
    const desk = open(rows);
    const mail = call(desk, 'customerMail', { key: 'Customers!umbrella.example', kind: 'reminder' });
    desk.host.state.quotas = { 'mailRecipients boss@resell.example': { since: desk.clock.now(), used: 1500 } };
    expect(answer(desk, 'sendCustomerMail', { id: mail.id })).toMatchObject({ ok: false, code: 'mailQuota' });
    expect(call(desk, 'customerMail', { key: 'Customers!umbrella.example', kind: 'reminder' }).left).toBe(0);
    expect(mails(desk)).toEqual([]);
  });
});

test('the rows themselves are not touched by any of this', () => {
  const desk = open(rows);
  const before = lines(desk, 'Customers');
  call(desk, 'keepTransferToken', { key, token });
  call(desk, 'customerMail', { key: 'Customers!umbrella.example', kind: 'reminder' });
  expect(lines(desk, 'Customers')).toEqual(before);
});

test.each([
  ['openNewCustomer', 'newCustomer'],
  ['openCustomerOverview', 'customers'],
  ['openCustomerSettings', 'customerSettings'],
] as const)('the menu entry %s opens the sidebar at its page', (entry, page) => {
  const desk = open(rows);
  desk.host.call(entry, [], 'menu');
  expect(desk.host.shown.sidebar).toContain('<div id="app">');
  expect(call(desk, 'getStartPage', { opens: true }).opens).toEqual({ page });
});

test('reading and refreshing from the menu say what they did, or why not', () => {
  const desk = open(rows);
  for (const [entry, words] of [
    ['readCustomersFromMenu', 'in the sheet already'],
    ['refreshCustomersFromMenu', 'No row of Customers'],
  ] as const) {
    desk.host.call(entry, [], 'menu');
    expect(desk.host.shown.toasts.join()).toContain(words);
  }
  desk.host.become('friend@mail.example');
  desk.host.call('refreshCustomersFromMenu', [], 'menu');
  expect(desk.host.shown.toasts.join()).toContain('not an administrator');
});
