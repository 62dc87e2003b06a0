import { sampleOr } from '../sweep';
import { mixed, sampled } from './mixed';
import { sweep } from './points';
import { tell } from './tell';

test('an execution that dies may take along what the spreadsheet has not applied yet: the job ends as if it had not', () => {
  const found = sweep({ job: mixed, desk: sampled, unapplied: 'lost', of: sampleOr(18, 3) });
  tell('unapplied writes lost, a sample', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(sampleOr(1, 10));
}, 600_000);
