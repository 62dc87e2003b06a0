import { customers, onceAtMost } from './customers';
import { sweep } from './points';
import { tell } from './tell';

test.each(['parallel', 'advanced'] as const)('a job of customers, orders and people that dies at any point ends as if it had not: %s', (transport) => {
  const found = sweep({ job: customers, desk: { transport }, expected: onceAtMost });
  tell(`customers, ${transport}`, found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(100);
}, 600_000);
