import { answersIn } from '../../engine/question';
import { isObject, type Request } from '../../engine/request';
import { fieldsOf } from '../../google/resources';
import { agreedIn, type Agreed } from '../../table/compare';
import { driftIn, type Memory } from '../line';
import type { SubscriptionDone } from './provision';
import type { SubscriptionMemory } from './row';

/**
 * What the journal learns about a row of the Subscriptions tab: from each write that Google accepted, and from a row
 * that ended as wished.
 */

/** The memory of a row from what its journal line holds: what is not understood is left out. */
export function memoryIn(json: Memory): SubscriptionMemory {
  const { skuId, agreed, shown, answers, brings } = json;
  return {
    ...(typeof skuId === 'string' ? { skuId } : {}),
    ...(agreed === undefined ? {} : { agreed: agreedIn(agreed) }),
    ...('drift' in json ? { drift: driftIn(json) } : {}),
    ...(isObject(shown) ? { shown: textsIn(shown) } : {}),
    ...(answers === undefined ? {} : { answers: answersIn(answers) }),
    ...(typeof brings === 'string' ? { brings } : {}),
  };
}

function textsIn(shown: Memory): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(shown).flatMap(([id, text]): [string, string][] => (typeof text === 'string' ? [[id, text]] : [])),
  );
}

/** The memory after a write that Google accepted in the row's name. */
export function afterSubscriptionWrite(memory: SubscriptionMemory, { op, body, params }: Request): SubscriptionMemory {
  const [api, , call = ''] = op.split('.');
  if (api !== 'reseller') return memory;
  if (call === 'insert') {
    const { answers: _used, ...rest } = memory;
    return {
      ...rest,
      skuId: String(body?.skuId),
      agreed: {
        ...fieldsSent(body, fieldsOf(body?.plan).planName),
        ...fieldsSent({ renewalType: fieldsOf(body?.renewalSettings).renewalType }, undefined),
      },
    };
  }
  return {
    ...memory,
    agreed: {
      ...memory.agreed,
      ...stateAfter(call, params.deletionType),
      ...(call === 'changeSeats' ? fieldsSent({ seats: body }, undefined) : fieldsSent(body, body?.planName)),
    },
  };
}

const states: Readonly<Record<string, string>> = {
  suspend: 'Suspended',
  activate: 'Active',
  startPaidService: 'Paid service',
};

function stateAfter(call: string, deletionType: string | undefined): Agreed {
  const state = call === 'delete' ? (deletionType === 'cancel' ? 'Cancelled' : 'Handed to Google') : states[call];
  return state === undefined ? {} : { state };
}

/** The columns that a body carries. */
function fieldsSent(body: unknown, plan: unknown): Agreed {
  const { seats, renewalType, purchaseOrderId, dealCode } = fieldsOf(body);
  const { numberOfSeats, maximumNumberOfSeats } = fieldsOf(seats);
  const sent = {
    plan,
    seats: numberOfSeats ?? maximumNumberOfSeats,
    renewal: renewalType,
    purchaseOrder: purchaseOrderId,
    dealCode,
  };
  return Object.fromEntries(
    Object.entries(sent).flatMap(([id, value]) => (value === undefined ? [] : [[id, String(value)]])),
  );
}

/**
 * The memory of a row that ended well: fields as wished are agreed, those that drifted stay as Seatsheet wrote them
 * last.
 */
export function afterSubscriptionEnd(
  memory: SubscriptionMemory,
  { skuId, agreed, drift }: SubscriptionDone,
): SubscriptionMemory {
  const { answers: _used, brings: _brought, ...rest } = memory;
  return { ...rest, skuId, agreed: { ...memory.agreed, ...agreed }, drift };
}

/** The memory of a row that was planned. */
export function afterSubscriptionPlan(
  memory: SubscriptionMemory,
  { drift, made }: SubscriptionDone,
): SubscriptionMemory {
  const { brings: _before, ...rest } = memory;
  return { ...rest, drift, ...(made === '' ? {} : { brings: made }) };
}
