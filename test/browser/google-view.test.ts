import { virtualClock } from '../../sandbox/clock';
import { actAtGoogle } from '../../sandbox/web/google-acts';
import { googleView } from '../../sandbox/web/google-view';
import { parseTenant } from '../../sandbox/workspace/tenant';
import { openWorkspace } from '../../sandbox/workspace/workspace';

/** What the page “Inside Google” is told. */

const users = [
  { primaryEmail: 'admin@shop.example', isAdmin: true, lastLoginTime: '2026-02-28T17:30:00.000Z' },
  { primaryEmail: 'ana@shop.example', archived: true, archivalTime: '2026-01-31T10:00:00.000Z' },
  { primaryEmail: 'bo@shop.example', suspended: true, suspensionTime: '2026-02-01T10:00:00.000Z' },
  { primaryEmail: 'cy@shop.example', suspended: true, suspensionReason: 'ABUSE' },
  { primaryEmail: 'di@shop.example', hold: true },
];
const groups = [
  {
    email: 'team@shop.example',
    name: 'Team',
    members: [{ email: 'ana@shop.example', role: 'OWNER' }, { type: 'CUSTOMER' }],
  },
  { email: 'all@shop.example', dynamic: true },
];
const open = () =>
  openWorkspace(
    parseTenant({
      accounts: [
        {
          customer: { id: 'C0shop001', customerDomain: 'shop.example' },
          users,
          groups,
          deletedUsers: [{ primaryEmail: 'ed@shop.example', deletionTime: '2026-02-20T10:00:00.000Z' }],
        },
      ],
    }),
    { clock: virtualClock(Date.parse('2026-03-02T09:00:00Z')) },
  );
const people = (workspace: ReturnType<typeof open>) =>
  googleView(workspace).accounts[0]!.users.map(({ email, state, lastSignIn, canSignIn }) => [
    email.split('@')[0],
    state,
    lastSignIn,
    canSignIn,
  ]);

test('how it stands with everybody, and who can sign in', () => {
  expect(people(open())).toEqual([
    ['admin', 'active', '2026-02-28 17:30', true],
    ['ana', 'archived since 2026-01-31', '', false],
    ['bo', 'suspended since 2026-02-01', '', false],
    ['cy', 'suspended by Google', '', false],
    ['di', 'active, held by Vault', '', true],
    ['ed', 'deleted since 2026-02-20', '', false],
  ]);
});

test('somebody signs in at a press, and nobody who is kept out', () => {
  const workspace = open();
  expect(actAtGoogle(workspace, { kind: 'signIn', address: 'di@shop.example' })).toBe('di@shop.example has signed in.');
  expect(people(workspace)).toContainEqual(['di', 'active, held by Vault', '2026-03-02 09:00', true]);
  expect(() => actAtGoogle(workspace, { kind: 'signIn', address: 'bo@shop.example' })).toThrow(/is suspended/);
});

test('groups with their members', () => {
  expect(googleView(open()).accounts[0]!.groups).toEqual([
    {
      email: 'team@shop.example',
      name: 'Team',
      dynamic: false,
      members: [
        { who: 'ana@shop.example', role: 'owner' },
        { who: 'everybody', role: 'member' },
      ],
    },
    { email: 'all@shop.example', name: '', dynamic: true, members: [] },
  ]);
});
