import { customers, onceAtMost } from './customers';
import { sweep } from './points';
import { tell } from './tell';
test('x', () => {
  const found = sweep({ job: customers, desk: { transport: (process.env['TR'] ?? 'parallel') as 'parallel', latency: Number(process.env['LAT'] ?? 250) }, of: Number(process.env['OF'] ?? 1), expected: onceAtMost });
  tell('x', found);
  process.stderr.write(found.failures.join('\n').slice(0, 6000) + '\n');
}, 600_000);
