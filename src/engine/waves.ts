import { Beat } from './beat';
import type { Asker, Policy, Read, Result, Surroundings } from './ports';
import type { Write } from './procedure';
import { Queue, type Pause, type Queued } from './queue';
import { isRefused, noAnswer, type Answer, type Refusal, type Request } from './request';
import { Settling } from './settling';
import { Turns } from './turns';

/** Requests on their way: in waves, each lane at its pace, and again where Google said to try again. */

/** Takes in what something ended with. */
export type Done = (result: Result) => void;
/** A write whose answer somebody waits for. */
export type Sent = { readonly write: Write; readonly asker: Asker; readonly done: Done };
/** Writes that go as one. */
export type Batch = Pick<Sent, 'asker' | 'done'> & { readonly batch: readonly Write[] };
/** What a request is sent for. */
export type Errand = { readonly read: Read } | Sent | Batch;

/** What answers are handed to. A refusal that is tried again is none yet. */
export interface Answers {
  read(read: Read, answer: Answer): void;
  write(sent: Sent, answer: Answer): void;
  batch(batch: Batch, answers: readonly Answer[]): void;
}

/** A request came too fast; `provoked`: only because more was tried than is documented. */
interface TooFast {
  readonly provoked: boolean;
}

const longestSleep = 20_000;

/** The requests of a slice that are not answered yet. */
export class Waves {
  private readonly settling = new Settling();
  private readonly queue: Queue<Errand>;
  private readonly turns: Turns<Queued<Errand>>;
  private readonly beat = new Beat();

  constructor(
    private readonly around: Surroundings,
    private readonly policy: Policy,
    private readonly answers: Answers,
  ) {
    this.queue = new Queue((queued) =>
      Math.max(queued.notBefore, this.settling.readyAt(around.bornAt?.(queued.request))),
    );
    this.turns = new Turns((seat) => around.seatPatience?.(seat) ?? 0);
    around.lanes.keepBeat(this.beat.milliseconds);
  }

  /** Tells, in sheet order, that a row will take a seat of this kind: the first rows win. */
  expectSeat(seat: string, row: number): void {
    this.turns.expect(seat, row);
  }

  /** A row has ended, with or without its seats. */
  rowEnded(row: number): void {
    this.turns.ended(row);
  }

  /** Queues a request for the row at this place in the sheet; one that takes a seat waits for its turn first. */
  add(request: Request, order: number, item: Errand): void {
    const queued = {
      request,
      tolls: this.around.tollsOf(request),
      order,
      attempt: 0,
      spared: false,
      notBefore: 0,
      item,
    };
    if (request.seat === undefined || !('write' in item)) return this.queue.add(queued);
    this.queue.expect(queued.tolls, 1);
    this.turns.hold(request.seat, { row: order, since: this.around.now(), item: queued });
  }

  /** Lets those go whose turn has come. */
  takeTurns(): void {
    for (const queued of this.turns.due(this.around.now())) {
      this.queue.expect(queued.tolls, -1);
      this.queue.add(queued);
    }
  }

  /** Until when nothing can be sent that the whole work waits for. */
  freeUntil(): number {
    return this.queue.bottleneckAt(this.around.lanes, this.around.now(), this.together);
  }

  /** A whole window in one wave leaves the rest of its time free. */
  private get together(): boolean {
    return this.around.wantsFree?.(this.queue.secondsLeft(this.around.lanes)) ?? false;
  }

  /** What waits, by lane, and how many seconds it takes at least. */
  get state(): { readonly waiting: Readonly<Record<string, number>>; readonly secondsLeft: number } {
    return { waiting: this.queue.waiting(), secondsLeft: this.queue.secondsLeft(this.around.lanes) };
  }

  /** Sends what may go now, if there is anything. */
  send(): boolean {
    this.holdForBottleneck();
    const now = this.around.now();
    const { lanes, transport } = this.around;
    const wave = this.queue.take(lanes, now, { width: transport.width, together: this.together });
    if (wave.length) this.sendWave(wave, now);
    return wave.length > 0;
  }

  /** What the next wave waits for. `timer`: what else somebody waits for. Undefined where nothing is open. */
  pause(timer: { readonly at: number; readonly count: number }): Pause | undefined {
    const now = this.around.now();
    const pause = this.queue.pause(this.around.lanes, now);
    const turn = this.turns.nextDue();
    const next = turn < timer.at ? { at: turn, count: timer.count } : timer;
    if (next.at === Infinity || (pause && now + pause.milliseconds <= next.at)) return pause;
    return { milliseconds: Math.max(1, next.at - now), lane: '', requests: next.count };
  }

  /** Sleeps until then, in pieces, so that a person who stops the work or looks at it is not kept waiting. */
  sleepUntil(at: number): void {
    const now = this.around.now();
    if (at > now) this.around.sleep(Math.ceil(Math.min(at - now, longestSleep)));
  }

  /** A wave that would still be under way when the lane that everything waits for comes free has to wait for it. */
  private holdForBottleneck(): void {
    const at = this.freeUntil();
    if (at - this.around.now() <= this.beat.milliseconds && at < this.around.deadline) this.sleepUntil(at);
  }

  /**
   * What goes alone follows the others: no failure of theirs hides its answer, and hardly anything lies between its
   * note and it.
   */
  private sendWave(wave: readonly Queued<Errand>[], taken: number): void {
    const single = wave.filter((queued) => !('batch' in queued.item));
    const alone = single.filter(({ request }) => this.around.goesAlone?.(request) === true);
    for (const group of [single.filter((queued) => !alone.includes(queued)), ...alone.map((queued) => [queued])])
      if (group.length) this.sendGroup(group, taken);
    for (const queued of wave) if ('batch' in queued.item) this.sendBatch(queued, queued.item, taken);
    this.around.lanes.keepBeat(this.beat.milliseconds);
  }

  private sendGroup(group: readonly Queued<Errand>[], taken: number): void {
    this.policy.sending?.(group.flatMap(({ item }) => ('write' in item ? [item] : [])));
    const left = this.leave(group, taken);
    const given = this.around.transport.sendAll(group.map((queued) => queued.request));
    const answers = group.map((_, i) => given[i] ?? noAnswer());
    this.beat.took(this.around.now() - left);
    const paces = this.tellLanes(group, answers, left);
    group.forEach((queued, i) => {
      this.dispatch(queued, answers[i] ?? noAnswer(), paces[i]);
    });
  }

  /**
   * Tells the lanes what became of a wave: of each request that came too fast, whether only our trying more provoked
   * that. What was refused is told first, for all of it left at the pace that was refused.
   */
  private tellLanes(
    group: readonly Queued<Errand>[],
    answers: readonly Answer[],
    left: number,
  ): readonly (TooFast | undefined)[] {
    const { lanes, tooFast } = this.around;
    const now = this.around.now();
    const refused = group.map(({ request }, i) => {
      const answer = answers[i];
      const lane = answer && 'refusal' in answer ? tooFast(request, answer.refusal) : undefined;
      return lane && { provoked: lanes.refused(lane, left, now) };
    });
    group.forEach(({ tolls }, i) => {
      const answer = answers[i];
      const isUnknown = !answer || ('refusal' in answer && answer.refusal.status === 0);
      if (!refused[i] && !isUnknown) lanes.taken(tolls, left, now);
    });
    return refused;
  }

  /** When they really leave: what had to be done before counts. */
  private leave(group: readonly Queued<Errand>[], taken: number): number {
    const left = this.around.now();
    if (left > taken) for (const { tolls } of group) this.around.lanes.leftLater(tolls, taken, left);
    return left;
  }

  private sendBatch(queued: Queued<Errand>, item: Batch, taken: number): void {
    const left = this.leave([queued], taken);
    // Each part counts (Directory API, batch requests); together they are let through as one.
    for (let more = 1; more < item.batch.length; more++) this.around.lanes.add(queued.tolls, left);
    const answers = this.around.transport.sendBatch(item.batch.map((write) => write.request));
    const [first = noAnswer()] = answers;
    // Where Google took none of them in, they go again together; anything else is for the procedure to judge.
    const whole: Answer = answers.every(isRefused) ? first : { value: answers };
    const [pace] = this.tellLanes([queued], [whole], left);
    if (pace && 'refusal' in whole && this.goesAgain(queued, whole.refusal, pace)) return;
    this.answers.batch(
      item,
      item.batch.map((_, i) => answers[i] ?? noAnswer()),
    );
  }

  private dispatch(queued: Queued<Errand>, answer: Answer, pace: TooFast | undefined): void {
    if ('refusal' in answer && this.goesAgain(queued, answer.refusal, pace)) return;
    if ('read' in queued.item) this.answers.read(queued.item.read, answer);
    else if ('write' in queued.item) this.answered(queued.item, answer);
  }

  private answered(sent: Sent, answer: Answer): void {
    const { seat } = sent.write.request;
    if (seat !== undefined) this.turns.had(seat, sent.asker.row);
    this.answers.write(sent, answer);
  }

  /**
   * Whether a refused request is tried again. One that came too fast goes in the next place of its lane, which has
   * slowed down: only where that is refused too, or Google asks for a pause, it waits as for any other refusal.
   */
  private goesAgain(queued: Queued<Errand>, refusal: Refusal, pace: TooFast | undefined): boolean {
    const { request, attempt } = queued;
    const now = this.around.now();
    if (this.around.isTooEarly?.(request, refusal)) this.settling.tooEarly(this.around.bornAt?.(request), now);
    if (request.retry === false && refusal.status >= 500) return false;
    const delay = this.around.retryAfter(request, refusal, attempt);
    if (delay === undefined) return false;
    if (request.seat !== undefined && 'write' in queued.item) this.turns.again(request.seat, queued.item.asker.row);
    const spared = pace !== undefined && (pace.provoked || !queued.spared) && !refusal.options.retryAfterSeconds;
    this.queue.add(
      spared ? { ...queued, spared, notBefore: now } : { ...queued, attempt: attempt + 1, notBefore: now + delay },
    );
    return true;
  }
}
