import { isObject, type Request } from '../../engine/request';
import { tabs } from '../../tabs';
import { now } from '../ports';
import { documentStore } from './stores';

/**
 * Creations that went out and whose answers the journal does not hold yet. They are noted in the document's properties
 * right before they go, because this alone makes an account the row's own that is there although nobody answered: that
 * it was made at the right time proves nothing, another copy of the sheet may have made it. No cell brings a note
 * about, and a copy of the spreadsheet takes none along.
 */
export class InFlight {
  private readonly sent: Map<string, Sent>;
  private readonly answered = new Set<string>();
  /** Those whose answers stand in what was written of the journal, and may be lost until it is applied. */
  private readonly written = new Set<string>();

  constructor() {
    const noted = Object.entries(documentStore().steady(name, isNoted) ?? {});
    this.sent = new Map(
      noted.flatMap(([run, all]) => Object.entries(all).map(([what, at]) => [what, { run, at }] as const)),
    );
  }

  /**
   * When a run last sent the creation of this, in milliseconds since the epoch; undefined where no answer is missing.
   */
  sentAt(run: string, what: string): number | undefined {
    const sent = this.sent.get(what);
    return sent?.run === run && !this.answered.has(what) && !this.written.has(what) ? sent.at : undefined;
  }

  /** Takes up what these requests create, which go out next; says whether there is something to keep before. */
  send(run: string, requests: readonly Request[]): boolean {
    const all = requests.flatMap((request) => createdBy(request) ?? []);
    for (const what of all) {
      this.sent.set(what, { run, at: now() });
      this.answered.delete(what);
      this.written.delete(what);
    }
    return all.length > 0;
  }

  /** The answer is known, and is in the journal with its next saving. */
  answer(request: Request): void {
    const created = createdBy(request);
    if (created !== undefined) this.answered.add(created);
  }

  /** The journal was written, with what is answered. */
  saved(): void {
    for (const what of this.answered) this.written.add(what);
    this.answered.clear();
  }

  /** The spreadsheet has applied that: it needs no note any more, and goes with the next writing. */
  applied(): void {
    for (const what of this.written) this.sent.delete(what);
    this.written.clear();
  }

  /** Keeps what is still without an answer. */
  keep(): void {
    documentStore().setAll(this.open());
  }

  /** What is still without an answer, by the name of its property; notes of long ago say nothing any more. */
  open(): Readonly<Record<string, unknown>> {
    const since = now() - keptFor;
    for (const [what, { at }] of this.sent) if (at < since) this.sent.delete(what);
    const noted: Record<string, Record<string, number>> = {};
    for (const [what, { run, at }] of this.sent) (noted[run] ??= {})[what] = at;
    return { [name]: noted };
  }
}

const name = 'inFlight';
/** In milliseconds: a run that died is gone on with, or its rows are checked again, much sooner. */
const keptFor = 7 * 86_400_000;

interface Sent {
  readonly run: string;
  readonly at: number;
}

/**
 * As it is kept, by run: the notes of the seconds between two savings of the journal then fit one property, and cost
 * one call.
 */
type Noted = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The name under which what a request creates is noted. */
function createdBy(request: Request): string | undefined {
  return tabs.reduce<string | undefined>((found, tab) => found ?? tab.creates?.(request), undefined);
}

function isNoted(value: unknown): value is Noted {
  return (
    isObject(value) &&
    Object.values(value).every((one) => isObject(one) && Object.values(one).every((at) => typeof at === 'number'))
  );
}
