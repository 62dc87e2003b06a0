import type { Answer, Refusal, Request } from './request';

/**
 * What Google runs out of: once it has said so of a stock a few times, whoever else draws on it is answered as the last
 * one was, without asking Google again.
 */

/** How it is told what a request draws on, and whether a refusal says that nothing is left of it. */
export interface Stock {
  of(request: Request): string | undefined;
  isUsedUp(refusal: Refusal): boolean;
}

/** So many times in a row: somebody may just have taken the last one or given one back. */
const believed = 3;

/** What is used up in one slice. */
export class Stocks {
  private readonly refusals = new Map<string, readonly Refusal[]>();

  constructor(private readonly stock: Stock | undefined) {}

  /** Learns from what Google answered; says whether that is what makes it believed. */
  learn(request: Request, answer: Answer): boolean {
    const name = this.stock?.of(request);
    if (name === undefined) return false;
    if (!('refusal' in answer)) this.refusals.delete(name);
    else if (this.stock?.isUsedUp(answer.refusal) === true) {
      const refusals = [...(this.refusals.get(name) ?? []), answer.refusal];
      this.refusals.set(name, refusals);
      return refusals.length === believed;
    }
    return false;
  }

  /** The answer to a request that draws on what is used up. */
  answerTo(request: Request): Answer | undefined {
    const refusals = this.refusals.get(this.stock?.of(request) ?? '') ?? [];
    const refusal = refusals[believed - 1];
    return refusal && { refusal };
  }
}
