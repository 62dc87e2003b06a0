import { answersIn } from '../../engine/question';
import type { Memory } from '../line';
import type { RoleMemory } from './row';

/** The memory of a row from what its journal line holds: what is not understood is left out. */
export function memoryIn({ roleId, answers }: Memory): RoleMemory {
  return {
    ...(typeof roleId === 'string' ? { roleId } : {}),
    ...(answers === undefined ? {} : { answers: answersIn(answers) }),
  };
}
