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
