import { errorLanguages } from '../../sandbox/apps-script/languages';
import { ask, ServerSaidNo } from '../../sandbox/cli/desk';
import { account, admin, expectSettled, open, person, shop, statuses, writesDuring } from './shop';
import { openDesk, type TestDesk, type TestDeskOptions } from '../sandbox-desk';
import { someOf } from '../sweep';

/** What stops a whole check: each with a message and a remedy of its own, and nothing is written. */

const ann = { Email: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Test' };
const open2 = (options: TestDeskOptions['options'], more: Partial<Parameters<typeof openDesk>[0]> = {}): TestDesk =>
  openDesk({ tenant: shop(), users: [ann], setUp: false, ...more, ...(options ? { options } : {}) });

/** What the server says when a check is started. */
function refusal(desk: TestDesk): ServerSaidNo {
  try {
    desk.check();
  } catch (error) {
    if (error instanceof ServerSaidNo) return error;
    throw error;
  }
  throw new Error('The check went on.');
}

function stops(
  desk: TestDesk,
): readonly { readonly message: string; readonly remedy: string; readonly offersSetUp: boolean }[] {
  return ask(desk.host, 'getStartPage').stops;
}

describe('the spreadsheet', () => {
  test('without a Users tab names it, and offers the set-up', () => {
    const desk = open2({});
    const users = desk.host.state.sheets.find(({ name }) => name === 'Users');
    if (users) users.name = 'People';
    expect(refusal(desk)).toMatchObject({
      code: 'missingTab',
      message: expect.stringMatching(/no tab “Users”.*Set up this spreadsheet/) as string,
    });
    expect(stops(desk)).toEqual([
      expect.objectContaining({ offersSetUp: true, message: expect.stringContaining('“Users”') as string }) as object,
    ]);
    expect(desk.host.state.sheets.map(({ name }) => name)).not.toContain('Users');
  });

  test('without the header that is needed names it, and offers the set-up', () => {
    const desk = open2({}, { users: [{ Post: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Test' }] });
    expect(refusal(desk)).toMatchObject({
      code: 'missingHeader',
      message: expect.stringMatching(/no column “Email”/) as string,
    });
    expect(stops(desk)).toEqual([expect.objectContaining({ offersSetUp: true }) as object]);
    expect(desk.rows()[0]).toEqual({ Post: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Test' });
  });

  test('with two columns that mean the same names both, and loses nothing', () => {
    const desk = open2({}, { users: 'Email,First name,Vorname,Last name\nann@shop.example,Ann,Anna,Test\n' });
    expect(refusal(desk)).toMatchObject({
      code: 'doubleHeader',
      message: expect.stringMatching(
        /Column B \("First name"\) and column C \("Vorname"\) both mean First name/,
      ) as string,
    });
    expect(stops(desk)).toEqual([expect.objectContaining({ offersSetUp: false }) as object]);
    expect(desk.google.writes()).toEqual([]);
  });

  test('gets the columns that Seatsheet writes when it is checked without ever having been set up', () => {
    const desk = open2({}, { users: 'Vorname,Nachname,E-Mail-Adresse,Mein Feld\nAnn,Test,ann@shop.example,=1+1\n' });
    desk.checkAndRun();
    const [row = {}] = desk.rows();
    expect(row).toMatchObject({ Vorname: 'Ann', 'Mein Feld': '=1+1', Status: 'Done' });
  });

  test('set up twice, in use and with columns of its own, loses nothing', () => {
    const desk = openDesk({ tenant: shop(), users: [{ 'Cost centre': '0042', ...ann, Remark: "it's hers" }] });
    desk.checkAndRun();
    const before = desk.rows();
    ask(desk.host, 'setUpSpreadsheet');
    expect(desk.rows()).toEqual(before);
    expectSettled(desk);
  });
});

describe('the platform', () => {
  test.each(['AdminDirectory', 'AdminLicenseManager'])(
    'with the service %s switched off says which, and where to switch it on',
    (service) => {
      const desk = open2({ disabledServices: [service] }, { users: [{ ...ann, Licences: 'Business Standard' }] });
      const says =
        service === 'AdminDirectory' ? refusal(desk).message : (desk.check().lacks ?? { says: '', remedy: '' });
      expect(typeof says === 'string' ? says : `${says.says} ${says.remedy}`).toMatch(
        new RegExp(`not switched on.*${service}`),
      );
      const readiness = ask(desk.host, 'getReadiness');
      expect(
        readiness
          .filter(({ state }) => state === 'todo')
          .map(({ says: line }) => line)
          .join(' '),
      ).toContain(service);
      expect(desk.google.writes()).toEqual([]);
    },
  );

  test('with the Directory API not enabled in the Cloud project says so', () => {
    const desk = open2({ switches: { apiNotEnabled: 'directory' } });
    expect(refusal(desk).message).toMatch(/is not switched on for this script.*Admin SDK/);
  });

  test('that was pushed, with services that are listed and not enabled, says to add them again', () => {
    const desk = open2({ switches: { project: 'pushed' } });
    expect(refusal(desk).message).toMatch(/remove Admin SDK.*\(AdminDirectory\).*add it again/);
    expect(desk.google.writes()).toEqual([]);
    expect(open2({ switches: { project: 'pushed', apisAfterPush: 'on' } }).check().rows).toBe(1);
  });

  const licensed = { users: [{ ...ann, Licences: 'Business Standard' }] };
  test.each([
    ['the API is not enabled', { switches: { apiNotEnabled: 'licensing' } }, /License Manager.*not switched on/],
    [
      'the permission was left out at consent',
      { refusedScopes: ['https://www.googleapis.com/auth/apps.licensing'] },
      /not given every permission/,
    ],
  ])('that would give licences sends nothing at all where %s', (_, switches, says) => {
    const desk = open2(switches, licensed);
    expect(desk.check().lacks?.says).toMatch(says);
    expect(() => desk.run()).toThrow(/Nothing was sent.*Then check again/);
    expect(desk.google.writes()).toEqual([]);
  });

  test.each(someOf(errorLanguages, 2))('whose permissions were refused says how to give them (%s)', (errorLanguage) => {
    const refusedScopes = ['https://www.googleapis.com/auth/admin.directory.user'];
    const desk = open2({ refusedScopes, switches: { errorLanguage } });
    const { message } = refusal(desk);
    expect(message).toMatch(/permission/i);
    expect(ask(desk.host, 'getReadiness').filter(({ state }) => state === 'todo').length).toBeGreaterThan(0);
    expect(desk.google.writes()).toEqual([]);
  });
});

describe('who is signed in', () => {
  test('with a personal Google Account is told to sign in as an administrator', () => {
    const desk = open2({ as: 'somebody@gmail.test' });
    expect(refusal(desk).message).toMatch(
      /somebody@gmail\.test is not an administrator of a Google Workspace or Cloud Identity account.*not with a personal Google Account/,
    );
    expect(stops(desk)[0]?.message).toMatch(/not an administrator/);
    expect(desk.rows()[0]?.['Status'] ?? '').toBe('');
  });

  test('without any administrator role is told whom to ask', () => {
    const desk = open2(
      { as: 'clerk@shop.example' },
      { tenant: shop({ users: [person('clerk@shop.example', 'Cle Rk')] }) },
    );
    expect(refusal(desk).message).toMatch(/clerk@shop\.example is not an administrator.*(admin role|administrator)/);
    expect(desk.google.writes()).toEqual([]);
  });

  test('for an account that has nothing to do with the rows is told once', () => {
    const desk = open2(
      { as: 'boss@other.example' },
      {
        tenant: {
          signedInAs: admin,
          accounts: [
            account(),
            {
              customer: { id: 'C0other1', customerDomain: 'other.example' },
              users: [person('boss@other.example', 'Bo Ss', { isAdmin: true })],
            },
          ],
        },
      },
    );
    expect(refusal(desk).message).toMatch(
      /boss@other\.example administers other\.example, which is neither a reseller nor the account of any row here.*shop\.example/,
    );
  });

  test('in an account whose API is closed is told where to open it', () => {
    const desk = open2({}, { tenant: shop({ apiAccess: false }) });
    expect(refusal(desk).message).toMatch(/switched off API access.*API/);
  });
});

test('every trouble has a message of its own', () => {
  const messages = [
    refusal(open2({ as: 'somebody@gmail.test' })),
    refusal(open2({ disabledServices: ['AdminDirectory'] })),
    refusal(open2({ refusedScopes: ['https://www.googleapis.com/auth/admin.directory.user'] })),
    refusal(open2({}, { tenant: shop({ apiAccess: false }) })),
    refusal(open2({ as: 'clerk@shop.example' }, { tenant: shop({ users: [person('clerk@shop.example', 'Cle Rk')] }) })),
  ].map(({ message }) => message);
  expect(new Set(messages).size).toBe(messages.length);
});

test.each(['errors', 'status', 'plain'])(
  'errors in Spanish, and in whatever shape (%s), are understood the same',
  (errorShape) => {
    const desk = open(
      [
        {
          ...ann,
          'Org unit': '/Sales/North',
          Licences: 'Business Standard',
          Roles: 'Groups Admin',
          'Super admin': 'yes',
          Aliases: 'a@shop.example',
        },
        { Email: 'bob@shop.example', 'First name': 'Bob', 'Last name': 'Test', Licences: 'Cloud Identity Free' },
        { Email: 'team@shop.example', 'First name': 'Team', 'Last name': 'Test' },
      ],
      { groups: [{ email: 'team@shop.example', name: 'Team' }] },
      { switches: { errorLanguage: 'es', errorShape, cloudIdentityFree: 'siteWide', userPropagation: '8' } },
    );
    desk.checkAndRun();
    expect(statuses(desk)).toEqual({
      'ann@shop.example': 'Done',
      'bob@shop.example': 'Done',
      'team@shop.example': 'Needs you',
    });
    expect(desk.row('team@shop.example')['Details']).toMatch(/address of the group “Team”/);
    expect(desk.row('bob@shop.example')['Details']).toMatch(/covers the whole account/);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  },
);
