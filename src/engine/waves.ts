import { Beat } from './beat';
import { openParts, type Batch, type Errand, type Sent } from './errands';
import type { Policy, Read, Surroundings } from './ports';
import { Queue, type Pause, type Queued } from './queue';
import { isUncertain, noAnswer, sentBefore, type Answer, type Refusal, type Request } from './request';
import { Settling } from './settling';
import { Stocks } from './stocks';
import { Turns } from './turns';

/** Requests on their way: in waves, each lane at its pace, and again where Google said to try again. */

/** What answers are handed to. A refusal that is tried again is none yet. */
export interface Answers {
  read(read: Read, answer: Answer): void;
  write(sent: Sent, answer: Answer): void;
}

/** When a request goes, and how often it went before. */
type When = Pick<Queued<Errand>, 'attempt' | 'spared' | 'notBefore' | 'sentAt'>;
const atOnce: When = { attempt: 0, spared: false, notBefore: 0 };

/** A request came too fast; `provoked`: only because more was tried than is documented. */
interface TooFast {
  readonly provoked: boolean;
}

/** How a request went out: when it left, in milliseconds since the epoch, and whether it came too fast. */
interface Sending {
  readonly left: number;
  readonly pace: TooFast | undefined;
}

const longestSleep = 20_000;
/** Milliseconds; notes that took longer say nothing about the next ones. */
const longestLead = 500;
/** What is left of a lead after a wave that needed none: the next one that does must not leave late by what is gone. */
const leadStays = 0.98;

/** The requests of a slice that are not answered yet. */
export class Waves {
  private readonly settling = new Settling();
  private readonly queue: Queue<Errand>;
  private readonly turns: Turns<Queued<Errand>>;
  private readonly stocks: Stocks;
  private readonly beat = new Beat();
  /** Milliseconds that notes before a wave took lately: a wave is taken so much before it leaves. */
  private lead = 0;

  constructor(
    private readonly around: Surroundings,
    private readonly policy: Policy,
    private readonly answers: Answers,
  ) {
    this.queue = new Queue((queued) =>
      Math.max(queued.notBefore, this.settling.readyAt(around.bornAt?.(queued.request))),
    );
    this.turns = new Turns((seat) => around.seatPatience?.(seat) ?? 0);
    this.stocks = new Stocks(around.stock);
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
    const queued = { ...atOnce, request, tolls: this.around.tollsOf(request), order, item };
    if (this.answerUsedUp(queued)) return;
    if (request.seat === undefined || !('write' in item)) return this.queue.add(queued);
    this.queue.expect(queued.tolls, 1);
    this.turns.hold(request.seat, { row: order, since: this.around.now(), item: queued });
  }

  /** Queues writes that go as one: each part counts as a request (Directory API, batch requests). */
  addBatch(errand: Batch, when: When = atOnce): void {
    const open = openParts(errand);
    const [first] = open;
    if (!first) throw new Error('A batch without an open part is not sent.');
    const tolls = open.flatMap(([, { request }]) => this.around.tollsOf(request));
    this.queue.add({ ...when, request: first[1].request, tolls, order: errand.asker.row, item: errand });
  }

  /** Lets those go whose turn has come. */
  takeTurns(): void {
    for (const queued of this.turns.due(this.around.now())) {
      this.queue.expect(queued.tolls, -1);
      if (!this.answerUsedUp(queued)) this.queue.add(queued);
    }
  }

  /** Answers a write that draws on what is used up, without sending it. */
  private answerUsedUp({ request, item }: Pick<Queued<Errand>, 'request' | 'item'>): boolean {
    const answer = 'write' in item ? this.stocks.answerTo(request) : undefined;
    if (!answer || !('write' in item)) return false;
    this.answered(item, answer);
    return true;
  }

  /** Until when nothing can be sent that the whole work waits for. */
  freeUntil(): number {
    return this.queue.bottleneckAt(this.around.lanes, this.around.now() + this.lead, this.together) - this.lead;
  }

  private get together(): boolean {
    return this.around.wholeWindows === true;
  }

  /** What waits, by lane, and how many seconds it takes at least. */
  get state(): { readonly waiting: Readonly<Record<string, number>>; readonly secondsLeft: number } {
    return { waiting: this.queue.waiting(), secondsLeft: this.queue.secondsLeft(this.around.lanes) };
  }

  /** Sends what may go now, if there is anything. */
  send(): boolean {
    this.holdForBottleneck();
    const now = this.around.now();
    const dueAt = this.queue.bottleneckAt(this.around.lanes, now, this.together);
    // What has to be noted is noted while a lane is full still; otherwise nothing waits for its notes.
    const isDueSoon = dueAt > now && dueAt <= now + this.lead;
    return (!isDueSoon && this.sendAt(now)) || this.sendAt(now + this.lead);
  }

  private sendAt(leavesAt: number): boolean {
    const { lanes, transport } = this.around;
    const wave = this.queue.take(lanes, leavesAt, { width: transport.width, together: this.together });
    if (wave.length) this.sendWave(wave, leavesAt);
    return wave.length > 0;
  }

  /** What the next wave waits for. `timer`: what else somebody waits for. Undefined where nothing is open. */
  pause(timer: { readonly at: number; readonly count: number }): Pause | undefined {
    const now = this.around.now();
    const pause = this.queue.pause(this.around.lanes, now + this.lead);
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
  private sendWave(wave: readonly Queued<Errand>[], leavesAt: number): void {
    const single = wave.filter((queued) => !('batch' in queued.item));
    const alone = single.filter(({ request }) => this.around.goesAlone?.(request) === true);
    for (const group of [single.filter((queued) => !alone.includes(queued)), ...alone.map((queued) => [queued])])
      if (group.length) this.sendGroup(group, leavesAt);
    for (const queued of wave) if ('batch' in queued.item) this.sendBatch(queued, queued.item, leavesAt);
    this.policy.waveEnded?.();
    this.around.lanes.keepBeat(this.lead + this.beat.milliseconds);
  }

  private sendGroup(group: readonly Queued<Errand>[], leavesAt: number): void {
    const begun = this.around.now();
    this.policy.sending?.(group.flatMap(({ item }) => ('write' in item ? [item] : [])));
    this.lead = Math.min(longestLead, Math.max(this.around.now() - begun, this.lead * leadStays));
    const left = this.leave(group, leavesAt);
    const given = this.around.transport.sendAll(group.map((queued) => queued.request));
    const answers = group.map((_, i) => given[i] ?? noAnswer());
    this.beat.took(this.around.now() - left);
    const paces = this.tellLanes(group, answers, left);
    group.forEach((queued, i) => {
      this.dispatch(queued, answers[i] ?? noAnswer(), { pace: paces[i], left });
    });
  }

  /**
   * Tells the lanes what became of a wave: of each request that came too fast, whether only our trying more provoked
   * that. What was refused is told first, for all of it left at the pace that was refused.
   */
  private tellLanes(
    group: readonly Pick<Queued<Errand>, 'request' | 'tolls'>[],
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

  /** When they really leave: not before the time that they were taken for, and what had to be done before counts. */
  private leave(group: readonly Queued<Errand>[], leavesAt: number): number {
    this.sleepUntil(leavesAt);
    const left = this.around.now();
    if (left > leavesAt) for (const { tolls } of group) this.around.lanes.leftLater(tolls, leavesAt, left);
    return left;
  }

  /** What Google took in is never sent again; what came too fast goes again without it. */
  private sendBatch(queued: Queued<Errand>, errand: Batch, leavesAt: number): void {
    const left = this.leave([queued], leavesAt);
    const open = openParts(errand);
    const came = this.around.transport.sendBatch(open.map(([, { request }]) => request));
    const parts = open.map(([place, write], i) => ({ place, write, answer: came[i] ?? noAnswer() }));
    const paces = this.tellLanes(
      open.map(([, { request }]) => ({ request, tolls: this.around.tollsOf(request) })),
      parts.map(({ answer }) => answer),
      left,
    );
    const again = parts.map(({ write, answer }, i) =>
      'refusal' in answer && paces[i]
        ? this.again({ ...queued, request: write.request }, answer.refusal, paces[i])
        : undefined,
    );
    const settled = parts.filter((_, i) => !again[i]);
    for (const { write, answer } of settled) this.policy.answered(write, errand.asker, answer);
    const answers = new Map([...errand.answers, ...settled.map(({ place, answer }) => [place, answer] as const)]);
    const when = again.find(Boolean);
    if (when) return this.addBatch({ ...errand, answers }, when);
    errand.done({ value: errand.batch.map((_, place) => answers.get(place) ?? noAnswer()) });
  }

  private dispatch(queued: Queued<Errand>, answer: Answer, { pace, left }: Sending): void {
    const again = 'refusal' in answer ? this.again(queued, answer.refusal, pace) : undefined;
    if ('refusal' in answer && again) {
      const { seat } = queued.request;
      if (seat !== undefined && 'write' in queued.item) this.turns.again(seat, queued.item.asker.row);
      return this.queue.add({ ...(isUncertain(answer.refusal) ? { sentAt: left } : {}), ...queued, ...again });
    }
    const isUsedUp = this.stocks.learn(queued.request, answer);
    if ('read' in queued.item) this.answers.read(queued.item.read, answer);
    else if ('write' in queued.item) this.answered(queued.item, sentBefore(answer, queued.sentAt));
    if (!isUsedUp) return;
    for (const one of this.queue.takeOut(({ request }) => this.stocks.answerTo(request) !== undefined))
      this.answerUsedUp(one);
  }

  private answered(sent: Sent, answer: Answer): void {
    const { seat } = sent.write.request;
    if (seat !== undefined) this.turns.had(seat, sent.asker.row);
    this.answers.write(sent, answer);
  }

  /**
   * When a refused request goes again; undefined: the refusal stands. One that came too fast goes in the next place of
   * its lane, which has slowed down: only where that is refused too, or Google asks for a pause, it waits as for any
   * other refusal.
   */
  private again(queued: Queued<Errand>, refusal: Refusal, pace: TooFast | undefined): When | undefined {
    const { request, attempt, spared } = queued;
    const now = this.around.now();
    if (this.around.isTooEarly?.(request, refusal)) this.settling.tooEarly(this.around.bornAt?.(request), now);
    if (request.retry === false && refusal.status >= 500) return undefined;
    const delay = this.around.retryAfter(request, refusal, attempt);
    if (delay === undefined) return undefined;
    const isSpared = pace !== undefined && (pace.provoked || !spared) && !refusal.options.retryAfterSeconds;
    return isSpared
      ? { attempt, spared: true, notBefore: now }
      : { attempt: attempt + 1, spared, notBefore: now + delay };
  }
}
