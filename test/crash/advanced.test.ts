import { mixed } from './mixed';
import { sweep } from './points';
import { tell } from './tell';

test('a job of 200 rows that dies at any tenth state ends as if it had not: advanced services', () => {
  const found = sweep({ job: mixed, desk: { transport: 'advanced' }, share: 3, of: 10 });
  tell('advanced services, every tenth state', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(30);
}, 600_000);
