import { failuresIn } from '../../engine/outcome';
import { ask, together, type Fact, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { partsOf, proofFact, type PartName } from '../../google/proofs';
import { isSetUp, type Identity } from '../../tabs/identity';
import type { Slice } from '../slice';
import type { Job } from '../keeping/job-record';
import { Trouble, troubleOf } from '../trouble';

/**
 * Whether Google answers for all that a plan writes to. Without that, people would be created whose licences are
 * refused afterwards, one by one.
 */

/**
 * What keeps a plan of these operations from being run at all, with its remedy: a part of Google that is not switched
 * on for this script, or not allowed to it. What this slice has read is proved. `timeOver`: it has no time left to ask.
 */
export function lacking(
  slice: Slice,
  { account, email }: Identity,
  ops: Iterable<string>,
): Pick<Job, 'lacks'> | 'timeOver' {
  const known = partsOf(slice.carriedOut);
  const open = partsOf(ops).filter((part) => !known.includes(part));
  try {
    const [silent] = silentParts(slice, { account, email }, open);
    return silent ? { lacks: { says: silent.trouble.says, remedy: silent.trouble.remedy } } : {};
  } catch (error) {
    if (error instanceof Trouble && error.code === 'timeOver') return 'timeOver';
    throw error;
  }
}

/** Those of the parts that do not answer, each with what to do. */
export function silentParts(
  slice: Slice,
  { account, email }: Pick<Identity, 'account' | 'email'>,
  parts: readonly PartName[],
): readonly { readonly part: PartName; readonly trouble: Trouble }[] {
  if (parts.length === 0) return [];
  const refusals = slice.answer(together(...parts.map((part) => proved(proofFact(account, part, email)))));
  return parts.flatMap((part, at) => {
    const trouble = troubleOf(refusals[at]);
    return trouble ? [{ part, trouble }] : [];
  });
}

/** What is refused for another reason was answered. */
function* proved(fact: Fact<unknown>): Procedure<Refusal | undefined> {
  try {
    yield* ask(fact);
  } catch (error) {
    const [refusal] = failuresIn(error);
    if (!(refusal instanceof Refusal)) throw error;
    return isSetUp(refusal) ? refusal : undefined;
  }
}
