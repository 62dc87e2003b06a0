import { createHmac } from 'node:crypto';
import { Check } from '../../src/engine/check';
import { shortened } from '../../src/engine/shorten';
import { deedsInWords, endingOf, planInWords } from '../../src/engine/details';
import { Blocked, Failures, NotApproved, Waiting } from '../../src/engine/outcome';
import { derivePassword } from '../../src/engine/password';
import { canonical, tokensOf } from '../../src/engine/plan';
import { Refusal } from '../../src/engine/request';
import { shownValue } from '../../src/engine/words';
import { write, words } from './world';

describe('tokens of a plan', () => {
  test('name what may not have an id yet, and are the same for equal data in whatever order', () => {
    const assign = {
      ...write('roles.insert'),
      body: { roleId: '77', assignedTo: 'planned:ann', scopeType: 'CUSTOMER' },
      named: { roleId: 'role:Helper', assignedTo: 'user:ann' },
    };
    const later = { ...assign, body: { scopeType: 'CUSTOMER', assignedTo: '1234567', roleId: '77' } };
    expect(tokensOf(assign)).toEqual(tokensOf(later));
    expect(tokensOf(assign)).toHaveLength(1);
    expect(tokensOf({ ...later, named: { roleId: 'role:Helper', assignedTo: 'user:eve' } })).not.toEqual(
      tokensOf(assign),
    );
    expect(tokensOf({ ...assign, account: 'C2' })).not.toEqual(tokensOf(assign));
  });

  test('stand for each field of an update by itself, so that fewer may be sent and no other value', () => {
    const update = (body: Record<string, string>) =>
      tokensOf({ op: 'users.update', account: 'C1', params: { userKey: '1' }, body });
    const whole = update({ orgUnitPath: '/Sales', recoveryEmail: 'a@b' });
    expect(whole).toHaveLength(2);
    expect(whole).toEqual(expect.arrayContaining([...update({ orgUnitPath: '/Sales' })]));
    expect(whole).not.toEqual(expect.arrayContaining([...update({ orgUnitPath: '/Other' })]));
  });

  test('tell values apart that look alike', () => {
    expect(canonical({ a: '1' })).not.toBe(canonical({ a: 1 }));
    expect(canonical({ a: null })).not.toBe(canonical({}));
    expect(canonical({ b: [1, { d: 1, c: 2 }], a: true })).toBe('{"a":true,"b":[1,{"c":2,"d":1}]}');
  });
});

test('a check records writes of rows and of shared work apart, the silent ones beside', () => {
  const check = new Check({ plan: ({ op }) => `planned ${op}`, digest: (text) => text });
  const step = (op: string) => ({ kind: 'send', request: write(op), words }) as const;
  expect(check.begin(step('create'), { row: 7, shared: '' })).toEqual({ value: 'planned create' });
  check.begin(step('unit'), { row: 7, shared: 'org-unit:/Sales' });
  check.allow({ kind: 'allow', request: write('remove'), words }, { row: 7, shared: '' });
  check.shares('org-unit:/Sales', { row: 7, shared: '' });
  expect(check.planOf(7)).toMatchObject({
    writes: [
      { op: 'create', need: 'must' },
      { op: 'remove', need: 'may' },
    ],
    shared: ['org-unit:/Sales'],
  });
  expect(check.sharedPlan('org-unit:/Sales').writes).toMatchObject([{ op: 'unit', need: 'must' }]);
  expect(check.planOf(8)).toEqual({ writes: [], shared: [] });
});

describe('how a row ended', () => {
  const explain = (refusal: Refusal) => ({
    says: `Google said ${refusal.status}.`,
    remedy: 'Look there.',
    final: refusal.status < 500,
  });
  const question = { kind: 'samePerson', says: 'Same person?', about: { name: 'Ann' } };
  const refusal = (status: number) => new Refusal(status, '', { message: 'x' });

  test.each([
    [
      new Blocked('No.', 'Do this.', { column: 'email', question }),
      { outcome: 'blocked', details: 'No. Do this.', column: 'email', question },
    ],
    [new Waiting('No seat.', 'Buy one.'), { outcome: 'waiting', details: 'No seat. Buy one.' }],
    [
      new NotApproved('create eve'),
      {
        outcome: 'stale',
        details: 'Needs a change that was not in the approved plan: create eve. Check this row again.',
      },
    ],
    [refusal(403), { outcome: 'blocked', details: 'Google said 403. Look there.' }],
    [refusal(503), { outcome: 'failed', details: 'Google said 503. Look there.' }],
  ])('is told with its remedy: %s', (error, ending) => {
    expect(endingOf(error, explain)).toEqual(ending);
  });

  test('is told of all failures; the outcome is that of the one that asks most of a person', () => {
    const ending = endingOf(
      new Failures([refusal(503), new Failures([new Waiting('No seat.', ''), new Blocked('No.', 'Do this.')])]),
      explain,
    );
    expect(ending.outcome).toBe('blocked');
    for (const says of ['Google said 503.', 'No seat.', 'No. Do this.']) expect(ending.details).toContain(says);
  });

  test('by a mistake of ours is said to be one, and is no secret', () => {
    expect(endingOf(new TypeError('x is undefined'), explain)).toMatchObject({
      outcome: 'failed',
      details: expect.stringMatching(/inside Seatsheet \(TypeError: x is undefined\)/) as string,
    });
  });

  test('a list of very many is cut between its parts, and says how many more there are', () => {
    const parts = Array.from({ length: 300 }, (_none, at) => `add the alias alias.number.${String(at)}@shop.example`);
    const text = planInWords(parts.map((plan) => ({ need: 'must', words: { plan, done: '' } })));
    expect(text.length).toBeLessThan(5_000);
    const [, shown = '', more] = /^Will (.*), (\d+) more \(the plan has them all\)\.$/.exec(text) ?? [];
    expect(shown.split(', ').every((part) => parts.includes(part))).toBe(true);
    expect(shown.split(', ').length + Number(more)).toBe(300);
  });

  test.each([
    ['Ruíz', 'Ruíz'],
    ['/Sales/North', '/Sales/North'],
    ['', 'nothing'],
    ['nothing', '“nothing”'],
    ['Ray, give the role X', '“Ray, give the role X”'],
    ['a → b', '“a → b”'],
    ['say “so”', '“say "so"”'],
    ['one\ntwo\tthree', 'one two three'],
    ['\u202Edlrow', 'dlrow'],
    ['word '.repeat(100), `“${'word '.repeat(39)}word… (499 characters)”`],
  ])('the value %j stands in a plan as %s', (value, shown) => {
    expect(shownValue(value)).toBe(shown);
  });

  test('well is told in words, each deed once; what may be needed is no promise', () => {
    expect(deedsInWords(['gave X', 'created the user', 'gave X'])).toBe('Gave X, created the user.');
    expect(deedsInWords(['gave X', 'created the user'], ['created the user', 'gave Y', 'gave X'])).toBe(
      'Created the user, gave X.',
    );
    expect(deedsInWords([])).toBe('');
    expect(
      planInWords([
        { need: 'must', words: { plan: 'create the user', done: '' } },
        { need: 'may', words: { plan: 'take X away', done: '' } },
      ]),
    ).toBe('Will create the user.');
  });
});

describe('a derived password', () => {
  const mac =
    (secret: string) =>
    (message: string): readonly number[] => [...createHmac('sha256', secret).update(message, 'utf8').digest()];

  test('is the same for the same secret, address and generation, and another for any other', () => {
    const name = { address: 'ann@shop.example', generation: 0 };
    const all = [
      derivePassword(name, mac('s')),
      derivePassword({ ...name, generation: 1 }, mac('s')),
      derivePassword({ ...name, address: 'bob@shop.example' }, mac('s')),
      derivePassword(name, mac('t')),
    ];
    expect(new Set(all).size).toBe(4);
    expect(derivePassword({ ...name }, mac('s'))).toBe(all[0]);
  });

  test('has sixteen letters and digits that nobody reads as others, of every kind, each as likely as the next', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 2_000; i++) {
      const password = derivePassword({ address: `p${i}@shop.example`, generation: 0 }, mac('secret'));
      expect(password).toMatch(/^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-HJ-NP-Za-km-z2-9]{16}$/);
      for (const letter of password) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    const shares = [...counts.values()];
    expect(counts.size).toBe(56);
    expect(Math.max(...shares) / Math.min(...shares)).toBeLessThan(1.6);
  });

  test('passes over bytes that would favour some letters, and tries again where a kind is missing', () => {
    const asked: string[] = [];
    const password = derivePassword({ address: 'a', generation: 0 }, (message) => {
      asked.push(message);
      const attempt = Number(message.split('\n')[3]);
      return Array.from({ length: 32 }, (_, i) => (attempt === 0 ? 0 : ([255, 0, 30, 50][i % 4] ?? 0)));
    });
    expect(password).toBe('Ag4'.repeat(6).slice(0, 16));
    expect(asked.length).toBe(2);
  });
});

describe('a text that is too long', () => {
  const text = 'Google Vault came over to you; Cloud Identity Premium did not.';

  test('ends with a whole word, and says that more was there', () => {
    for (let most = 8; most < text.length; most++) {
      const cut = shortened(text, most);
      expect([...cut].length).toBeLessThanOrEqual(most);
      expect(cut).toMatch(/^Google.*…$/);
      expect(`${text} `).toContain(`${cut.slice(0, -1)} `);
    }
    expect(shortened(text, text.length)).toBe(text);
  });

  test('that is a single word is cut between characters', () => {
    expect(shortened('👩‍🚀'.repeat(9).replace(/\u200d🚀/g, ''), 4)).toBe('👩👩👩…');
  });
});
