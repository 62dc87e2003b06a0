import type { Asker, Policy } from './ports';
import { NotApproved } from './outcome';
import { tokensOf, type PlannedWrite } from './plan';
import type { Write } from './procedure';
import type { Answer, Refusal, Request } from './request';
import { inPlan } from './words';

/** The run: lets through only writes that were approved, and keeps what was done in each row's name. */

/** What was done for a row, and by it for others: `done` as words say it (`created the user`). */
export interface Deeds {
  readonly done: string[];
  readonly remarks: string[];
  readonly shared: Set<string>;
}

/** Spends approved tokens. Fewer writes than approved is normal; any other is refused. */
export class Run implements Policy {
  readonly readsAgain = true;
  private readonly deeds = new Map<number, Deeds>();
  /** Tokens that were let through, by who asked. */
  private readonly spent = new Map<string, Set<string>>();

  constructor(
    private readonly world: {
      /** The approved tokens of a row (`row 7`) or of shared work, by its key. */
      approved(asker: string): ReadonlySet<string>;
      digest(text: string): string;
      /** Changes the facts by what Google accepted. */
      apply(request: Request, value: unknown): void;
      /** Told of writes right before they go out. */
      sending?(writes: readonly { readonly request: Request; readonly asker: Asker }[]): void;
      /** Told when all answers to what went out together are in. */
      waveEnded?(): void;
      /** Told of every write that Google accepted. */
      wrote(request: Request, value: unknown, asker: Asker): void;
      /** Told of every write that Google refused, or did not answer; says whether what it asks for is there already. */
      refused?(request: Request, refusal: Refusal): boolean;
    },
  ) {}

  begin(step: Write, asker: Asker): undefined {
    const name = nameOf(asker);
    const approved = this.world.approved(name);
    const tokens = this.tokensOf(step);
    if (tokens.some((token) => !approved.has(token)))
      throw new NotApproved(`${inPlan(step.words)}${step.words.of ? ` (${step.words.of})` : ''}`);
    const spent = this.spent.get(name) ?? new Set<string>();
    this.spent.set(name, spent);
    for (const token of tokens) spent.add(token);
    return undefined;
  }

  private tokensOf({ request }: Write): readonly string[] {
    return tokensOf(request).map((token) => this.world.digest(token));
  }

  sending(writes: readonly { readonly write: Write; readonly asker: Asker }[]): void {
    this.world.sending?.(writes.map(({ write: { request }, asker }) => ({ request, asker })));
  }

  waveEnded(): void {
    this.world.waveEnded?.();
  }

  allow(): void {
    // What may be needed stands on the approved plan already.
  }

  answered(step: Write, asker: Asker, answer: Answer): void {
    if ('refusal' in answer) {
      // Not by this write, and perhaps by the same one of an execution that died.
      const isThere = this.world.refused?.(step.request, answer.refusal) === true;
      if (isThere) for (const token of this.tokensOf(step)) this.spent.get(nameOf(asker))?.delete(token);
      return;
    }
    this.world.apply(step.request, answer.value);
    // What a row did for all stands in its own Details.
    this.deedsOf(asker.row).done.push(step.words.done);
    this.world.wrote(step.request, answer.value, asker);
  }

  say(text: string, asker: Asker): void {
    this.deedsOf(asker.row).remarks.push(text);
  }

  shares(key: string, asker: Asker): void {
    this.deedsOf(asker.row).shared.add(key);
  }

  /** Takes up what earlier executions did for a row. */
  recall(row: number, done: readonly string[]): void {
    this.deedsOf(row).done.unshift(...done);
  }

  /** Those of these writes that were not made in this execution. `asker` as for `approved`. */
  unsent(asker: string, writes: readonly PlannedWrite[]): readonly PlannedWrite[] {
    const spent = this.spent.get(asker);
    return writes.filter(({ tokens }) => !tokens.some((token) => spent?.has(token)));
  }

  /** Those of which a part was sent in this execution, and the rest had not to be. */
  partlySent(asker: string, writes: readonly PlannedWrite[]): readonly PlannedWrite[] {
    const spent = this.spent.get(asker);
    const isSent = (token: string): boolean => spent?.has(token) === true;
    return writes.filter(({ tokens }) => tokens.some(isSent) && !tokens.every(isSent));
  }

  /** What was done for a row so far. */
  deedsOf(row: number): Deeds {
    const deeds = this.deeds.get(row) ?? { done: [], remarks: [], shared: new Set<string>() };
    this.deeds.set(row, deeds);
    return deeds;
  }
}

function nameOf(asker: Asker): string {
  return asker.shared || `row ${asker.row}`;
}
