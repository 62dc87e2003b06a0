/**
 * How fast a lane goes. It begins at the documented rate, with a margin against the jitter of the way there; refusals
 * widen the margin, answers without refusal narrow it. A lane that learns tries more where more is wanted: twice as
 * many more after each clean window, and back when Google refuses. What was refused is remembered as the ceiling,
 * towards which it goes by halves.
 */

/** At most `burst` requests in any `burst / perSecond` seconds: the window that Google documents. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** The pace of one lane as plain data. Times in milliseconds since the epoch. */
export interface Pace {
  /** The part of a window that is left free against jitter: 0.02 makes a second 1,020 ms. */
  margin: number;
  /** How many requests go in one window; never fewer than are documented. */
  count: number;
  /** The most of them that Google took for a whole window. */
  good: number;
  /** Requests taken since the pace was changed, and when that was. */
  clean: number;
  since: number;
  /** When the request left that was refused last, other than by trying more. */
  refusedAt: number;
  /** From when to `since` more was tried than Google took, if that was so. */
  triedFrom?: number;
  ceiling?: Ceiling;
}

/**
 * How many requests in a window Google refused, when, and how often more were tried in vain since they were known, less
 * one.
 */
export interface Ceiling {
  readonly count: number;
  readonly at: number;
  readonly tries: number;
}

/** One answer, as far as the pace goes by it. */
export interface Sign {
  readonly rate: Rate;
  /** When the request left: an answer to what left before the last change says nothing about the pace now. */
  readonly sent: number;
  readonly now: number;
  /** Whether more requests were there than the lane let through, and whether they are many. */
  readonly wanted: boolean;
  readonly many: boolean;
}

/** Where nothing is known yet: three hundredths are soon worn down where there is no jitter. */
const firstMargin = 0.03;
/** A refusal widens the margin so far, and each request that is taken narrows it so little: one in 200 is refused. */
const wider = 0.01;
const narrower = wider / 200;
/**
 * As long as nothing was refused at the documented rate, most of the first margin is only a guess, and is worn down so
 * many times faster.
 */
const untried = 4;
/** Above this it is no jitter but a slower Google: there the margin doubles, and comes down by a twentieth. */
const jitterEnds = 0.1;
const recovers = 1 / 20;
/** An eighth of the documented rate is as slow as it gets. */
const widest = 7;
/** A second refusal within so many windows shows that the first was no accident. */
const soon = 3;
/** Requests a window more: at first, and at each step from where Google took that at least. */
const firstStep = 1;
const step = 2;
/** What remains of what Google refuses, where it took it before. */
const less = 0.7;
/** What was taken and what was refused are far apart if it is more than this part of the first. */
const farApart = 0.25;
/** Requests in a window beyond which no lane goes, whatever Google takes. */
const most = 100;
/**
 * How long a ceiling is left alone at first, and how much longer after each try in vain; and as long as it is far from
 * what was taken.
 */
const firstRest = 15_000;
const longerRest = 2;
/** Of a ceiling that was not met by trying a little more, but by a fall or from far. */
const untriedYet = -1;
const shortRest = 2_000;

/** The pace of a lane that nothing is known of. */
export function freshPace(rate: Rate, now: number): Pace {
  return { margin: firstMargin, count: rate.burst, good: rate.burst, clean: 0, since: now, refusedAt: 0 };
}

/** Milliseconds in which `count` requests may go. */
export function windowOf({ margin }: Pace, { burst, perSecond }: Rate): number {
  return (burst / perSecond) * 1000 * (1 + margin);
}

/** Whether Google was found to be slower than it documents: more is left free than jitter needs. */
export function isSlowed({ margin }: Pace): boolean {
  return margin > jitterEnds;
}

/** Requests a second at this pace. */
export function perSecondOf(pace: Pace, rate: Rate): number {
  return (pace.count / windowOf(pace, rate)) * 1000;
}

/** Google took a request. `learns`: the lane may try more than is documented. */
export function taken(pace: Pace, sign: Sign, learns: boolean): void {
  if (sign.sent < pace.since) return;
  pace.clean += 1;
  pace.margin = Math.max(0, pace.margin - lessMargin(pace, sign.rate));
  if (!learns || !sign.wanted || pace.clean < pace.count) return;
  if (sign.now - pace.since < windowOf(pace, sign.rate)) return;
  pace.good = Math.max(pace.good, pace.count);
  if (pace.ceiling && pace.count >= pace.ceiling.count) delete pace.ceiling;
  const next = Math.min(nextCount(pace, sign), Math.max(sign.rate.burst, most));
  if (next > pace.count) change(pace, next, sign.now);
}

function lessMargin({ margin, refusedAt, count }: Pace, { burst }: Rate): number {
  if (margin > jitterEnds) return margin * recovers;
  return refusedAt === 0 && count <= burst && margin > wider ? narrower * untried : narrower;
}

/** Google refused a request because it came too fast. Gives whether that was for trying more than is documented. */
export function refused(pace: Pace, sign: Sign): boolean {
  const { rate, sent, now } = sign;
  if (sent < pace.since) return sent >= (pace.triedFrom ?? Infinity);
  if (pace.count > pace.good) return turnBack(pace, pace.good, now);
  const again = isNoAccident(pace, sign);
  pace.refusedAt = sent;
  if (again && pace.count > rate.burst) return turnBack(pace, Math.max(rate.burst, Math.floor(pace.count * less)), now);
  pace.margin = Math.min(widest, again ? pace.margin * 2 + wider : pace.margin + wider);
  change(pace, pace.count, now);
  return pace.count > rate.burst;
}

/** Whether a refusal follows another one that closely: Google is slower, or counts what it refuses. */
export function isNoAccident(pace: Pace, { rate, sent }: Sign): boolean {
  const since = sent - pace.refusedAt;
  return since > 0 && since < soon * windowOf(pace, rate);
}

/** Goes back to fewer than were refused, and remembers those. */
function turnBack(pace: Pace, count: number, now: number): boolean {
  const wasTried = pace.count > pace.good;
  const tries = wasTried && !isFar(count, pace.count) ? (pace.ceiling?.tries ?? untriedYet) + 1 : untriedYet;
  pace.ceiling = { count: pace.count, at: now, tries };
  pace.good = count;
  const triedFrom = pace.since;
  change(pace, count, now);
  pace.triedFrom = triedFrom;
  return true;
}

function change(pace: Pace, count: number, now: number): void {
  pace.count = count;
  pace.since = now;
  pace.clean = 0;
  delete pace.triedFrom;
}

/**
 * More. As long as nothing was refused, what goes beyond the documented rate is doubled. Towards what was refused only
 * now and then, halfway first; not for little work.
 */
function nextCount({ count, good, ceiling }: Pace, { now, many, rate }: Sign): number {
  if (!ceiling) return count + (count > rate.burst ? Math.max(step, count - rate.burst) : firstStep);
  const rest = isFar(good, ceiling.count) ? shortRest : firstRest * longerRest ** ceiling.tries;
  if (!many || now < ceiling.at + rest) return count;
  return Math.ceil((good + ceiling.count) / 2);
}

function isFar(good: number, refused: number): boolean {
  return refused - good > Math.max(1, good * farApart);
}
