import { admin, callFor, openGoogle, person, shop } from './google';

test('a refusal can be ordered, for so many times, after so many requests', () => {
  const { call, google } = openGoogle();
  google.control.failNext(
    'directory.users.get',
    { status: 503, reason: 'backendError', message: 'Service unavailable. Please try again', after: 1 },
    2,
  );
  expect([1, 2, 3, 4].map(() => call('directory.users.get', { userKey: admin }).status)).toEqual([200, 503, 503, 200]);
  expect(call('directory.orgunits.list', { customerId: 'my_customer' }).status).toBe(200);
});

test('an answer can be lost, with or without effect; the log tells which', () => {
  const { call, google } = openGoogle({ switches: { userPropagation: '0' } });
  google.control.failNext('directory.users.insert', { status: 0 });
  expect(call('directory.users.insert', {}, person('ana@shop.example')).status).toBe(0);
  expect(call('directory.users.get', { userKey: 'ana@shop.example' }).status).toBe(404);
  google.control.failNext('directory.users.insert', { status: 0, applied: true });
  expect(call('directory.users.insert', {}, person('ana@shop.example')).status).toBe(0);
  expect(call('directory.users.get', { userKey: 'ana@shop.example' }).status).toBe(200);
  expect(google.log.filter((line) => line.status === 0).map((line) => line.reason)).toEqual([
    'noAnswer',
    'noAnswerApplied',
  ]);
});

describe.each([1, 2, 3])('faults by seed %d', (faults) => {
  const open = () =>
    openGoogle({
      faults,
      accounts: [shop({ users: [{ primaryEmail: 'ana@shop.example' }] })],
      switches: { userPropagation: '0' },
    });

  test('are the same in every run, of several kinds, and some requests get through', () => {
    const run = () => {
      const { call, google } = open();
      for (let n = 0; n < 300; n += 1) {
        call('directory.users.insert', {}, person(`u${n}@shop.example`));
        call('directory.users.update', { userKey: 'ana@shop.example' }, { name: { givenName: `Ana${n}` } });
        call('directory.users.get', { userKey: `u${n}@shop.example` });
      }
      return google.log.map(({ status, reason }) => `${status} ${reason}`);
    };
    const outcomes = run();
    expect(run()).toEqual(outcomes);
    const kinds = new Set(outcomes);
    for (const kind of [
      '200 ',
      '503 backendError',
      '500 internalError',
      '429 rateLimitExceeded',
      '403 quotaExceeded',
      '0 noAnswer',
      '0 noAnswerApplied',
      '409 duplicate',
    ])
      expect(kinds).toContain(kind);
    expect(outcomes.filter((kind) => kind === '200 ').length).toBeGreaterThan(700);
  });

  test('hit one request at most twice in a row', () => {
    const { google } = open();
    let row = 0;
    let longest = 0;
    for (let n = 0; n < 3000; n += 1) {
      const { status } = google.handle(callFor('directory.users.get', { userKey: admin }, { as: admin }));
      row = status === 200 ? 0 : row + 1;
      longest = Math.max(longest, row);
    }
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThanOrEqual(2);
  });
});
