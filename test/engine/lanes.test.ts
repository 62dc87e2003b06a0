import fc from 'fast-check';
import { seeded } from '../../sandbox/chance';
import { journeys } from '../../sandbox/latency';
import { Lanes } from '../../src/engine/lanes';
import { lanes } from '../../src/google/quotas';
import { mostIn, work, type Limit, type Ran } from './google';

/** Lanes before a Google that counts: what holds for every latency, every jitter and every quota. */

fc.configureGlobal({ seed: 20_260_302 });

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const licences = { perSecond: 1, burst: 1 };
const creations = { perSecond: 10, burst: 10 };

/** Journeys with a mean of 250 ms. `arrival`: the part of them that lies before Google's door. */
const jittery = (seed: number, { mean = 250, jitter = 80, arrival = 0.1 } = {}) =>
  journeys({ mean, jitter, arrival }, seeded(seed));

const perSecond =
  (count: number): Limit =>
  () => ({ count, window: 1000 });

const refusedIn = ({ sent }: Ran, from = 0): number =>
  sent.filter(({ taken, left }) => !taken && left >= from * 1000).length;

describe('at the documented pace', () => {
  const rates = fc.record({ burst: fc.integer({ min: 1, max: 20 }), seconds: fc.constantFrom(0.5, 1, 2) });

  test('no window holds more than is documented when requests leave, whatever their latencies', () => {
    fc.assert(
      fc.property(
        rates,
        fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 50 }),
        (rate, times) => {
          const { burst, seconds } = rate;
          let next = 0;
          const journey = () => ({ there: 0, back: times[(next += 1) % times.length] ?? 0 });
          const lane = { rate: { burst, perSecond: burst / seconds }, requests: 60 };
          const { sent } = work({ lanes: { lane }, learns: false, journey });
          expect(
            mostIn(
              sent.map(({ left }) => left),
              seconds * 1000,
            ),
          ).toBeLessThanOrEqual(burst);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each([
    ['licences', licences, 600],
    ['creations', creations, 2_000],
  ])(
    'a Google of that rate refuses one in a hundred at most, and hardly any time is lost (%s)',
    (_name, rate, requests) => {
      fc.assert(
        fc.property(seeds, fc.constantFrom(0, 20, 80), (seed, jitter) => {
          const lane = { rate, requests, limit: perSecond(rate.burst) };
          const ran = work({ lanes: { lane }, learns: false, journey: jittery(seed, { jitter }) });
          expect(refusedIn(ran)).toBeLessThanOrEqual(requests / 100);
          expect(ran.seconds).toBeLessThan((requests / rate.perSecond) * 1.045 + 2);
          expect(ran.lost).toBe(0);
        }),
        { numRuns: 12 },
      );
    },
  );

  test('the margin is found also where half of a latency lies before Google’s door, and where refused requests count', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, countsRefused) => {
        const lane = { rate: licences, requests: 600, limit: perSecond(1) };
        const journey = jittery(seed, { arrival: 0.5 });
        const ran = work({ lanes: { lane }, learns: false, journey, countsRefused });
        expect(refusedIn(ran, 120)).toBeLessThan(50);
        expect(ran.seconds).toBeLessThan(740);
        expect(ran.lost).toBe(0);
      }),
      { numRuns: 10 },
    );
  });

  test('waves of a lane are spread over its window, as many of them as there is time for', () => {
    const gaps = (mean: number): readonly number[] => {
      const lane = { rate: creations, requests: 100 };
      const { sent } = work({ lanes: { lane }, learns: false, journey: jittery(1, { mean, jitter: 0 }) });
      const times = [...new Set(sent.map(({ left }) => left))].filter((time) => time > 2_000 && time < 6_000);
      return times.slice(1).map((time, i) => time - (times[i] ?? 0));
    };
    expect(Math.max(...gaps(250))).toBeLessThan(400);
    expect(Math.max(...gaps(50))).toBeLessThan(130);
    expect(Math.min(...gaps(600))).toBeGreaterThan(1_000);
  });
});

describe('in whole windows', () => {
  const whole = { learns: false, wholeWindows: true };

  test('a window goes in one wave, and hardly any time is lost', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0, 80), (seed, jitter) => {
        const lane = { rate: creations, requests: 1_000, limit: perSecond(10) };
        const { sent, seconds } = work({ ...whole, lanes: { lane }, journey: jittery(seed, { jitter }) });
        const waves = new Set(sent.map(({ left }) => left)).size;
        expect(waves).toBeLessThan(135);
        expect(seconds).toBeLessThan(jitter ? 105 : 102);
      }),
      { numRuns: 10 },
    );
  });

  test('a lane with much work is not kept from its place by others that share a wider one with it', () => {
    const tolls = [
      { lane: 'directory', key: 'directory' },
      { lane: 'creations', key: 'creations' },
    ];
    const shared = new Lanes({ directory: { perSecond: 40, burst: 40 }, creations });
    for (let one = 0; one < 10; one += 1) shared.add(tolls, 10_000);
    shared.add(tolls.slice(0, 1), 10_900);
    expect(shared.dueIn(tolls, 11_000, true)).toBeLessThan(50);
  });

  test('a Google that takes few at once gets them one after the other, not a whole window again and again', () => {
    const lane = { rate: lanes.directory, requests: 1_200, limit: () => ({ count: 12, window: 300 }) };
    const { seconds, lost } = work({ ...whole, lanes: { lane }, journey: jittery(1, { jitter: 20 }) });
    expect(seconds).toBeLessThan(60);
    expect(lost).toBe(0);
  });
});

describe('at the learned pace', () => {
  test('no rate is kept above what was refused, nor far below what Google takes', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 12 }), (seed, count) => {
        const lane = { rate: licences, requests: 250 * count, limit: perSecond(count) };
        const ran = work({ lanes: { lane }, learns: true, journey: jittery(seed) });
        const { good, ceiling } = ran.lanes.learned()['lane'] ?? { good: 0 };
        expect(good).toBeLessThanOrEqual(count);
        expect(good).toBeGreaterThanOrEqual(Math.floor(count * 0.8));
        expect(ceiling?.count).toBeGreaterThan(good);
        expect(ran.seconds).toBeLessThan(250 * 1.12);
        // Finding out takes some, whatever there is to do; then no more than at a documented pace.
        expect(refusedIn(ran)).toBeLessThanOrEqual(20 + lane.requests / 100);
        expect(ran.lost).toBe(0);
      }),
      { numRuns: 24 },
    );
  });

  test('also a lane whose number nobody publishes finds it', () => {
    const lane = { rate: lanes.reseller, requests: 400, limit: perSecond(5) };
    const { lanes: after, seconds, lost } = work({ lanes: { lane }, learns: true, journey: jittery(1) });
    expect(after.learned()['lane']?.good).toBe(5);
    expect(seconds).toBeLessThan(95);
    expect(lost).toBe(0);
  });

  test('trying more costs next to nothing where Google keeps to its word', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const lane = { rate: licences, requests: 600, limit: perSecond(1) };
        const took = (learns: boolean) => work({ lanes: { lane }, learns, journey: jittery(seed) }).seconds;
        expect(took(true) / took(false)).toBeLessThan(1.03);
      }),
      { numRuns: 10 },
    );
  });

  test('where Google sets no limit, a thousand licences go as fast as people are made', () => {
    const lane = { rate: licences, requests: 1_000 };
    const { seconds, sent } = work({ lanes: { lane }, learns: true, journey: jittery(1) });
    expect(seconds).toBeLessThan(30);
    expect(
      mostIn(
        sent.map(({ left }) => left),
        1000,
      ),
    ).toBeLessThanOrEqual(102);
  });

  test.each([
    { changes: 'falls', after: 20, before: undefined, then: 3 },
    { changes: 'falls', after: 20, before: 12, then: 2 },
    { changes: 'rises', after: 40, before: 1, then: 8 },
    { changes: 'rises', after: 95, before: 2, then: 6 },
  ])(
    'a quota that $changes after $after s to $then a second is met within half a minute',
    ({ after, before, then }) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const limit: Limit = (seconds) => {
            const count = seconds < after ? before : then;
            return count === undefined ? undefined : { count, window: 1000 };
          };
          const lane = { rate: licences, requests: after * (before ?? 100) + 40 * then, limit };
          const { sent, lost } = work({ lanes: { lane }, learns: true, journey: jittery(seed) });
          const settled = sent.filter(({ arrived }) => arrived > (after + 30) * 1000 && arrived < (after + 40) * 1000);
          const taken = settled.filter((one) => one.taken).length;
          expect(taken).toBeGreaterThan(10 * then * 0.75);
          expect(settled.length - taken).toBeLessThanOrEqual(then);
          expect(lost).toBe(0);
        }),
        { numRuns: 10 },
      );
    },
  );

  test('a quota far above the documented one is made use of within half a minute', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 10, max: 40 }), (seed, count) => {
        const lane = { rate: licences, requests: 40 * count, limit: perSecond(count) };
        const { sent } = work({ lanes: { lane }, learns: true, journey: jittery(seed) });
        const takenIn = (from: number, to: number): number =>
          sent.filter(({ taken, left }) => taken && left >= from * 1000 && left < to * 1000).length;
        expect(takenIn(25, 35)).toBeGreaterThan(0.65 * 10 * count);
      }),
      { numRuns: 20 },
    );
  });

  test('what was learned is where the next run begins, and the ceiling is not tried again', () => {
    const lane = { rate: licences, requests: 300, limit: perSecond(3) };
    const first = work({ lanes: { lane }, learns: true, journey: jittery(1) });
    const known = first.lanes.learned()['lane'];
    if (!known) throw new Error('Nothing was learned.');
    const again = (learns: boolean) =>
      work({
        lanes: { lane },
        learns,
        journey: jittery(2),
        remembered: (before) => before.remember({ lane: 'lane', key: 'lane' }, known),
      });
    expect(again(true).seconds).toBeLessThan(first.seconds);
    expect(again(true).seconds).toBeLessThan(100 * 1.05);
    expect(refusedIn(again(true))).toBeLessThanOrEqual(5);
    expect(again(false).seconds).toBeGreaterThan(295);
  });
});

test('no lane idles while it has work: the slowest of several sets the time, and others fit in between', () => {
  const amounts = fc.record({
    slow: fc.integer({ min: 30, max: 60 }),
    quick: fc.integer({ min: 1, max: 300 }),
    wide: fc.integer({ min: 1, max: 900 }),
  });
  fc.assert(
    fc.property(seeds, amounts, fc.boolean(), (seed, { slow, quick, wide }, learns) => {
      const three = {
        slow: { rate: licences, requests: slow, limit: perSecond(1) },
        quick: { rate: creations, requests: quick, limit: perSecond(10) },
        wide: { rate: { perSecond: 40, burst: 40 }, requests: wide },
      };
      const { seconds } = work({ lanes: three, learns, journey: jittery(seed) });
      const bound = Math.max(slow, quick / 10, wide / 40);
      expect(seconds).toBeLessThan(bound * 1.06 + 4);
    }),
    { numRuns: 25 },
  );
});
