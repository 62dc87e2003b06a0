import type { Answer, Refusal, Request } from '../engine/request';
import { badAnswer, itemsIn, mapped, objectIn } from './answers';
import type { MemberKind, WholeKind } from './fact-kinds';
import { nextPageOf } from './resources';

/** What the answers to reads say of facts: a value of the fact's type, or a refusal. */

type Refused = Extract<Answer, { refusal: Refusal }>;

/** One page of a list. A page that names itself as the next one would go on for ever. */
export function pageIn(
  answer: Answer,
  {
    kind,
    request,
  }: { readonly kind: { readonly list: string; readonly has: readonly string[] }; readonly request: Request },
): { readonly items: readonly unknown[]; readonly next: string } | Refused {
  if ('refusal' in answer) return answer;
  const page = itemsIn(answer.value, kind, request.op);
  if ('refusal' in page) return page;
  const next = nextPageOf(answer.value);
  return next !== '' && next === request.params.pageToken ? badAnswer(request.op) : { ...page, next };
}

/** The value of a fact that one object answers. */
export function oneIn(answer: Answer, kind: Pick<WholeKind, 'has' | 'mayBeAbsent' | 'parse'>, { op }: Request): Answer {
  if ('refusal' in answer) return kind.mayBeAbsent && answer.refusal.status === 404 ? { value: undefined } : answer;
  return mapped(objectIn(answer.value, kind, op), (value) => kind.parse(value));
}

/** The value of a member of a collection that was read by itself. */
export function memberIn(answer: Answer, kind: MemberKind, request: Request): Answer {
  if (!kind.singleIsList) return oneIn(answer, { ...kind, parse: kind.keep }, request);
  const page = pageIn(answer, { kind, request });
  return 'refusal' in page ? page : { value: page.items.map(kind.keep) };
}
