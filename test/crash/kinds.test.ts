import { openJob } from './job';
import { kindsOf } from './kinds';
import { mixed, oneOfEach } from './mixed';

/** The job that dies at every point must meet with everything that the big one meets with. */

test.each(['parallel', 'advanced'] as const)(
  'one row of each kind is every kind of the 200 rows, and sends every kind of request that they send: %s transport',
  (transport) => {
    const whole = kindsOf(openJob(mixed, { transport }));
    const small = kindsOf(openJob(mixed, { transport, ...oneOfEach }));
    expect(whole.rows.length).toBeGreaterThan(50);
    expect(whole.rows.filter((kind) => !small.rows.includes(kind))).toEqual([]);
    // A few people are looked up one by one where many are listed: the small job may meet with more.
    expect(whole.requests.filter((kind) => !small.requests.includes(kind))).toEqual([]);
  },
  60_000,
);
