/** The shape of answers on the wire. */

/** Every answer of the server. A failure is data: what happened and what to do about it. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly remedy: string;
      readonly retryable: boolean;
    };
