import { Killed } from '../../sandbox/apps-script/port';
import { ask } from '../../sandbox/cli/desk';
import { oneDomain, openDesk, type TestDesk } from '../sandbox-desk';

/** How often the background goes on is nowhere said for a script with a card: it is seen, and said. */

const users = Array.from({ length: 40 }, (_, n) => ({
  Email: `p${String(n)}@shop.example`,
  'First name': `Pia ${String(n)}`,
  'Last name': 'Moss',
  Licences: '',
}));

/** Does something in whose midst the execution dies, after some requests. */
function dying(desk: TestDesk, work: () => unknown): void {
  let answered = 0;
  desk.host.onEffect = ({ kind, when }) => {
    if (kind === 'google' && when === 'after' && ++answered === 5) throw new Killed('dead');
  };
  expect(work).toThrow(Killed);
  desk.host.onEffect = () => undefined;
}

function diedInMidRun(triggersWithCard?: string): TestDesk {
  const switches = triggersWithCard === undefined ? {} : { triggersWithCard };
  const desk = openDesk({ tenant: oneDomain(), users, options: { switches } });
  const { planId, estimate } = desk.check();
  expect(estimate.says).not.toContain('once an hour');
  dying(desk, () => ask(desk.host, 'startRun', { planId }));
  return desk;
}
const progress = ({ host }: TestDesk) => ask(host, 'getProgress');
const readiness = ({ host }: TestDesk) => ask(host, 'getReadiness').find(({ title }) => title === 'Background work');
function later(desk: TestDesk, minutes: number): void {
  desk.clock.sleep(minutes * 60_000);
  desk.host.runDueTriggers();
}

test('where they come hourly the first one shows it: Readiness, the run and the next plan say so', () => {
  const desk = diedInMidRun();
  expect([progress(desk).background, readiness(desk)]).toEqual(['unseen', undefined]);
  later(desk, 5);
  expect(progress(desk).more).toBe(true);
  dying(desk, () => later(desk, 55));
  expect(progress(desk).background).toBe('hourly');
  const today = new Date(desk.clock.now()).toISOString().slice(0, 10);
  expect(readiness(desk)).toMatchObject({
    state: 'note',
    says: expect.stringMatching(new RegExp(`^It goes on hourly here \\(seen on ${today}\\).*--no-card`)) as string,
  });
  later(desk, 60);
  expect(progress(desk)).toMatchObject({ phase: 'finished' });
  expect(desk.google.writes('directory.users.insert')).toHaveLength(users.length);
  const more = Array.from({ length: 300 }, (_, n) => [
    `q${String(n)}@shop.example`,
    'Quin',
    String(n),
    'Cloud Identity Free',
  ]);
  desk.host.edit.paste('Users', [users.length + 2, 1], more);
  const { estimate } = desk.check();
  expect(estimate.executions).toBeGreaterThan(1);
  expect(estimate.says).toContain(`With the sidebar closed it goes on once an hour: about`);
});

test('where they come as asked two of them show it; the first alone proves nothing', () => {
  const desk = diedInMidRun('minutes');
  dying(desk, () => later(desk, 5));
  expect([progress(desk).background, readiness(desk)]).toEqual(['unseen', undefined]);
  dying(desk, () => later(desk, 5));
  expect(progress(desk).background).toBe('every 5 minutes');
  expect(readiness(desk)).toMatchObject({ state: 'ok', says: expect.stringContaining('every 5 minutes') as string });
  later(desk, 5);
  expect(progress(desk)).toMatchObject({ phase: 'finished' });
});
