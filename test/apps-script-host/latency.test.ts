import { virtualClock } from '../../sandbox/clock';
import { open, start, type Bench } from './bench';

/** When requests reach Google, and when their answers are in: arrival is not departure. */

const wave = (count: number): string =>
  `UrlFetchApp.fetchAll(Array.from({ length: ${count} }, (_none, at) => ({ url: 'https://admin.googleapis.com/admin/directory/v1/users/u' + at, headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } })));`;

/** Milliseconds after the script's first line at which each request arrived, and at which the script went on. */
function flown(body: string, bench: Bench = {}) {
  const clock = virtualClock(start);
  const arrived: number[] = [];
  const google = (): undefined => {
    arrived.push(clock.now());
  };
  const host = open(`function test() { const left = Date.now(); ${body} return [left, Date.now()]; }`, {
    ...bench,
    clock,
    google,
  });
  const [left = 0, back = 0] = host.call('test', [], 'editor') as number[];
  return { arrived: arrived.map((at) => at - left), took: back - left };
}

/** Milliseconds of so many requests, one after the other. */
function flights(many: number, jitter: number): readonly number[] {
  const each = `const left = Date.now(); ${wave(1)} times.push(Date.now() - left);`;
  const code = `function test() { const times = []; for (let n = 0; n < ${many}; n++) { ${each} } return times; }`;
  return open(code, { jitter, clock: virtualClock(start) }).call('test', [], 'editor') as number[];
}

test('a request is counted on its way, not when it leaves and not when its answer is in', () => {
  expect(flown("AdminDirectory.Users.get('a');")).toEqual({ arrived: [25], took: 250 });
  expect(flown("AdminDirectory.Users.get('a');", { arrival: 'half' })).toEqual({ arrived: [125], took: 250 });
});

test('the parts of a wave arrive one after the other, and the wave ends with its last answer', () => {
  expect(flown(wave(4))).toEqual({ arrived: [25, 27, 29, 31], took: 256 });
});

test('latency is spread around its mean, never below 40 ms, and a wave is as slow as its slowest part', () => {
  const { took } = flown(wave(30), { jitter: 80 });
  expect(took).toBeGreaterThan(250 + 80);
  const times = flights(300, 80);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const deviation = Math.sqrt(times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length);
  expect(mean).toBeGreaterThan(235);
  expect(mean).toBeLessThan(265);
  expect(deviation).toBeGreaterThan(65);
  expect(deviation).toBeLessThan(95);
  expect(Math.min(...flights(200, 400))).toBe(40);
});

test('two runs meet the same latencies, another seed meets others', () => {
  const jittery = (seed: number) => flown(wave(5), { jitter: 80, seed });
  expect(jittery(7)).toEqual(jittery(7));
  expect(jittery(7)).not.toEqual(jittery(8));
});

test('the script draws the same chance whatever the latency', () => {
  const drawn = (jitter: number): unknown =>
    open(`function test() { ${wave(3)} return Math.random(); }`, { jitter }).call('test', [], 'editor');
  expect(drawn(80)).toBe(drawn(0));
});

test('what has left arrives, though the execution that sent it ends before', () => {
  const host = open(`function slow() { Utilities.sleep(300000); Utilities.sleep(59990); ${wave(3)} }`);
  expect(() => host.call('slow', [], 'menu')).toThrow('Exceeded maximum execution time');
  expect(host.google).toHaveLength(3);
});
