import { sampleOr } from '../sweep';
import { sweep } from './points';
import { inTurns, supportTeam } from './support-team';
import { tell } from './tell';

/**
 * A support team on five domains of two accounts: whoever is at work when it dies goes on, and the other after that.
 * Nobody is there twice, no role is made twice, no paid licence comes to a second person, and every password is right.
 */

test('a support team whose setting up dies at some point ends as if it had not, for both administrators (a sample)', () => {
  const of = sampleOr(120, 4);
  const found = sweep({ job: supportTeam, ...inTurns(), of });
  tell('support team, two administrators', found);
  expect(found.failures).toEqual([]);
  expect(found.points).toBeGreaterThan(150);
  expect(found.tried).toBeGreaterThan(found.points / of / 2);
}, 900_000);
