import { defined } from '../../engine/defined';
import { isObject, Refusal, type Answer, type Request } from '../../engine/request';
import { retryKind } from '../../google/retry';
import { environment } from '../environment/kept';
import { documentStore } from '../keeping/stores';
import { ports } from '../ports';
import { fateOf } from './carrier';

/**
 * How many requests go at once. Google names no number for UrlFetchApp.fetchAll, and a wave that is too wide is lost as
 * a whole, as is one whose connection fails. So waves begin narrow and grow as long as they are taken; what must not be
 * sent twice goes only in waves as wide as one that was taken.
 */

/** What was seen here, for everybody at the spreadsheet. */
interface Seen {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly taken: number;
  /** More than so many were lost; as many as is usual where none were. */
  readonly most: number;
}

const name = 'waves';
/** What one bad connection taught is forgotten after a day. */
const forgottenAfter = 86_400_000;
/** Nobody has reported so few to be too many; twice as many are tried first. */
const narrow = 5;
/** After a loss, so many waves are taken before a wider one is tried. */
const calm = 5;

function isSeen(value: unknown): value is Seen {
  return isObject(value) && [value.at, value.taken, value.most].every((one) => typeof one === 'number');
}

/** The width of an execution's waves. */
export class WaveWidth {
  private taken: number;
  private most: number;
  private width: number;
  /** Waves that were taken since the last was lost; endless before one is. */
  private since = Infinity;

  /** `usual`: as many as is known of others. What was measured or seen here counts more. */
  constructor(usual: number) {
    const measured = environment()?.width;
    const seen = documentStore().steady(name, isSeen);
    const known = seen !== undefined && ports().clock.now() - seen.at < forgottenAfter ? seen : undefined;
    const lost = known !== undefined && known.most < usual ? known.most : Infinity;
    this.most = Math.min(measured ?? usual, lost);
    this.taken = Math.min(this.most, known?.taken ?? measured ?? narrow);
    // Nothing is known yet: a second's new people go together, or stay apart for the whole run.
    this.width = measured === undefined && !known ? Math.min(this.most, 2 * this.taken) : this.taken;
  }

  get now(): number {
    return this.width;
  }

  /** The parts in which requests go: one, or several where something in it must not be sent twice. */
  parts(requests: readonly Request[]): readonly (readonly Request[])[] {
    if (requests.length <= this.taken || requests.every(mayGoAgain)) return [requests];
    return Array.from({ length: Math.ceil(requests.length / this.taken) }, (_, part) =>
      requests.slice(part * this.taken, (part + 1) * this.taken),
    );
  }

  /** Learns of the answers to a wave. One request alone says nothing of waves. */
  learn(answers: readonly Answer[]): void {
    const [sent, fate] = [answers.length, fateOf(answers)];
    if (sent < 2 || fate === 'forbidden') return;
    if (fate === 'lost') this.lost(sent);
    else if (sent >= this.width) this.took(sent);
  }

  private took(sent: number): void {
    this.since += 1;
    const before = this.taken;
    this.taken = Math.max(before, sent);
    const gap = this.most - this.taken;
    const step = this.since === Infinity ? this.taken : Math.ceil(gap / 2);
    this.width = this.since >= calm ? Math.min(this.most, this.taken + step) : this.taken;
    if (gap === 0 && before < this.taken) this.keep();
  }

  private lost(sent: number): void {
    this.since = 0;
    this.most = Math.max(1, sent - 1);
    this.taken = sent > this.taken ? this.taken : Math.max(1, Math.floor(sent / 2));
    this.width = this.taken;
    this.keep();
  }

  private keep(): void {
    documentStore().set(name, { at: ports().clock.now(), taken: this.taken, most: this.most } satisfies Seen);
  }
}

function mayGoAgain({ op, body }: Request): boolean {
  const refusal = new Refusal(0, 'noAnswer', { message: '', op });
  return retryKind({ refusal, op, isNew: false, ...defined({ body }) }) !== 'never';
}
