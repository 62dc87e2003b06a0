import { sampleOr } from '../sweep';
import { mixed, sampled } from './mixed';
import { sweep } from './points';
import { byTrigger, dyingAgain } from './take-up';
import { tell } from './tell';

/** Other ways on after a death than opening the sidebar once. */

test('dying twice in one run changes nothing in the end (a sample)', () => {
  const found = sweep({ job: mixed, desk: sampled, share: 5, of: sampleOr(60, 10), diesAgain: dyingAgain(17, 250) });
  tell('dying twice, a sample', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(sampleOr(1, 40));
}, 600_000);

test('a run that nobody looks at is carried on and ended by its trigger alone (a sample)', () => {
  const found = sweep({ job: mixed, desk: sampled, share: 7, of: sampleOr(84, 14), takeUp: byTrigger });
  tell('carried on by the trigger, a sample', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(sampleOr(0, 25));
}, 600_000);
