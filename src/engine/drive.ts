import type { Done, Sent, Shared } from './errands';
import { OpenAsks, resultOf } from './open-asks';
import { Failures, NotApproved } from './outcome';
import type { Asker, FactSource, Policy, Read, Surroundings } from './ports';
import type { Procedure, Step, Write } from './procedure';
import type { Answer } from './request';
import { Waits } from './waits';
import { Waves } from './waves';

/**
 * Drives the procedures of many rows to their ends. There is no barrier: each one goes on when its own answer is in.
 * What a write does is the policy's business (`check.ts`, `run.ts`); what a fact costs is the fact source's.
 */

/** Rows on their way. Make one for each slice. */
export class Drive {
  private readonly ready: (() => void)[] = [];
  private readonly waves: Waves;
  private readonly shared = new Map<string, Shared>();
  private readonly asks: OpenAsks;
  private readonly notApproved = new Map<number, NotApproved>();
  private readonly waits = new Waits();
  private open = 0;

  constructor(
    private readonly facts: FactSource,
    private readonly policy: Policy,
    private readonly around: Surroundings,
  ) {
    this.asks = new OpenAsks(facts);
    this.waves = new Waves(around, policy, {
      read: (read, answer) => {
        for (const next of read.learn(answer)) this.read(next);
      },
      write: (sent, answer) => {
        this.answered(sent, answer);
      },
    });
  }

  /** Tells, in sheet order, that a row will take a seat of this kind: the first rows win. */
  expectSeat(seat: string, row: number): void {
    this.waves.expectSeat(seat, row);
  }

  /** Starts a row. `row` is its place in the sheet: where quotas or seats are short, the first rows win. */
  add(row: number, procedure: Procedure<unknown>): void {
    this.open += 1;
    this.waits.begun(row);
    this.start(procedure, { row, shared: '' }, (result) => {
      this.open -= 1;
      this.waits.ended(row);
      this.waves.rowEnded(row);
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
      const freeUntil = this.waves.freeUntil();
      this.around.tick({ freeUntil, ...this.waves.state });
      if (this.around.now() >= this.around.deadline) return 'timeOver';
      if (this.around.stopRequested(freeUntil)) return 'stopped';
      if (!this.waves.send() && !this.rest()) return 'timeOver';
    }
  }

  private settle(): void {
    this.waits.ring(this.around.now());
    this.waves.takeTurns();
    do {
      for (const go of this.ready.splice(0)) go();
      this.asks.answer();
      this.waits.release();
    } while (this.ready.length);
    // All who can ask have asked by now, so the source sees the whole demand and can choose between single reads and
    // lists.
    for (const read of this.facts.reads(this.asks.open)) this.read(read);
  }

  private read(read: Read): void {
    this.waves.add(read.request, -1, { read });
  }

  /** Sleeps until something may be sent. False where that would be after the deadline. */
  private rest(): boolean {
    const now = this.around.now();
    const pause = this.waves.pause(this.waits.next());
    if (!pause) throw new Error('The rows wait for each other: no request is open.');
    const until = now + pause.milliseconds;
    if (until >= this.around.deadline) return false;
    this.around.tick({ pause, freeUntil: until, ...this.waves.state });
    this.waves.sleepUntil(until);
    return true;
  }

  private answered({ write, asker, done }: Sent, answer: Answer): void {
    this.policy.answered(write, asker, answer);
    done(resultOf(answer));
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
        if (!this.policy.readsAgain) {
          this.policy.rests?.(step.milliseconds, asker);
          return resume({ value: undefined });
        }
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
    this.waves.add(request, asker.row, { write, asker, done: resume });
  }

  private takeBatch(batch: readonly Write[], asker: Asker, resume: Done): void {
    const answers = this.begin(batch, asker, resume);
    if (answers?.every((answer) => answer !== undefined)) return resume({ value: answers });
    if (answers) this.waves.addBatch({ batch, answers: new Map(), asker, done: resume });
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
