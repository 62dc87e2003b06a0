import { execFileSync } from 'node:child_process';

/**
 * Executions in threads of their own, over one state: the workbench's host. One child process does it all, see
 * threads.ts.
 */

let results: Record<string, unknown> = {};

beforeAll(() => {
  const output = execFileSync(process.execPath, ['--import', 'tsx', 'test/apps-script-host/threads.ts'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  results = JSON.parse(output) as Record<string, unknown>;
}, 70_000);

test('a short execution and a person’s edit go on while a long one sleeps', () => {
  expect(results).toMatchObject({ quick: 'typed meanwhile', long: [true, { list: [1] }] });
  expect(results['slept']).toBeGreaterThanOrEqual(100_000);
});

test('what a machine needs to compute passes as real time does, however fast the clock is', () => {
  expect(results['computed']).toBeLessThan(30_000);
});

test('a lock keeps a second execution waiting until the first lets go', () => {
  expect(results).toMatchObject({ waited: true, lockOrder: true });
});

test('errors keep their names and details on the way', () => {
  expect(results['refusal']).toEqual({
    name: 'GoogleJsonResponseException',
    message: 'API call to directory.users.get failed with error: Resource Not Found: userKey',
    details: { code: 404, message: 'Resource Not Found: userKey', errors: [{ reason: 'notFound' }] },
    killed: false,
  });
});

test('a question waits for the person, the wire stays the wire', () => {
  expect(results).toMatchObject({ asked: true, date: 'undefined', menuDate: { at: '1970-01-01T00:00:00.000Z' } });
});

test('time is up after six minutes of the clock, in a thread too', () => {
  expect(results['endless']).toMatchObject({ message: 'Exceeded maximum execution time' });
});

test('triggers run in threads', () => {
  expect(results['triggered']).toBe(true);
});

test('a sleeping execution notices that time was made to pass faster', () => {
  expect(results['hurried']).toBe(true);
});

test('after a crash nothing of the script goes on, and the next execution runs', () => {
  expect(results['crash']).toMatchObject({ killed: true, message: 'Lights out.' });
  expect(results).toMatchObject({ afterCrash: ['a'], again: 'typed meanwhile' });
});

test('closing ends what still runs', () => {
  expect(results['closed']).toMatchObject({ message: 'The thread of the execution was ended.' });
});
