import type { Explain } from '../engine/details';
import { explain } from '../google/refusals';
import { isNoAnswer, isNotComplete, isRateRefusal, isTransient } from '../google/retry';
import type { AnyRow } from './desk';

/** Explains refusals that ended a row, in the row's own terms. What passes by itself is a failure, what stays needs a person. */
export function explainRow(row: Pick<AnyRow, 'email'>): Explain {
  const who = row.email ?? '';
  return (refusal) => {
    const { says, remedy } = explain(refusal, { op: refusal.options.op ?? '', who, domain: who.split('@')[1] ?? '' });
    return { says, remedy, final: ![isTransient, isNoAnswer, isRateRefusal, isNotComplete].some((passes) => passes(refusal)) };
  };
}
