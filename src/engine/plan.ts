import { defined } from './defined';
import { isList, type Json, type JsonObject, type Request } from './request';
import { planWords, type Words } from './words';

/** A plan: the writes a row needs, each in words and as the tokens that a run may spend. */

/** One write on a plan. A `may` write is silent unless the run finds that it is needed. */
export interface PlannedWrite {
  readonly op: string;
  readonly need: 'must' | 'may';
  readonly words: Words;
  /** One line for a create or delete as a whole; one for each field of an update, so that a run may send fewer. */
  readonly tokens: readonly string[];
  /** The kind of seat that the write takes. */
  readonly seat?: string;
}

/**
 * The plan of one row or of one piece of shared work: what the journal keeps, the seal covers and the sidebar counts.
 */
export interface Plan {
  readonly writes: readonly PlannedWrite[];
  /** Keys of the shared work that the row asked for. */
  readonly shared: readonly string[];
}

/** The plan of a row that has none. */
export const noPlan: Plan = { writes: [], shared: [] };

/** JSON with the fields of every object in order, so that equal data gives equal text. */
export function canonical(value: Json | undefined): string {
  if (value === undefined || value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.keys(value).sort();
  return `{${fields.map((field) => `${JSON.stringify(field)}:${canonical(value[field])}`).join(',')}}`;
}

/** What a request stands for in a plan, line by line, with names in the place of ids that may not exist yet. */
export function tokensOf(request: Request): readonly string[] {
  const named = request.named ?? {};
  const params = canonical(replaced(request.params, named));
  const body = replaced(request.body ?? {}, named);
  const subject = `${request.op} ${request.account} ${params}`;
  if (!/\.(update|patch)$/.test(request.op)) return [`${subject} ${canonical(body)}`];
  return Object.keys(body)
    .sort()
    .map((field) => `${subject} ${field}=${canonical(body[field])}`);
}

/** The write as it stands on a plan; `digest` shortens its tokens. */
export function planned(ask: {
  request: Request;
  need: 'must' | 'may';
  words: Words;
  digest: (text: string) => string;
}): PlannedWrite {
  return {
    op: ask.request.op,
    need: ask.need,
    words: planWords(ask.words),
    tokens: tokensOf(ask.request).map(ask.digest),
    ...defined({ seat: ask.request.seat }),
  };
}

function replaced(fields: JsonObject, named: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, named[field] ?? value]));
}
