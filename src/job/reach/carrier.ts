import type { Answer, Request, Transport } from '../../engine/request';

/** The two ways that requests can take. */
export type TransportName = 'advanced' | 'parallel';

/** A transport with its name and the most requests that it takes at once. */
export interface Carrier extends Transport {
  readonly name: TransportName;
  readonly width: number;
  /**
   * Requests of one API that Google carries out only as one; answers in their order. Needs UrlFetchApp whatever the
   * way.
   */
  sendBatch(requests: readonly Request[]): readonly Answer[];
}

/**
 * The reason that a wave was not even sent because this script may not fetch: the advanced services are taken then.
 */
export const mayNotFetch = 'urlFetchNotAllowed';

/** What became of a wave. `rest`: it was taken, and some of it came too fast. */
export type Fate = 'taken' | 'rest' | 'lost' | 'forbidden';

/** What became of a wave, by the answers to it. */
export function fateOf(answers: readonly Answer[]): Fate {
  const refusals = answers.flatMap((answer) => ('refusal' in answer ? [answer.refusal] : []));
  if (refusals.some(({ reason }) => reason === mayNotFetch)) return 'forbidden';
  if (refusals.some(({ status, reason }) => status === 429 || /limit|quota/i.test(reason))) return 'rest';
  return refusals.some(({ status }) => status === 0) ? 'lost' : 'taken';
}
