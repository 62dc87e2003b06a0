/** Requests, answers and refusals: what passes between a procedure and whatever carries its requests to Google. */

/** Plain JSON data. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/** A JSON object: the body of a request, a resource of Google's. */
export type JsonObject = { readonly [field: string]: Json };

/** Whether a value is plain JSON data, all the way down. */
export function isJson(value: unknown): value is Json {
  if (typeof value === 'object') return value === null || Object.values(value).every(isJson);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether JSON is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether JSON is an object, and no list. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return isObject(value);
}

/** Whether a value is an object of texts alone. */
export function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
}

/**
 * One call to Google as data. `op` is Google's discovery id; `params` are path and query parameters alike. A secret in
 * the body is a reference (`{ secret: 'password of ana@shop.example' }`) that only the transport resolves.
 */
export interface Request {
  readonly op: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
  /** The account (customer id) that the request is about: what its facts and its lanes are kept for. */
  readonly account: string;
  /**
   * Names to stand in plans and seals in the place of ids that may not exist yet, by parameter or top-level body field.
   */
  readonly named?: Readonly<Record<string, string>>;
  /**
   * Parameters that only the transport fills in, each with the name of its secret: they never stand in a plan, a log or
   * an error.
   */
  readonly secrets?: Readonly<Record<string, string>>;
  /** What kind of seat the request takes, where there may be too few: the first rows in sheet order win. */
  readonly seat?: string;
  /** False: a fault of Google's (5xx) is an answer in itself and is not tried again. */
  readonly retry?: false;
}

/** What Google said no with. One type for every transport; procedures catch it and handle what they understand. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /**
   * HTTP status (0: no answer came), Google's reason (`duplicate`, `notFound`, `''` where it gave none) and its own
   * text.
   */
  constructor(
    readonly status: number,
    readonly reason: string,
    readonly options: {
      readonly message: string;
      readonly op?: string;
      readonly retryAfterSeconds?: number;
      /** When the same request had gone out before without an answer, in milliseconds since the epoch. */
      readonly sentAt?: number;
      /** What it is about beside the row, where a row asks the same of several: the address of a group. */
      readonly about?: string;
    },
  ) {
    super(options.message);
  }
}

/** The same refusal, which says what of the row's things it is about. */
export function aboutIt({ status, reason, options }: Refusal, about: string): Refusal {
  return new Refusal(status, reason, { ...options, about });
}

/** The answer to one request: Google's value (undefined where it returns nothing) or its refusal. */
export type Answer = { readonly value: unknown } | { readonly refusal: Refusal };

/** The answer where none came: what the request did is unknown. */
export function noAnswer(op = '', message = 'No answer came.'): Answer {
  return { refusal: new Refusal(0, 'noAnswer', { message, op }) };
}

/** Whether a refused request may have been carried out all the same. */
export function isUncertain({ status }: Refusal): boolean {
  return status === 0 || status >= 500;
}

/** The answer to a request that had gone out before without one: its refusal says so. */
export function sentBefore(answer: Answer, sentAt: number | undefined): Answer {
  if (!('refusal' in answer) || sentAt === undefined) return answer;
  const { status, reason, options } = answer.refusal;
  return { refusal: new Refusal(status, reason, { ...options, sentAt }) };
}

/** Whatever carries requests to Google. Answers come in the order of the requests; it never throws for a refusal. */
export interface Transport {
  sendAll(requests: readonly Request[]): readonly Answer[];
  /** Requests of one API as one HTTP batch. */
  sendBatch(requests: readonly Request[]): readonly Answer[];
}
