import { answersIn, type Answer } from '../../engine/question';
import { isObject, isTexts } from '../../engine/request';
import type { Memory } from '../line';

/** What the journal remembers of a person on the roster. */
export interface TeamMemory {
  /** What the roster wrote into rows of Users, by address and column. */
  readonly wrote?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What was done on each domain when the person left it, by address, in words. */
  readonly left?: Readonly<Record<string, string>>;
  /** What people answered to what the row asked. */
  readonly answers?: readonly Answer[];
}

/** The memory of a row from what its journal line holds: what is not understood is left out. */
export function memoryIn({ wrote, left, answers }: Memory): TeamMemory {
  return {
    ...(isObject(wrote) ? { wrote: Object.fromEntries(Object.entries(wrote).flatMap(textsOf)) } : {}),
    ...(isTexts(left) ? { left } : {}),
    ...(answers === undefined ? {} : { answers: answersIn(answers) }),
  };
}

function textsOf([email, cells]: [string, unknown]): [string, Readonly<Record<string, string>>][] {
  return isTexts(cells) ? [[email, cells]] : [];
}
