import { Killed } from '../../sandbox/apps-script/port';
import { ServerSaidNo, ask } from '../../sandbox/cli/desk';
import { oneDomain, openDesk, type TestDesk } from '../sandbox-desk';

/**
 * A run whose execution died, in front of another person, of its own trigger, and of a menu that leads to the sidebar.
 */

const bo = { primaryEmail: 'bo@shop.example', name: { givenName: 'Bo', familyName: 'Chen' }, isAdmin: true };
const users = Array.from({ length: 12 }, (_, n) => ({
  Email: `p${n}@shop.example`,
  'First name': `Pia ${n}`,
  'Last name': 'Moss',
}));

/** A desk whose run died after some users were created, with the other super administrator at the sheet. */
function diedInMidRun(deployment: 'bound' | 'addon' = 'bound'): TestDesk {
  const desk = openDesk({ tenant: oneDomain('shop.example', { users: [bo] }), users, options: { deployment } });
  const { planId } = desk.check();
  let creations = 0;
  desk.host.onEffect = ({ kind, when }) => {
    if (kind === 'google' && when === 'after' && ++creations === 5) throw new Killed('dead');
  };
  expect(() => ask(desk.host, 'startRun', { planId })).toThrow(Killed);
  desk.host.onEffect = () => undefined;
  return desk;
}

const progress = ({ host }: TestDesk) => ask(host, 'getProgress');

test('somebody else is told how long to wait, may then check, and finishes it with nothing done twice', () => {
  const desk = diedInMidRun();
  desk.host.become('bo@shop.example');
  expect(progress(desk)).toMatchObject({
    startedBy: 'admin@shop.example',
    more: true,
    silent: false,
    background: 'unseen',
  });
  expect(() => ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' })).toThrow(
    ServerSaidNo,
  );
  desk.clock.sleep(95_000);
  expect(progress(desk)).toMatchObject({ silent: true });
  desk.checkAndRun();
  expect(progress(desk)).toMatchObject({ startedBy: 'bo@shop.example', phase: 'finished', silent: false });
  expect(desk.google.writes('directory.users.insert')).toHaveLength(users.length);
});

test('the trigger goes on with a dead run, and takes itself away at the end', () => {
  const desk = diedInMidRun();
  desk.clock.sleep(3_600_000);
  desk.host.runDueTriggers();
  expect(progress(desk)).toMatchObject({ phase: 'finished', more: false });
  expect(desk.google.writes('directory.users.insert')).toHaveLength(users.length);
  expect([desk.host.state.triggers, desk.host.failures]).toEqual([[], []]);
});

test('an add-on says that it goes on once an hour, and does', () => {
  const desk = diedInMidRun('addon');
  expect(progress(desk).background).toBe('hourly');
  desk.clock.sleep(3_600_000);
  desk.host.runDueTriggers();
  expect(progress(desk)).toMatchObject({ phase: 'finished' });
});

test('a trigger that comes while somebody works says nothing to anybody', () => {
  const desk = diedInMidRun();
  const [trigger] = desk.host.state.triggers;
  if (!trigger) throw new Error('The run made no trigger.');
  trigger.next = desk.clock.now();
  desk.host.runDueTriggers();
  expect([progress(desk).phase, desk.host.failures]).toEqual(['running', []]);
});

test.each([
  ['checkVisible', { page: 'check', scope: { kind: 'visible' } }],
  ['openPlan', { page: 'plan' }],
  ['openHandOff', { page: 'handOff' }],
  ['openReadiness', { page: 'readiness' }],
])('the menu entry %s leads the sidebar somewhere, once', (handler, opens) => {
  const desk = openDesk({ tenant: oneDomain(), users });
  desk.host.call(handler, [], 'menu');
  expect(desk.host.shown.sidebar).toContain('<script');
  // The sidebar that stood there before may ask in the same moment.
  expect(ask(desk.host, 'getStartPage', { opens: false }).opens).toBeUndefined();
  expect(ask(desk.host, 'getStartPage', { opens: true }).opens).toEqual(opens);
  expect(ask(desk.host, 'getStartPage', { opens: true }).opens).toBeUndefined();
});
