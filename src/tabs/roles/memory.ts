import { answersIn } from '../../engine/question';
import { driftIn, type Memory } from '../line';
import type { RoleMemory } from './row';

/** The memory of a row from what its journal line holds: what is not understood is left out. */
export function memoryIn({ roleId, there, drift, groups, answers }: Memory): RoleMemory {
  return {
    ...(typeof roleId === 'string' ? { roleId } : {}),
    ...(there === true ? { there } : {}),
    ...(drift === undefined ? {} : { drift: driftIn({ drift }) }),
    ...(typeof groups === 'string' ? { groups } : {}),
    ...(answers === undefined ? {} : { answers: answersIn(answers) }),
  };
}
