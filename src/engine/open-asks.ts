import type { FactSource, Result } from './ports';
import type { Fact } from './procedure';
import type { Answer } from './request';

type Done = (result: Result) => void;

/** Facts that procedures have asked for and that nobody knows yet, each asked once however many wait for it. */
export class OpenAsks {
  private readonly asks = new Map<string, { readonly fact: Fact<unknown>; readonly waiters: Done[] }>();

  constructor(private readonly facts: FactSource) {}

  /** What has been asked for. */
  get open(): readonly Fact<unknown>[] {
    return [...this.asks.values()].map((ask) => ask.fact);
  }

  /** Answers at once what is known; anything else when it is. */
  take(fact: Fact<unknown>, resume: Done): void {
    const answer = this.facts.known(fact);
    if (answer) return resume(resultOf(answer));
    const key = `${fact.kind} ${fact.account} ${fact.key}`;
    const asked = this.asks.get(key);
    if (asked) asked.waiters.push(resume);
    else this.asks.set(key, { fact, waiters: [resume] });
  }

  /** Answers what has become known. */
  answer(): void {
    for (const [key, { fact, waiters }] of [...this.asks]) {
      const answer = this.facts.known(fact);
      if (!answer) continue;
      this.asks.delete(key);
      for (const done of waiters) done(resultOf(answer));
    }
  }
}

/** An answer as a procedure is resumed with it. */
export function resultOf(answer: Answer): Result {
  return 'refusal' in answer ? { error: answer.refusal } : { value: answer.value };
}
