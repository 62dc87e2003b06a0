import type { Procedure } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import { ensureCustomRole } from '../../ensure/custom-role';
import { asRole } from '../../google/resources';
import type { Memory } from '../line';
import { byPlace, type RowOf } from '../open-rows';
import type { Ended, JobAt, Row, TabJob } from '../tab';
import { memoryIn } from './memory';
import type { RoleRowRead } from './read';

type RolesRow = RowOf<RoleRowRead>;

/** Rows of the Roles tab in a check or a run. */
export class RolesJob implements TabJob {
  private readonly own: (row: Row) => RolesRow;

  constructor(
    rows: readonly RolesRow[],
    private readonly at: JobAt,
  ) {
    this.own = byPlace(rows);
  }

  *procedure(row: Row, memory: Memory): Procedure<Ended> {
    const { read, key } = this.own(row);
    if (!read.wish) throw new Error(`${key} has no wish.`);
    const { answers = [] } = memoryIn(memory);
    // What the row itself was answered comes first.
    const roleId = yield* ensureCustomRole(read.wish, [...answers, ...this.at.answersOf(read.wish.account)]);
    return { made: '', remember: (known, how) => ({ ...memoryIn(known), ...(how === 'planned' ? {} : { roleId }) }) };
  }

  failed(_row: Row, memory: Memory): Memory {
    return memory;
  }

  wrote(_row: Row, memory: Memory, { value }: { readonly request: Request; readonly value: unknown }): Memory {
    return { ...memoryIn(memory), roleId: asRole(value).roleId };
  }
}
