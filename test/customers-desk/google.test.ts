import { boss, call, answer, customer, lines, open, tenant } from './partner';

const starter = 'Google Workspace Business Starter';
const waiting = {
  acceptedTerms: false,
  subscriptions: [
    {
      skuId: '1010020027',
      plan: { planName: 'FLEXIBLE' },
      seats: { maximumNumberOfSeats: 10 },
      status: 'SUSPENDED',
      suspensionReasons: ['PENDING_TOS_ACCEPTANCE'],
    },
  ],
};
const unverified = (domain: string) => ({ domains: [{ domainName: domain, isPrimary: true, verified: false }] });

describe('Reading customers from Google', () => {
  test('adds a row for each customer and each subscription that has none, as Google has them', () => {
    const desk = open({}, { tenant: tenant([customer('acme.example'), customer('globex.example', waiting)]) });
    const done = call(desk, 'readCustomers');
    expect(done).toEqual({ says: expect.stringContaining('Added 2 customers and 2 subscriptions'), more: false });
    expect(lines(desk, 'Customers')).toMatchObject([
      {
        Domain: 'acme.example',
        Type: 'Domain',
        Organisation: 'acme.example AG',
        'Postal code': '10115',
        Country: 'Germany',
        City: 'Berlin',
        'Customer ID': 'C0acme',
        Terms: 'accepted',
        'Domain verified': 'yes',
        'Admin console': expect.stringContaining('https://'),
      },
      {
        Domain: 'globex.example',
        'Alternate email': 'it@globex.example.home.example',
        'Customer ID': 'C0globex',
        Terms: expect.stringContaining('waiting'),
      },
    ]);
    expect(lines(desk, 'Customers')[0]!['Updated']).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(lines(desk, 'Subscriptions')).toMatchObject([
      {
        Customer: 'acme.example',
        Product: starter,
        Plan: 'Flexible',
        Seats: '10',
        'Google says': expect.stringContaining('Active'),
      },
      { Customer: 'globex.example', 'Google says': expect.stringContaining('terms') },
    ]);
    expect(desk.google.writes()).toEqual([]);
  });

  test('leaves every row that is there as it is, and finds nothing new the second time', () => {
    const own = { Domain: 'ACME.example', Organisation: 'Mine', 'Postal code': '' };
    const desk = open(
      { customers: [own], subscriptions: [{ Customer: 'C0acme', Product: 'Business Starter', Seats: '99' }] },
      { tenant: tenant([customer('acme.example'), customer('globex.example')]) },
    );
    expect(call(desk, 'readCustomers').says).toContain('Added 1 customer and 1 subscription.');
    expect(lines(desk, 'Customers')[0]).toMatchObject({ ...own, 'Customer ID': '' });
    expect(lines(desk, 'Subscriptions')[0]).toMatchObject({ Customer: 'C0acme', Seats: '99' });
    const before = [lines(desk, 'Customers'), lines(desk, 'Subscriptions')];
    expect(call(desk, 'readCustomers').says).toContain('in the sheet already');
    expect([lines(desk, 'Customers'), lines(desk, 'Subscriptions')]).toEqual(before);
  });

  test('a customer that was renamed is known by its id', () => {
    const desk = open(
      { customers: [{ Domain: 'before.example', 'Customer ID': 'C0acme' }] },
      { tenant: tenant([customer('acme.example')]) },
    );
    call(desk, 'readCustomers');
    expect(lines(desk, 'Customers')).toHaveLength(1);
  });

  test('texts from outside stay text', () => {
    const evil = {
      contactName: '=IMPORTXML("https://evil.example")',
      organizationName: '+1',
      postalCode: '10115',
      countryCode: 'DE',
    };
    const desk = open(
      {},
      {
        tenant: tenant([
          customer('acme.example', {
            customer: {
              id: 'C0acme',
              customerDomain: 'acme.example',
              alternateEmail: 'it@home.example',
              postalAddress: evil,
            },
          }),
        ]),
      },
    );
    call(desk, 'readCustomers');
    expect(lines(desk, 'Customers')).toMatchObject([
      { 'Contact name': '=IMPORTXML("https://evil.example")', Organisation: '+1' },
    ]);
    expect(JSON.stringify(desk.host.state.sheets)).not.toContain('"formula"');
  });

  test('stops in time with many customers and goes on when it is chosen again', () => {
    const many = Array.from({ length: 160 }, (_, at) => customer(`c${String(at).padStart(3, '0')}.example`));
    const desk = open({}, { tenant: tenant(many), options: { latency: 20_000 } });
    const first = call(desk, 'readCustomers');
    expect(first).toMatchObject({ more: true, says: expect.stringContaining('choose this again') });
    const added = lines(desk, 'Customers').length;
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(160);
    for (let more = true, turns = 0; more && turns < 10; turns += 1) more = call(desk, 'readCustomers').more;
    expect(lines(desk, 'Customers').map(({ Domain }) => Domain)).toEqual(
      many.map((_, at) => `c${String(at).padStart(3, '0')}.example`),
    );
    expect(lines(desk, 'Subscriptions')).toHaveLength(160);
  });

  test('is for resellers only', () => {
    const account = {
      customer: { id: 'C0lone', customerDomain: 'lone.example' },
      users: [{ primaryEmail: 'admin@lone.example', isAdmin: true }],
    };
    const desk = open({}, { tenant: { ...tenant([account]), signedInAs: 'admin@lone.example' } });
    expect(answer(desk, 'readCustomers')).toMatchObject({ ok: false, code: 'noReseller' });
    expect(answer(desk, 'refreshCustomers')).toMatchObject({ ok: false, code: 'noReseller' });
  });
});

test('a domain that its row writes in other letters is that row’s: nothing is added, and both tabs are refreshed', () => {
  const rows = {
    customers: [{ Domain: 'Müller.example' }],
    subscriptions: [{ Customer: 'müller.example', Product: starter }],
  };
  const ascii = 'xn--mller-kva.example';
  const desk = open(rows, { tenant: tenant([customer(ascii)]) });
  expect(call(desk, 'readCustomers').says).toContain('in the sheet already');
  expect(call(desk, 'refreshCustomers').says).toContain('1 customer');
  expect(lines(desk, 'Customers')).toMatchObject([{ Domain: 'Müller.example', Terms: 'accepted' }]);
  expect(lines(desk, 'Subscriptions')).toMatchObject([{ 'Google says': expect.stringMatching(/^Active/) }]);
});

describe('Refreshing', () => {
  const rows = {
    customers: [
      {
        Domain: 'acme.example',
        Organisation: '',
        'Customer ID': 'C0acme',
        Status: 'Waiting',
        Details: 'The customer has to accept the terms.',
        Terms: 'waiting 3 days',
        'Domain verified': 'no',
      },
      { Domain: 'globex.example', Status: 'Needs you', Details: 'Something else.', Terms: 'waiting 3 days' },
      { Domain: 'nobody.example', Status: 'Done', Details: 'Done.' },
    ],
    subscriptions: [{ Customer: 'acme.example', Product: starter, Seats: '12', Status: 'Waiting', Details: 'Waits.' }],
  };
  const google = () => tenant([customer('acme.example'), customer('globex.example')]);

  test('writes how customers and subscriptions stand, and nothing that is a wish or the work of others', () => {
    const desk = open(rows, { tenant: google() });
    expect(call(desk, 'refreshCustomers').says).toContain('2 customers');
    const [acme, globex, nobody] = lines(desk, 'Customers');
    expect(acme).toMatchObject({
      Organisation: '',
      Terms: 'accepted',
      'Domain verified': 'yes',
      Status: 'Waiting',
      Details: expect.stringContaining('Check this row'),
    });
    expect(globex).toMatchObject({ Terms: 'accepted', Status: 'Needs you', Details: 'Something else.' });
    expect(nobody).toMatchObject({ Terms: '', Updated: '', Details: 'Done.' });
    expect(lines(desk, 'Subscriptions')).toMatchObject([
      { Seats: '12', Status: 'Waiting', Details: 'Waits.', 'Google says': expect.stringContaining('10') },
    ]);
    expect(desk.google.writes()).toEqual([]);
  });

  test('leaves the details of a row that still waits', () => {
    const desk = open(rows, { tenant: tenant([customer('acme.example', unverified('acme.example'))]) });
    call(desk, 'refreshCustomers');
    expect(lines(desk, 'Customers')[0]).toMatchObject({
      Terms: 'accepted',
      'Domain verified': expect.not.stringMatching(/^yes/),
      Details: 'The customer has to accept the terms.',
    });
  });

  test('counts the days that terms and domain wait', () => {
    const young = {
      customer: {
        id: 'C0acme',
        customerDomain: 'acme.example',
        alternateEmail: 'it@home.example',
        customerCreationTime: '2026-02-25T08:00:00.000Z',
        postalAddress: { contactName: 'A', organizationName: 'B', postalCode: '10115', countryCode: 'DE' },
      },
    };
    const desk = open(
      {},
      { tenant: tenant([customer('acme.example', { ...waiting, ...young, ...unverified('acme.example') })]) },
    );
    call(desk, 'readCustomers');
    expect(lines(desk, 'Customers')).toMatchObject([{ Terms: 'waiting 0 days', 'Domain verified': '16 days left' }]);
    desk.clock.sleep(3 * 86_400_000);
    call(desk, 'refreshCustomers');
    desk.clock.sleep(86_400_000);
    call(desk, 'refreshCustomers');
    expect(lines(desk, 'Customers')).toMatchObject([{ Terms: 'waiting 4 days', 'Domain verified': '12 days left' }]);
  });

  test('finds each row where it is by then', () => {
    const desk = open({ customers: [...rows.customers].reverse() }, { tenant: google() });
    call(desk, 'refreshCustomers');
    expect(lines(desk, 'Customers').map(({ Domain, Terms }) => [Domain, Terms])).toEqual([
      ['nobody.example', ''],
      ['globex.example', 'accepted'],
      ['acme.example', 'accepted'],
    ]);
  });

  describe('every day', () => {
    const day = 86_400_000;
    const daily = (desk: ReturnType<typeof open>) =>
      desk.host.state.triggers.filter(({ handler }) => handler === 'refreshDaily');

    test('is switched on and off, with one trigger of each person', () => {
      const desk = open(rows, { tenant: google() });
      desk.host.call('switchDailyRefresh', [], 'menu');
      expect(daily(desk)).toHaveLength(1);
      desk.host.become('other@resell.example');
      desk.host.call('switchDailyRefresh', [], 'menu');
      expect(
        daily(desk)
          .map(({ owner }) => owner)
          .sort(),
      ).toEqual([boss, 'other@resell.example'].sort());
      desk.host.call('switchDailyRefresh', [], 'menu');
      expect(daily(desk).map(({ owner }) => owner)).toEqual([boss]);
    });

    test('refreshes and mails what is new to the person', () => {
      const full = {
        subscriptions: [{ skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 1 } }],
        users: [{ primaryEmail: 'a@globex.example' }],
        licences: [{ userId: 'a@globex.example', productId: 'Google-Apps', skuId: '1010020027' }],
      };
      const desk = open(rows, { tenant: tenant([customer('acme.example'), customer('globex.example', full)]) });
      desk.host.call('switchDailyRefresh', [], 'menu');
      desk.clock.sleep(day + 1);
      desk.host.runDueTriggers();
      expect(desk.host.failures).toEqual([]);
      expect(desk.host.state.mails).toHaveLength(1);
      const [mail] = desk.host.state.mails;
      expect(mail).toMatchObject({ to: boss });
      expect(mail!.body).toContain('acme.example has accepted the terms.');
      expect(mail!.body).toContain('acme.example has verified its domain.');
      expect(mail!.body).toContain('globex.example has no seat left: 1 of 1');
      expect(lines(desk, 'Customers')[0]).toMatchObject({ Terms: 'accepted' });
    });

    test('keeps out of the way of a check or a run', () => {
      const desk = open(
        { ...rows, users: [{ Email: 'ana@resell.example', 'First name': 'Ana', 'Last name': 'Ruiz' }] },
        { tenant: google() },
      );
      desk.host.call('switchDailyRefresh', [], 'menu');
      desk.check({ scope: { kind: 'rows', rows: ['Users!ana@resell.example'] } });
      const { document } = desk.host.state.properties;
      const work = document['work']!;
      document['work'] = work.replace('"phase":"checked"', '"phase":"running"');
      expect(document['work']).not.toBe(work);
      const next = () => {
        desk.clock.sleep(day + 1);
        desk.host.runDueTriggers();
        return lines(desk, 'Customers')[0]!['Terms'];
      };
      expect(next()).toBe('waiting 3 days');
      expect(desk.host.state.mails).toEqual([]);
      document['work'] = work;
      expect(next()).toBe('accepted');
      expect(desk.host.failures).toEqual([]);
    });

    test('sends nothing when nothing is new, and nothing to somebody who did not wish it', () => {
      const desk = open(
        { customers: [{ Domain: 'acme.example', Terms: 'accepted', 'Domain verified': 'yes' }] },
        { tenant: google() },
      );
      desk.host.call('switchDailyRefresh', [], 'menu');
      desk.clock.sleep(day + 1);
      desk.host.runDueTriggers();
      expect(desk.host.state.mails).toEqual([]);
      desk.host.become('other@resell.example');
      const reads = desk.google.reads().length;
      desk.host.call('refreshDaily', [], 'sidebar');
      expect(desk.google.reads()).toHaveLength(reads);
    });
  });
});
