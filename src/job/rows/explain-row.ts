import type { Explain } from '../../engine/details';
import { explain } from '../../google/refusals';
import { isNoAnswer, isNotComplete, isRateRefusal, isTransient } from '../../google/retry';
import type { Row } from '../../tabs/tab';

/**
 * Explains refusals that ended a row, in the row's own terms. What passes by itself is a failure, what stays needs a
 * person.
 */
export function explainRow({ about }: Pick<Row, 'about'>): Explain {
  return (refusal) => {
    const { says, remedy } = explain(refusal, { ...about, op: refusal.options.op ?? '' });
    return {
      says,
      remedy,
      final: ![isTransient, isNoAnswer, isRateRefusal, isNotComplete].some((passes) => passes(refusal)),
    };
  };
}
