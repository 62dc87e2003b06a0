import { ask } from '../../sandbox/cli/desk';
import { openDesk, oneDomain, type TestDesk } from '../sandbox-desk';
import { statuses } from '../users/shop';

/**
 * Google lets triggers run for some hours of a day alone: what becomes of runs that take more, and where that is said.
 */

const day = 24 * 60;
const people = (count: number): Record<string, string>[] =>
  Array.from({ length: count }, (_one, at) => ({
    Email: `p${String(at)}@shop.example`,
    'First name': `Pia ${String(at)}`,
    'Last name': 'Moss',
    Licences: 'Cloud Identity Free',
  }));

/** Somebody whose Google gives so few licences a second that few rows take long. */
const openSlow = (count: number, perSecond: number): TestDesk =>
  openDesk({
    tenant: oneDomain(),
    users: people(count),
    options: { quotas: `licences=${String(perSecond)}`, switches: { triggersWithCard: 'minutes' } },
  });

function later(desk: TestDesk, minutes: number): void {
  desk.clock.sleep(minutes * 60_000);
  desk.host.runDueTriggers();
}

const done = (desk: TestDesk): number => Object.values(statuses(desk)).filter((status) => status === 'Done').length;
const progress = ({ host }: TestDesk) => ask(host, 'getProgress');

/** A run in the middle, whose sidebar is closed, of a person whose triggers have this many minutes left today. */
function closed(left: number): TestDesk {
  const desk = openSlow(48, 0.1);
  const { planId } = desk.check();
  desk.host.state.quotas = {
    [`triggerMinutes ${ask(desk.host, 'getStartPage').who?.email ?? ''}`]: {
      since: desk.clock.now(),
      used: 360 - left,
    },
  };
  ask(desk.host, 'startRun', { planId, confirmed: true });
  later(desk, 5);
  later(desk, 5);
  return desk;
}

test('where the triggers of a day have run out the run rests, and goes on a day later by itself', () => {
  const desk = closed(3);
  const before = done(desk);
  expect(desk.host.failures.map(({ message }) => message).join()).toContain('too much computer time');
  later(desk, 60);
  expect([done(desk), progress(desk)]).toEqual([before, expect.objectContaining({ more: true, silent: true })]);
  later(desk, day);
  for (let slice = 0; progress(desk).more && slice < 10; slice++) later(desk, 5);
  expect([progress(desk).phase, done(desk)]).toEqual(['finished', 48]);
});

test('or at once where somebody opens the sidebar', () => {
  const desk = closed(3);
  for (let slice = 0; progress(desk).more && slice < 10; slice++) ask(desk.host, 'continueWork');
  expect([progress(desk).phase, done(desk)]).toEqual(['finished', 48]);
});

test('a plan says so where its run takes more than triggers have in a day, and only then', () => {
  const desk = openSlow(30, 0.05);
  const says = (): string => desk.check().estimate.says;
  expect(says()).not.toContain('triggers');
  desk.run();
  const paste = (from: number, count: number): void => {
    const rows = people(from + count).slice(from);
    desk.host.edit.paste(
      'Users',
      [from + 2, 1],
      rows.map((row) => Object.values(row)),
    );
  };
  paste(30, 900);
  expect(says()).toMatch(
    /With the sidebar closed it takes 1\d\d min of triggers\. Google allows 6 h .*, 90 min without it, .* rests until the next day\. In an open sidebar it goes on at once\./,
  );
});
