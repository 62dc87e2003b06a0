import { defined } from '../../engine/defined';
import { failuresIn } from '../../engine/outcome';
import { canonical } from '../../engine/plan';
import { isTexts, Refusal, type JsonObject, type Request } from '../../engine/request';
import { answersIn } from '../../engine/question';
import { NotMade } from '../../ensure/customer-obstacles';
import { isNewAccount } from '../../google/new-accounts';
import { asResoldCustomer } from '../../google/reseller-resources';
import { agreedIn, type Agreed } from '../../table/compare';
import { textOf } from '../../table/places';
import { comparedFields, language } from './fields';
import type { CustomerDone } from './provision';
import type { CustomerMemory } from './row';

/**
 * What the journal learns about a customer's row: before a write that is never repeated, from each write that Google
 * accepted, and at its end.
 */

/** The memory of a row from what its journal line holds: what is not understood is left out. */
export function memoryIn(json: object): CustomerMemory {
  const known: Readonly<Record<string, unknown>> = { ...json };
  const { customerId, created, drift, begun, told, shown, termsWaitSince, agreed, answers } = known;
  return {
    ...(typeof customerId === 'string' ? { customerId } : {}),
    ...(created === true ? { created } : {}),
    ...(agreed === undefined ? {} : { agreed: agreedIn(agreed) }),
    ...(Array.isArray(drift) ? { drift: drift.map(textOf) } : {}),
    ...(isTexts(begun) ? { begun } : {}),
    ...(answers === undefined ? {} : { answers: answersIn(answers) }),
    ...(isTexts(told) ? { told: { at: told.at ?? '', to: told.to ?? '' } } : {}),
    ...(isTexts(shown) ? { shown } : {}),
    ...(typeof termsWaitSince === 'string' ? { termsWaitSince } : {}),
  };
}

/** The name under which `begun` keeps a request that must never be repeated; undefined for any other. */
export function onceOnly({ op, body }: Request): string | undefined {
  if (op === 'mail.send') return 'mail:welcome';
  return op === 'reseller.customers.insert' && body?.customerType === 'team' ? 'create-team' : undefined;
}

/** The memory to keep right before a request goes out. `now`: RFC 3339. */
export function beforeCustomerWrite(memory: CustomerMemory, request: Request, now: string): CustomerMemory {
  const name = onceOnly(request);
  return name === undefined ? memory : { ...memory, begun: { ...memory.begun, [name]: now } };
}

/** The memory after a write that Google accepted in the customer's name, whichever row asked for it. */
export function afterCustomerWrite(memory: CustomerMemory, request: Request, value: unknown): CustomerMemory {
  switch (request.op) {
    case 'reseller.customers.insert':
      return {
        ...memory,
        customerId: asResoldCustomer(value).customerId,
        created: true,
        agreed: agreedBy(request.body),
      };
    case 'reseller.customers.patch':
      return { ...memory, agreed: { ...memory.agreed, ...agreedBy(request.body) } };
    case 'directory.customers.patch':
      return { ...memory, agreed: { ...memory.agreed, [language.id]: textOf(request.body?.language) } };
    case 'mail.send':
      return { ...memory, told: { at: memory.begun?.['mail:welcome'] ?? '', to: request.params.to ?? '' } };
    default:
      return memory;
  }
}

/**
 * The memory of a row that ended as wished. What Google did not take, and what drifted, stays as it was agreed last.
 */
export function afterCustomerEnd(memory: CustomerMemory, done: CustomerDone): CustomerMemory {
  const { customerId, account } = done.standing;
  const { termsWaitSince: _before, ...rest } = memory;
  return {
    ...rest,
    ...(isNewAccount(customerId) ? {} : { customerId }),
    ...(isNewAccount(account) ? { created: true } : {}),
    agreed: { ...memory.agreed, ...done.agreed },
    drift: done.drift,
    ...defined({ termsWaitSince: done.termsWaitSince, told: done.told }),
  };
}

/** The memory of a row that failed: what Google refused for certain was not begun, and may be tried again. */
export function afterCustomerFailure(memory: CustomerMemory, error: unknown): CustomerMemory {
  const begun = { ...memory.begun };
  for (const failure of failuresIn(error)) {
    if (failure instanceof NotMade || refusedFor(failure, 'reseller.customers.insert')) delete begun['create-team'];
    if (refusedFor(failure, 'mail.send')) delete begun['mail:welcome'];
  }
  return memory.begun ? { ...memory, begun } : memory;
}

function refusedFor(failure: unknown, op: string): boolean {
  return failure instanceof Refusal && failure.options.op === op && failure.status >= 400 && failure.status < 500;
}

/** What a body says, by field id: a field is in it if putting it in once more changes nothing. */
function agreedBy(body: JsonObject = {}): Agreed {
  const said = canonical(body);
  return Object.fromEntries(
    comparedFields.flatMap(({ id, kept, place }): [string, string][] => {
      const value = place.read(body, undefined);
      return canonical(place.write(body, value, undefined)) === said ? [[id, kept(value)]] : [];
    }),
  );
}
