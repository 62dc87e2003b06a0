import { Blocked, Failures, failuresIn, Waiting } from '../../src/engine/outcome';
import { allow, ask, confirm, once, pause, say, send, together, type Procedure } from '../../src/engine/procedure';
import { Refusal } from '../../src/engine/request';
import { fact, gave, refused, words, world, write, type World } from './world';

const opsOf = (one: World): readonly string[] =>
  one.sent.map(({ request }) => `${request.op}${request.params['who'] ? ` ${request.params['who']}` : ''}`);

describe('several things together', () => {
  test('each goes on when its own answer is in, and their values come in order', () => {
    function* two(name: string, waits: number): Procedure<string> {
      yield* send(write('first', name), words);
      yield* pause(waits);
      yield* send(write('second', name), words);
      return name;
    }
    function* both(): Procedure<unknown> {
      return yield* together(two('slow', 900), two('quick', 1));
    }
    const one = world();
    expect(one.drive(both())).toBe('finished');
    expect(opsOf(one)).toEqual(['first slow', 'first quick', 'second quick', 'second slow']);
    expect(one.ended.get(1)).toEqual({ value: ['slow', 'quick'] });
  });

  test('all are tried, and every failure is kept', () => {
    function* fails(says: string): Procedure<void> {
      yield* send(write(says), words);
      throw new Blocked(says, '');
    }
    function* all(): Procedure<unknown> {
      return yield* together(fails('one'), fails('two'), send(write('fine'), words), together(fails('three')));
    }
    const one = world();
    one.drive(all());
    const [error] = [one.ended.get(1)].map((result) => (result && 'error' in result ? result.error : undefined));
    expect(error).toBeInstanceOf(Failures);
    expect(
      failuresIn(error)
        .map((failure) => (failure as Blocked).says)
        .sort(),
    ).toEqual(['one', 'three', 'two']);
    expect(opsOf(one)).toContain('fine');
  });

  test('none of them is done at once', () => {
    function* none(): Procedure<unknown> {
      return yield* together();
    }
    const one = world();
    one.drive(none());
    expect(one.ended.get(1)).toEqual({ value: [] });
  });
});

describe('shared work', () => {
  function* shares(key: string, row: string): Procedure<string> {
    const shared = yield* once(key, () => send<string>(write('shared', key), words));
    yield* send(write('own', row), words);
    return shared;
  }

  test('is done once, and its result goes to every row that asks, early or late', () => {
    function* late(): Procedure<string> {
      yield* pause(5_000);
      return yield* shares('a', 'late');
    }
    const one = world();
    one.drive(shares('a', 'r1'), shares('a', 'r2'), shares('b', 'r3'), late());
    expect(opsOf(one).filter((op) => op.startsWith('shared'))).toEqual(['shared a', 'shared b']);
    expect([1, 2, 3, 4].map((row) => one.ended.get(row))).toEqual([
      { value: 'value of a' },
      { value: 'value of a' },
      { value: 'value of b' },
      { value: 'value of a' },
    ]);
  });

  test('that fails, fails for every row that asks, and is not tried again', () => {
    const one = world({ answer: ({ op }) => (op === 'shared' ? refused(403, 'forbidden') : gave(1)) });
    one.drive(shares('a', 'r1'), shares('a', 'r2'));
    expect(opsOf(one)).toEqual(['shared a']);
    for (const row of [1, 2]) expect(one.ended.get(row)).toMatchObject({ error: { status: 403 } });
  });

  test('that waits for itself is reported instead of hanging', () => {
    function* circle(key: string, other: string): Procedure<unknown> {
      return yield* once(key, () => once(other, () => circle(key, other)));
    }
    expect(() => world().drive(circle('a', 'b'))).toThrow(/wait for each other/);
  });
});

describe('a refused request', () => {
  function* careful(): Procedure<string> {
    try {
      return yield* send<string>(write('op'), words);
    } catch (refusal) {
      return refusal instanceof Refusal ? `caught ${refusal.status}` : 'something else';
    }
  }

  test('is thrown into the procedure, which handles what it understands', () => {
    const one = world({ answer: () => refused(409, 'duplicate') });
    one.drive(careful());
    expect(one.ended.get(1)).toEqual({ value: 'caught 409' });
  });

  test('goes again as often as the world allows, with its attempts counted, not before its time; others go on meanwhile', () => {
    const attempts: number[] = [];
    const one = world({
      answer: ({ op }, times) => (op === 'op' && times < 4 ? refused(503) : gave('at last')),
      retryAfter: (request, _, attempt) => {
        attempts.push(attempt);
        return request.op === 'op' && attempt < 5 ? 1_000 * (attempt + 1) : undefined;
      },
    });
    one.drive(careful(), send(write('other'), words));
    expect(attempts).toEqual([0, 1, 2]);
    const at = one.sent.filter(({ request }) => request.op === 'op').map((sent) => sent.at);
    expect(at.slice(1).map((time, i) => time - (at[i] ?? 0))).toEqual([1_100, 2_100, 3_100]);
    expect(one.ended.get(1)).toEqual({ value: 'at last' });
    expect(one.sent.find(({ request }) => request.op === 'other')?.at).toBe(0);
  });

  test('is final when the world allows no more', () => {
    const one = world({
      answer: () => refused(503),
      retryAfter: (_request, _refusal, attempt) => (attempt < 2 ? 10 : undefined),
    });
    one.drive(careful());
    expect(one.sent).toHaveLength(3);
    expect(one.ended.get(1)).toEqual({ value: 'caught 503' });
  });

  test('whose fault is an answer in itself is not sent again', () => {
    const one = world({ answer: () => refused(503), retryAfter: () => 10 });
    one.drive(send({ ...write('op'), retry: false }, words));
    expect(one.sent).toHaveLength(1);
    expect(one.ended.get(1)).toMatchObject({ error: { status: 503 } });
  });

  test('of a read is thrown where the fact was asked for', () => {
    const one = world({ answer: () => refused(403, 'forbidden') });
    one.drive(ask(fact('x')), ask(fact('x')));
    expect(one.sent).toHaveLength(1);
    expect([one.ended.get(1), one.ended.get(2)]).toMatchObject([
      { error: { reason: 'forbidden' } },
      { error: { reason: 'forbidden' } },
    ]);
  });
});

describe('facts', () => {
  test('are read once for all who ask, and again for whoever wants them confirmed', () => {
    function* twice(): Procedure<unknown> {
      return [yield* ask(fact('x')), yield* ask(fact('x')), yield* confirm(fact('x'))];
    }
    const one = world({ answer: (_, times) => gave(times) });
    one.drive(twice(), ask(fact('x')));
    expect(one.sent).toHaveLength(2);
    expect(one.ended.get(1)).toEqual({ value: [1, 1, 2] });
    expect(one.ended.get(2)).toEqual({ value: 1 });
  });
});

describe('lanes', () => {
  const rates = { narrow: { perSecond: 1, burst: 1 }, wide: { perSecond: 1000, burst: 1000 } };
  const tollsOf = ({ op }: { readonly op: string }) =>
    op === 'narrow' ? [{ lane: 'narrow', key: 'narrow' }] : [{ lane: 'wide', key: 'wide' }];

  test('let the first rows go first, keep their distance, and hold up nobody else', () => {
    function* row(name: string): Procedure<void> {
      yield* send(write('narrow', name), words);
      yield* send(write('wide', name), words);
    }
    const one = world({ rates, tollsOf, width: 3 });
    one.drive(row('a'), row('b'), row('c'), send(write('wide', 'd'), words));
    const narrow = one.sent.filter(({ request }) => request.op === 'narrow');
    expect(narrow.map(({ request }) => request.params['who'])).toEqual(['a', 'b', 'c']);
    narrow.slice(1).forEach(({ at }, i) => {
      expect(at - (narrow[i]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    });
    expect(one.sent.find(({ request }) => request.params['who'] === 'd')?.at).toBe(0);
  });

  test('slow down when Google refuses again and again, and recover', () => {
    const refusals = 3;
    let left = refusals;
    const one = world({
      rates,
      tollsOf,
      answer: () => ((left -= 1) >= 0 ? refused(429) : gave(1)),
      retryAfter: () => 1,
    });
    one.drive(...Array.from({ length: 120 }, (_, i) => send(write('narrow', `r${i}`), words)));
    const gaps = one.sent.slice(1).map(({ at }, i) => at - (one.sent[i]?.at ?? 0));
    const mean = (times: readonly number[]) => times.reduce((sum, time) => sum + time, 0) / times.length;
    expect(mean(gaps.slice(refusals, refusals + 10))).toBeGreaterThan(1_080);
    expect(mean(gaps.slice(-10))).toBeLessThan(1_100);
    expect(one.ended.size).toBe(120);
  });

  test('send a refused request again at once, in the next place of its lane, and the others meanwhile', () => {
    const one = world({
      rates,
      tollsOf,
      answer: ({ params }, times) => (params['who'] === 'r0' && times === 1 ? refused(429) : gave(1)),
      retryAfter: (_request, _refusal, attempt) => (attempt === 0 ? 5_000 : undefined),
    });
    one.drive(send(write('narrow', 'r0'), words), send(write('narrow', 'r1'), words));
    expect(opsOf(one)).toEqual(['narrow r0', 'narrow r0', 'narrow r1']);
    expect(one.sent[1]?.at).toBeLessThan(1_200);
    expect(one.ended.get(1)).toEqual({ value: 1 });
  });

  test('do not let a row fail because they tried more than is documented', () => {
    let last = -Infinity;
    const one = world({
      rates,
      tollsOf,
      learns: true,
      answer: (_request, _times, at) => {
        if (at - last < 1_000) return refused(429);
        last = at;
        return gave(1);
      },
      retryAfter: (_request, _refusal, attempt) => (attempt === 0 ? 1_000 : undefined),
    });
    one.drive(...Array.from({ length: 40 }, (_, i) => send(write('narrow', `r${i}`), words)));
    expect([...one.ended.values()].filter((result) => 'error' in result)).toEqual([]);
  });
});

describe('a slice', () => {
  function* long(): Procedure<void> {
    for (let i = 0; i < 50; i++) yield* send(write('step', `${i}`), words);
  }

  test('ends in time, and sends nothing afterwards', () => {
    const one = world({ deadline: 1_000 });
    expect(one.drive(long())).toBe('timeOver');
    expect(one.ended.size).toBe(0);
    expect(Math.max(...one.sent.map(({ at }) => at))).toBeLessThan(1_000);
  });

  test('does not sleep into its end', () => {
    const one = world({ deadline: 1_000, answer: () => refused(503), retryAfter: () => 5_000 });
    expect(one.drive(send(write('op'), words))).toBe('timeOver');
    expect(one.sent).toHaveLength(1);
  });

  test('stops when somebody says so', () => {
    const one = world({ stopAt: 500 });
    expect(one.drive(long())).toBe('stopped');
    expect(one.sent.length).toBeLessThan(8);
  });
});

describe('what was not approved', () => {
  const approved = { 'row 1': [write('create', 'ann')], shared: [write('unit', 'sales')] };

  test('is never sent, whatever the procedure catches, and ends the row', () => {
    function* stubborn(): Procedure<string> {
      yield* send(write('create', 'ann'), words);
      try {
        yield* send(write('create', 'eve'), { plan: 'create eve', done: 'created eve' });
      } catch {
        yield* send(write('create', 'ann'), words);
      }
      return 'as if nothing had been';
    }
    const one = world({ approved });
    one.drive(stubborn());
    expect(opsOf(one)).toEqual(['create ann']);
    expect(one.ended.get(1)).toMatchObject({ error: { name: 'NotApproved', what: 'create eve' } });
  });

  test('is told apart for rows and for what they share', () => {
    function* row(): Procedure<void> {
      yield* once('shared', () => send(write('unit', 'sales'), words));
      yield* send(write('unit', 'sales'), words);
    }
    const one = world({ approved });
    one.drive(row());
    expect(opsOf(one)).toEqual(['unit sales']);
    expect(one.ended.get(1)).toMatchObject({ error: { name: 'NotApproved' } });
  });

  test('is nothing that was: fewer writes than approved are fine, and what was done is told', () => {
    function* row(): Procedure<void> {
      yield* say('a remark');
      yield* allow(write('maybe'), words);
      yield* send(write('create', 'ann'), { plan: 'create the user', done: 'created the user' });
    }
    const one = world({ approved });
    one.drive(row());
    expect(one.run.deedsOf(1)).toMatchObject({ done: ['created the user'], remarks: ['a remark'] });
  });
});

test('a row that throws a mistake ends by itself; the others go on', () => {
  // eslint-disable-next-line require-yield
  function* broken(): Procedure<void> {
    throw new TypeError('a mistake of ours');
  }
  function* waits(): Procedure<void> {
    yield* send(write('op'), words);
    throw new Waiting('for a seat', 'buy one');
  }
  const one = world();
  one.drive(broken(), waits(), send(write('fine'), words));
  expect(one.ended.get(1)).toMatchObject({ error: { name: 'TypeError' } });
  expect(one.ended.get(2)).toMatchObject({ error: { name: 'Waiting' } });
  expect(one.ended.get(3)).toEqual({ value: 'value of fine' });
});
