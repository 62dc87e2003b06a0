import { openDesk, type TestDesk } from '../sandbox-desk';
import {
  account,
  admin,
  behind,
  businessStandard,
  businessStarter,
  cloudIdentity,
  expectSettled,
  googleOf,
  open,
  person,
  skusOf,
  statuses,
  usersAt,
  wait,
  workspaceProduct,
  writesDuring,
} from './shop';
import { someOf } from '../sweep';

/** Licences by name: given, switched, waited for; and Cloud Identity Free, which Google has in two ways. */

const row = (name: string, licences: string, more: Readonly<Record<string, string>> = {}) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  Licences: licences,
  ...more,
});
const licence = (name: string, skuId: string) => ({
  userId: `${name}@shop.example`,
  productId: workspaceProduct,
  skuId,
});
const automatic = (skuId: string, orgUnitPath = '/') => ({ orgUnitPath, productId: workspaceProduct, skuId });
const seats = (starter: number, standard = 50) =>
  account().subscriptions?.map((one) =>
    one.skuId === businessStarter
      ? { ...one, seats: { maximumNumberOfSeats: starter } }
      : one.skuId === businessStandard
        ? { ...one, seats: { maximumNumberOfSeats: standard } }
        : one,
  ) ?? [];

describe('a licence', () => {
  test('is given, switched to another edition of the same product, and left where it is right', () => {
    const desk = open(
      [
        row('new', 'Business Standard'),
        row('switch', '1010020028'),
        row('right', 'google workspace business standard'),
      ],
      {
        users: [person('switch@shop.example', 'switch Test'), person('right@shop.example', 'right Test')],
        licences: [licence('switch', businessStarter), licence('right', businessStandard)],
      },
    );
    const wrote = writesDuring(desk, () => desk.checkAndRun());
    expect(wrote.map(({ op }) => op).sort()).toEqual([
      'directory.users.insert',
      'licensing.licenseAssignments.insert',
      'licensing.licenseAssignments.update',
    ]);
    for (const name of ['new', 'switch', 'right'])
      expect(skusOf(desk, `${name}@shop.example`)).toEqual([businessStandard]);
    expect(statuses(desk)).toEqual({
      'new@shop.example': 'Done',
      'switch@shop.example': 'Done',
      'right@shop.example': 'Up to date',
    });
    expectSettled(desk);
  });

  test.each([{ licenceExists: '412' }, { licenceExists: '409' }])(
    'that somebody gives in the meantime, unseen by reads that lag, is as good (%j)',
    (also) => {
      const switches = { ...also, staleReads: '60' };
      const desk = open(
        [row('ann', 'Business Standard')],
        { users: [person('ann@shop.example', 'ann Test')] },
        { switches },
      );
      desk.check();
      behind(desk, [
        'licensing.licenseAssignments.insert',
        { productId: workspaceProduct, skuId: businessStandard },
        { userId: 'ann@shop.example' },
      ]);
      wait(desk, 2);
      desk.run();
      expect(desk.google.refused('licensing.licenseAssignments.insert').map(({ status }) => String(status))).toEqual([
        also.licenceExists,
      ]);
      expect(desk.row('ann@shop.example')['Status']).toMatch(/^(Done|Up to date)$/);
      wait(desk);
      expectSettled(desk);
    },
  );

  test.each([{}, { staleReads: '6' }])(
    'that automatic licensing gave to a new person is switched to the one that is wished (%j)',
    (switches: Readonly<Record<string, string>>) => {
      const desk = open(
        [row('ann', 'Business Standard'), row('bob', 'Business Standard')],
        { autoLicensing: [automatic(businessStarter)] },
        { switches },
      );
      desk.checkAndRun();
      expect(statuses(desk)).toEqual({ 'ann@shop.example': 'Done', 'bob@shop.example': 'Done' });
      expect([skusOf(desk, 'ann@shop.example'), skusOf(desk, 'bob@shop.example')]).toEqual([
        [businessStandard],
        [businessStandard],
      ]);
      wait(desk);
      expectSettled(desk);
    },
  );

  test('that automatic licensing holds fast says so, with the way through the console', () => {
    const desk = open(
      [row('ann', 'Business Standard')],
      { autoLicensing: [automatic(businessStarter)] },
      { switches: { autoLicensingRemoval: 'refused', autoLicensingDelay: '0' } },
    );
    desk.checkAndRun();
    expect(desk.row('ann@shop.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(
        /held by automatic licensing.*Billing › License settings.*Created the user/,
      ) as string,
    });
    expect(skusOf(desk, 'ann@shop.example')).toEqual([businessStarter]);
  });

  const insert = 'licensing.licenseAssignments.insert';
  const asked = ({ google }: TestDesk): number => google.writes(insert).length + google.refused(insert).length;
  const many = Array.from({ length: 25 }, (_, n) => `p${String(n).padStart(2, '0')}`);

  test.each(['Business Starter', 'Cloud Identity Free'])(
    'once Google has said that no seat of %s is left it is not asked for each of the others, who wait',
    (wanted) => {
      const three = account().subscriptions?.map((one) => ({ ...one, seats: { maximumNumberOfSeats: 3 } })) ?? [];
      const desk = open(
        many.map((name) => row(name, wanted)),
        { subscriptions: three },
        { switches: { cloudIdentityCap: 'off' } },
      );
      desk.checkAndRun();
      const outcomes = Object.values(statuses(desk));
      expect(outcomes.filter((one) => one === 'Done')).toHaveLength(3);
      expect(outcomes.filter((one) => one === 'Waiting')).toHaveLength(22);
      expect(asked(desk)).toBeLessThan(12);
      expect(desk.row('p24@shop.example')['Details']).toMatch(/No seat of .* is left.*check.*Created the user/);
    },
  );

  test('while another row gives a seat back everybody asks, and the first who waits has it', () => {
    const desk = open(
      [...many, 'zoe', 'zzz'].map((name) => row(name, name === 'zoe' ? 'Business Standard' : 'Business Starter')),
      {
        subscriptions: seats(4),
        users: [person('zoe@shop.example', 'zoe Test')],
        licences: [licence('zoe', businessStarter)],
      },
    );
    desk.check({ samePerson: 'all' });
    desk.run();
    expect(statuses(desk)['zoe@shop.example']).toBe('Done');
    // Zoe had one of the four.
    const done = Object.entries(statuses(desk)).filter(([, one]) => one === 'Done');
    expect(done.map(([email]) => email)).toEqual(
      ['p00', 'p01', 'p02', 'p03', 'zoe'].map((name) => `${name}@shop.example`),
    );
    expect(asked(desk)).toBeGreaterThan(many.length);
  });

  test.each([{}, { userPropagation: '0' }])(
    'without a seat waits: people are created, the first rows have the seats, and a second run gives the rest (%j)',
    (switches: Readonly<Record<string, string>>) => {
      const names = ['ann', 'bob', 'cec', 'dan', 'eva'];
      const desk = open(
        names.map((name) => row(name, 'Business Starter')),
        { subscriptions: seats(3) },
        { switches },
      );
      desk.checkAndRun();
      expect(Object.values(statuses(desk))).toEqual(['Done', 'Done', 'Done', 'Waiting', 'Waiting']);
      expect(usersAt(desk)).toHaveLength(6);
      expect(desk.row('dan@shop.example')).toMatchObject({
        'User ID': expect.stringMatching(/^\d+$/) as string,
        Details: expect.stringMatching(
          /No seat of .*Business Starter is left.*maximum number of seats.*Created the user/,
        ) as string,
      });
      expect(desk.needs().map(({ key }) => key)).toEqual(['Users!dan@shop.example', 'Users!eva@shop.example']);

      behind(desk, [
        'licensing.licenseAssignments.delete',
        { productId: workspaceProduct, skuId: businessStarter, userId: 'ann@shop.example' },
      ]);
      desk.checkAndRun({ scope: { kind: 'retry' } });
      expect([statuses(desk)['dan@shop.example'], statuses(desk)['eva@shop.example']]).toEqual(['Done', 'Waiting']);
    },
  );

  test('of a customer, whose seats the reseller can count, goes to the first rows however long Google takes over new people', () => {
    const customer = {
      customer: {
        id: 'C0north1',
        customerDomain: 'north.example',
        alternateEmail: 'owner@home.example',
        postalAddress: { countryCode: 'NO' },
      },
      resoldBy: 'C0shop01',
      acceptedTerms: true,
      users: [person('boss@north.example', 'Bo Ss', { isAdmin: true })],
      subscriptions: [{ skuId: businessStarter, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 2 } }],
    };
    const names = ['ann', 'bob', 'cec', 'dan'];
    const desk = openDesk({
      tenant: { signedInAs: admin, accounts: [account({ reseller: true }), customer] },
      options: { switches: { userPropagation: '20' } },
      users: names.map((name) => ({ ...row(name, 'Business Starter'), Email: `${name}@north.example` })),
    });
    desk.checkAndRun();
    expect(Object.values(statuses(desk))).toEqual(['Done', 'Done', 'Waiting', 'Waiting']);
  });

  test('that no seat is left for keeps nobody from being created where Google counts seats at creation', () => {
    const desk = open(
      [row('ann', 'Business Starter'), row('bob', 'Business Starter')],
      { subscriptions: seats(1), autoLicensing: [automatic(businessStarter)] },
      { switches: { autoLicensingDelay: '0' } },
    );
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({ 'ann@shop.example': 'Done', 'bob@shop.example': 'Needs you' });
    expect(desk.row('bob@shop.example')['Details']).toMatch(/No seat is left in the account.*Raise/);
  });
});

describe('Cloud Identity Free', () => {
  const modes = [
    ['assignable', 'allowed'],
    ['assignable', 'refused'],
    ['siteWide', 'allowed'],
    ['siteWide', 'refused'],
  ] as const;

  test.each(someOf(modes, 2))(
    '%s, licences of automatic licensing %s: new people end without a paid licence or say what to do',
    (cloudIdentityFree, autoLicensingRemoval) => {
      const desk = open(
        [
          row('ann', 'Cloud Identity Free', { 'Org unit': '/Support' }),
          row('bob', 'Cloud Identity Free', { 'Org unit': '/Support' }),
          row('cec', 'Cloud Identity Free', { 'Org unit': '/Office' }),
        ],
        {
          orgUnits: [{ orgUnitPath: '/Support' }, { orgUnitPath: '/Office' }],
          autoLicensing: [automatic(businessStarter, '/Support')],
        },
        { switches: { cloudIdentityFree, autoLicensingRemoval } },
      );
      desk.checkAndRun();
      const own = cloudIdentityFree === 'assignable' ? [cloudIdentity] : [];
      const removed = autoLicensingRemoval === 'allowed';
      expect(statuses(desk)).toEqual({
        'ann@shop.example': removed ? 'Done' : 'Needs you',
        'bob@shop.example': removed ? 'Done' : 'Waiting',
        'cec@shop.example': 'Done',
      });
      for (const name of removed ? ['ann', 'bob'] : ['ann'])
        expect(skusOf(desk, `${name}@shop.example`)).toEqual(removed ? own : [...own, businessStarter]);
      expect(skusOf(desk, 'cec@shop.example')).toEqual(own);
      const says = cloudIdentityFree === 'assignable' ? /assigned to the user/ : /covers the whole account/;
      for (const { Details = '', Status } of desk.rows()) if (Status !== 'Waiting') expect(Details).toMatch(says);
      if (!removed)
        expect(desk.row('ann@shop.example')['Details']).toMatch(
          /License settings › choose the org unit \/Support.*Licenses › remove it/,
        );
      const wrote = writesDuring(desk, () => desk.checkAndRun());
      expect(wrote).toEqual([]);
      expect(statuses(desk)).toEqual({
        'ann@shop.example': removed ? 'Up to date' : 'Needs you',
        'bob@shop.example': removed ? 'Up to date' : 'Waiting',
        'cec@shop.example': 'Up to date',
      });
    },
  );

  test('of a whole account is found out once, with its date, and told on the Readiness page', () => {
    const desk = open(
      [row('ann', 'Cloud Identity Free'), row('bob', 'Cloud Identity Free')],
      {},
      { switches: { cloudIdentityFree: 'siteWide' } },
    );
    desk.checkAndRun();
    const probes = desk.google.refused('licensing.licenseAssignments.insert').length;
    desk.host.edit.paste('Users', [4, 1], [['cec@shop.example', 'Cec', 'Test', 'Cloud Identity Free']]);
    desk.checkAndRun();
    expect(desk.google.refused('licensing.licenseAssignments.insert')).toHaveLength(probes);
    expect(desk.row('cec@shop.example')).toMatchObject({
      Status: 'Done',
      Details: expect.stringContaining('covers the whole account (found out on 2026-03-02)') as string,
    });
    expect(JSON.stringify(desk.host.call('getReadiness'))).toMatch(/covers the whole account.*2026-03-02/);
    expectSettled(desk);
  });

  test.each(['Business Standard', 'Business Starter'])(
    'leaves an adopted person the paid licence, and says who can take it (%s)',
    (paid) => {
      const skuId = paid === 'Business Standard' ? businessStandard : businessStarter;
      const desk = open([row('ann', 'Cloud Identity Free'), row('bob', `Cloud Identity Free, ${paid}`)], {
        users: [person('ann@shop.example', 'ann Test'), person('bob@shop.example', 'bob Test')],
        licences: [licence('ann', skuId), licence('bob', skuId)],
      });
      desk.checkAndRun();
      expect([skusOf(desk, 'ann@shop.example'), skusOf(desk, 'bob@shop.example')]).toEqual([
        [skuId],
        [cloudIdentity, skuId],
      ]);
      expect(desk.row('ann@shop.example')).toMatchObject({
        Status: 'Needs you',
        Details: expect.stringMatching(
          /Seatsheet did not give and so does not take away.*or write it into the Licences cell/,
        ) as string,
      });
      expect(desk.row('bob@shop.example')['Status']).toBe('Done');
      expect(desk.google.writes('licensing.licenseAssignments.delete')).toEqual([]);
      expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    },
  );

  test('is found out by whoever comes first in the run, also where another row came first in the check', () => {
    const desk = open([row('new', 'Cloud Identity Free', { 'Org unit': '/A/B' }), row('old', 'Cloud Identity Free')], {
      users: [person('old@shop.example', 'old Test')],
    });
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({ 'new@shop.example': 'Done', 'old@shop.example': 'Done' });
    expect([skusOf(desk, 'new@shop.example'), skusOf(desk, 'old@shop.example')]).toEqual([
      [cloudIdentity],
      [cloudIdentity],
    ]);
    expectSettled(desk);
  });

  test.each([
    ['a fault that passes', { status: 503, reason: 'backendError', message: 'Backend Error' }],
    ['a full quota', { status: 503, reason: 'backendError', message: 'Quota exceeded for the current request' }],
    ['an answer that never comes', { status: 0 }],
    ['an answer that is lost', { status: 0, applied: true }],
  ])('is not taken for an edition of the whole account because of %s', (_, failure) => {
    const desk = open([row('ann', 'Cloud Identity Free'), row('bob', 'Cloud Identity Free')], {
      users: [person('ann@shop.example', 'ann Test'), person('bob@shop.example', 'bob Test')],
    });
    desk.check();
    googleOf(desk).control.failNext('licensing.licenseAssignments.insert', failure, 2);
    desk.run();
    expect([skusOf(desk, 'ann@shop.example'), skusOf(desk, 'bob@shop.example')]).toEqual([
      [cloudIdentity],
      [cloudIdentity],
    ]);
    for (const status of Object.values(statuses(desk))) expect(status).toMatch(/^(Done|Up to date)$/);
    expectSettled(desk);
  });

  test('takes an automatic licence from somebody created beside a person who was cleaned up long ago', () => {
    const newcomer = row('ann', 'Cloud Identity Free', { 'Org unit': '/New' });
    const desk = open([newcomer], { autoLicensing: [automatic(businessStarter)] });
    desk.checkAndRun();
    wait(desk);
    desk.type('ann@shop.example', 'Last name', 'Berg');
    desk.host.edit.paste('Users', [3, 1], [['bob@shop.example', 'Bob', 'Test', 'Cloud Identity Free', '/New']]);
    desk.checkAndRun();
    expect(skusOf(desk, 'bob@shop.example')).toEqual([cloudIdentity]);
    expectSettled(desk);
  });

  test('takes an automatic licence of an edition that nobody else in the account has', () => {
    const desk = open(
      [
        row('old', 'Business Standard', { 'Org unit': '/New' }),
        row('ann', 'Cloud Identity Free', { 'Org unit': '/New/Deep' }),
      ],
      {
        users: [person('old@shop.example', 'old Test')],
        licences: [licence('old', businessStandard)],
        autoLicensing: [automatic(businessStarter)],
      },
    );
    desk.checkAndRun();
    expect(skusOf(desk, 'ann@shop.example')).toEqual([cloudIdentity]);
    expectSettled(desk);
  });
});
