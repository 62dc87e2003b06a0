import { openParts, type Batch, type Done, type Errand, type Sent, type Shared } from './errands';
import { OpenAsks, resultOf } from './open-asks';
import { Failures, NotApproved } from './outcome';
import type { Asker, FactSource, Policy, Read, Surroundings, Tick } from './ports';
import type { Procedure, Step, Write } from './procedure';
import { Queue, type Pause, type Queued } from './queue';
import { isUncertain, noAnswer, sentBefore, type Answer, type Refusal } from './request';
import { Settling } from './settling';
import { Turns } from './turns';
import { Waits } from './waits';

/**
 * Drives the procedures of many rows to their ends. There is no barrier: each one goes on when its own answer is in.
 * What a write does is the policy's business (`check.ts`, `run.ts`); what a fact costs is the fact source's.
 */

const longestSleep = 20_000;
/** A wave that took longer says nothing about the next one. */
const longestWave = 1_000;

/** Rows on their way. Make one for each slice. */
export class Drive {
  private readonly ready: (() => void)[] = [];
  private readonly settling = new Settling();
  private readonly queue: Queue<Errand>;
  private readonly shared = new Map<string, Shared>();
  private readonly asks: OpenAsks;
  private readonly notApproved = new Map<number, NotApproved>();
  private readonly turns: Turns<Queued<Errand>>;
  private readonly waits = new Waits();
  private open = 0;
  /** How long the last wave took. */
  private waveMilliseconds = 1;

  constructor(
    private readonly facts: FactSource,
    private readonly policy: Policy,
    private readonly around: Surroundings,
  ) {
    this.asks = new OpenAsks(facts);
    this.queue = new Queue((queued) =>
      Math.max(queued.notBefore, this.settling.readyAt(around.bornAt?.(queued.request))),
    );
    this.turns = new Turns((seat) => around.seatPatience?.(seat) ?? 0);
  }

  /** Tells, in sheet order, that a row will take a seat of this kind: the first rows win. */
  expectSeat(seat: string, row: number): void {
    this.turns.expect(seat, row);
  }

  /** Starts a row. `row` is its place in the sheet: where quotas or seats are short, the first rows win. */
  add(row: number, procedure: Procedure<unknown>): void {
    this.open += 1;
    this.waits.begun(row);
    this.start(procedure, { row, shared: '' }, (result) => {
      this.open -= 1;
      this.waits.ended(row);
      this.turns.ended(row);
      const unapproved = this.notApproved.get(row);
      this.around.rowEnded(row, unapproved ? { error: unapproved } : result);
    });
  }

  /** Works until every row has ended (`finished`), the time is over, or somebody stops it. */
  run(): 'finished' | 'timeOver' | 'stopped' {
    for (;;) {
      this.settle();
      if (this.open === 0) return 'finished';
      // Before the lanes are asked: what happens between taking a place in a lane and sending would shift the next
      // ones.
      const freeUntil = this.queue.bottleneckAt(this.around.lanes, this.around.now());
      this.tick({ freeUntil });
      if (this.around.now() >= this.around.deadline) return 'timeOver';
      if (this.around.stopRequested(freeUntil)) return 'stopped';
      if (!this.wave()) return 'timeOver';
    }
  }

  private tick(state: Pick<Tick, 'freeUntil' | 'pause'>): void {
    this.around.tick({
      ...state,
      waiting: this.queue.waiting(),
      secondsLeft: this.queue.secondsLeft(this.around.lanes),
    });
  }

  private settle(): void {
    this.waits.ring(this.around.now());
    for (const queued of this.turns.due(this.around.now())) {
      this.queue.expect(queued.tolls, -1);
      this.queue.add(queued);
    }
    do {
      for (const go of this.ready.splice(0)) go();
      this.asks.answer();
      this.waits.release();
    } while (this.ready.length);
    // All who can ask have asked by now, so the source sees the whole demand and can choose between single reads and
    // lists.
    for (const read of this.facts.reads(this.asks.open)) this.enqueueRead(read);
  }

  private enqueueRead(read: Read): void {
    this.queue.add({
      request: read.request,
      tolls: this.around.tollsOf(read.request),
      order: -1,
      attempt: 0,
      notBefore: 0,
      item: { read },
    });
  }

  /** Sends what may go now, or sleeps until something may. False where that would be after the deadline. */
  private wave(): boolean {
    this.holdForBottleneck();
    const now = this.around.now();
    const wave = this.queue.take(this.around.lanes, now, this.around.transport.width);
    if (wave.length) {
      this.send(wave);
      this.waveMilliseconds = Math.min(longestWave, Math.max(1, this.around.now() - now));
      return true;
    }
    const pause = this.nextPause(now);
    if (!pause) throw new Error('The rows wait for each other: no request is open.');
    if (now + pause.milliseconds >= this.around.deadline) return false;
    this.tick({ pause, freeUntil: now + pause.milliseconds });
    // In pieces, so that a person who stops the work or looks at it is not kept waiting.
    this.sleepUntil(Math.min(now + pause.milliseconds, this.around.now() + longestSleep));
    return true;
  }

  /**
   * What goes alone follows the others: no failure of theirs hides its answer, and hardly anything lies between its
   * note and it.
   */
  private send(wave: readonly Queued<Errand>[]): void {
    const single = wave.filter((queued) => !('batch' in queued.item));
    const alone = single.filter(({ request }) => this.around.goesAlone?.(request) === true);
    for (const group of [single.filter((queued) => !alone.includes(queued)), ...alone.map((queued) => [queued])])
      if (group.length) this.sendGroup(group);
    for (const queued of wave) if ('batch' in queued.item) this.sendBatch(queued, queued.item);
  }

  private sendGroup(group: readonly Queued<Errand>[]): void {
    this.policy.sending?.(group.flatMap(({ item }) => ('write' in item ? [item] : [])));
    const at = this.around.now();
    const answers = this.around.transport.sendAll(group.map((queued) => queued.request));
    group.forEach((queued, i) => this.dispatch(queued, answers[i] ?? noAnswer(), at));
  }

  /** What Google took in is never sent again; what came too fast goes again without it. */
  private sendBatch(queued: Queued<Errand>, errand: Batch): void {
    const [{ batch, asker, done }, open] = [errand, openParts(errand)];
    const came = this.around.transport.sendBatch(open.map(([, { request }]) => request));
    const tooFast = came.map((answer, i) => this.rateRefusalOf(open[i]?.[1], answer));
    const first = tooFast.find(Boolean);
    const delay = first && this.retryDelay(queued, first);
    const answers = new Map(errand.answers);
    open.forEach(([place, write], i) => {
      if (delay !== undefined && tooFast[i]) return;
      const answer = came[i] ?? noAnswer();
      answers.set(place, answer);
      this.policy.answered(write, asker, answer);
    });
    if (delay === undefined) return done({ value: batch.map((_, place) => answers.get(place) ?? noAnswer()) });
    this.queueBatch({ ...errand, answers }, { attempt: queued.attempt + 1, notBefore: this.around.now() + delay });
  }

  /** The refusal of a part that may simply go again: nothing was done, and its procedure need not judge it. */
  private rateRefusalOf(write: Write | undefined, answer: Answer): Refusal | undefined {
    if (!('refusal' in answer) || !this.around.isRateRefusal(answer.refusal)) return undefined;
    return write?.request.retry === false && answer.refusal.status >= 500 ? undefined : answer.refusal;
  }

  /** A wave that would still be under way when the lane that everything waits for comes free has to wait for it. */
  private holdForBottleneck(): void {
    const now = this.around.now();
    const at = this.queue.bottleneckAt(this.around.lanes, now);
    if (at - now <= this.waveMilliseconds && at < this.around.deadline) this.sleepUntil(at);
  }

  private sleepUntil(at: number): void {
    const now = this.around.now();
    if (at > now) this.around.sleep(at - now);
  }

  private nextPause(now: number): Pause | undefined {
    const pause = this.queue.pause(this.around.lanes, now);
    const next = this.waits.next(this.turns.nextDue());
    const timer = next.at - now;
    if (timer === Infinity || (pause && pause.milliseconds <= timer)) return pause;
    return { milliseconds: Math.max(1, timer), lane: '', requests: next.count };
  }

  private dispatch(queued: Queued<Errand>, answer: Answer, at: number): void {
    const delay = 'refusal' in answer ? this.retryDelay(queued, answer.refusal) : undefined;
    if ('refusal' in answer && delay !== undefined) {
      const again = { ...queued, attempt: queued.attempt + 1, notBefore: this.around.now() + delay };
      return this.queue.add(isUncertain(answer.refusal) ? { sentAt: at, ...again } : again);
    }
    if ('read' in queued.item) for (const next of queued.item.read.learn(answer)) this.enqueueRead(next);
    else if ('write' in queued.item) this.answered(queued.item, sentBefore(answer, queued.sentAt));
  }

  private retryDelay(queued: Queued<Errand>, refusal: Refusal): number | undefined {
    const { request } = queued;
    if (this.around.isRateRefusal(refusal)) this.around.lanes.slow(queued.tolls.slice(-1), this.around.now());
    if (this.around.isTooEarly?.(request, refusal))
      this.settling.tooEarly(this.around.bornAt?.(request), this.around.now());
    if (request.retry === false && refusal.status >= 500) return undefined;
    return this.around.retryAfter(request, refusal, queued.attempt);
  }

  private answered(errand: Sent, answer: Answer): void {
    const { seat } = errand.write.request;
    if (seat !== undefined) this.turns.had(seat, errand.asker.row);
    this.policy.answered(errand.write, errand.asker, answer);
    errand.done(resultOf(answer));
  }

  private start(procedure: Procedure<unknown>, asker: Asker, done: Done): void {
    const go = (next: () => IteratorResult<Step, unknown>): void => {
      let step: IteratorResult<Step, unknown>;
      try {
        step = next();
      } catch (error) {
        // Whatever a procedure throws is how it ends; the row's outcome says it, or the procedure that waits for it
        // does.
        return done({ error });
      }
      if (step.done) return done({ value: step.value });
      const resume: Done = (result) => {
        this.ready.push(() =>
          go(() => ('error' in result ? procedure.throw(result.error) : procedure.next(result.value))),
        );
      };
      this.take(step.value, asker, resume);
    };
    go(() => procedure.next());
  }

  private take(step: Step, asker: Asker, resume: Done): void {
    switch (step.kind) {
      case 'ask':
        return this.takeAsk(step, resume);
      case 'send':
        return this.takeSend(step, asker, resume);
      case 'batch':
        return this.takeBatch(step.writes, asker, resume);
      case 'after':
        return this.waits.after(step.rows, () => {
          resume({ value: undefined });
        });
      case 'together':
        return this.takeTogether(step.all, asker, resume);
      case 'once':
        return this.takeOnce(step, asker, resume);
      case 'allow':
        this.policy.allow(step, asker);
        return resume({ value: undefined });
      case 'say':
        this.policy.say(step.text, asker);
        return resume({ value: undefined });
      case 'pause':
        if (!this.policy.readsAgain) return resume({ value: undefined });
        return this.waits.until(this.around.now() + step.milliseconds, () => {
          resume({ value: undefined });
        });
    }
  }

  private takeAsk(step: Extract<Step, { kind: 'ask' }>, resume: Done): void {
    if (step.again && this.policy.readsAgain) this.facts.forget(step.fact);
    this.asks.take(step.fact, resume);
  }

  private takeSend({ request, words }: Write, asker: Asker, resume: Done): void {
    const write = { request, words };
    const answers = this.begin([write], asker, resume);
    if (!answers) return;
    const [answer] = answers;
    if (answer) return this.answered({ write, asker, done: resume }, answer);
    const queued: Queued<Errand> = {
      request,
      tolls: this.around.tollsOf(request),
      order: asker.row,
      attempt: 0,
      notBefore: 0,
      item: { write, asker, done: resume },
    };
    if (request.seat === undefined) return this.queue.add(queued);
    this.queue.expect(queued.tolls, 1);
    this.turns.hold(request.seat, { row: asker.row, since: this.around.now(), item: queued });
  }

  private takeBatch(batch: readonly Write[], asker: Asker, resume: Done): void {
    const answers = this.begin(batch, asker, resume);
    if (answers?.every((answer) => answer !== undefined)) return resume({ value: answers });
    if (answers) this.queueBatch({ batch, answers: new Map(), asker, done: resume }, { attempt: 0, notBefore: 0 });
  }

  /** Each part of a batch counts as a request. */
  private queueBatch(errand: Batch, when: Pick<Queued<Errand>, 'attempt' | 'notBefore'>): void {
    const open = openParts(errand);
    const [first] = open;
    if (!first) throw new Error('A batch without an open part is not sent.');
    const tolls = open.flatMap(([, { request }]) => this.around.tollsOf(request));
    this.queue.add({ ...when, request: first[1].request, tolls, order: errand.asker.row, item: errand });
  }

  /** What the policy answers at once, write by write; undefined where one is not approved, which ends the row. */
  private begin(writes: readonly Write[], asker: Asker, resume: Done): readonly (Answer | undefined)[] | undefined {
    try {
      const unapproved = this.notApproved.get(asker.row);
      if (unapproved && !asker.shared) throw unapproved;
      return writes.map((write) => this.policy.begin(write, asker));
    } catch (error) {
      if (!(error instanceof NotApproved)) throw error;
      this.notApproved.set(asker.row, error);
      resume({ error });
      return undefined;
    }
  }

  private takeTogether(all: readonly Procedure<unknown>[], asker: Asker, resume: Done): void {
    const values: unknown[] = all.map(() => undefined);
    const failures: unknown[] = [];
    let left = all.length;
    if (left === 0) return resume({ value: values });
    all.forEach((child, i) => {
      this.start(child, asker, (result) => {
        if ('error' in result) failures.push(result.error);
        else values[i] = result.value;
        left -= 1;
        if (left === 0)
          resume(
            failures.length ? { error: failures.length > 1 ? new Failures(failures) : failures[0] } : { value: values },
          );
      });
    });
  }

  private takeOnce(step: Extract<Step, { kind: 'once' }>, asker: Asker, resume: Done): void {
    this.policy.shares(step.key, asker);
    const known = this.shared.get(step.key);
    if (known?.result) return resume(known.result);
    if (known) return void known.waiters.push(resume);
    const entry: Shared = { waiters: [resume] };
    this.shared.set(step.key, entry);
    this.start(step.make(), { row: asker.row, shared: step.key }, (result) => {
      entry.result = result;
      for (const done of entry.waiters.splice(0)) done(result);
    });
  }
}
