import { defined } from '../../engine/defined';
import type { Procedure } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import type { Memory } from '../line';
import { byPlace, type RowOf } from '../open-rows';
import type { Ended } from '../ended';
import type { JobAt, Row, TabJob } from '../tab';
import { afterEnd, afterWrite, memoryIn } from './memory';
import { provisionGroup } from './provision';
import type { GroupRowRead } from './read';
import type { GroupDone, GroupRow, GroupWish } from './row';

type GroupsRow = RowOf<GroupRowRead>;

/** Rows of the Groups tab in a check or a run. */
export class GroupsJob implements TabJob {
  private readonly own: (row: Row) => GroupsRow;
  private readonly armed: boolean;

  constructor(
    private readonly rows: readonly GroupsRow[],
    private readonly at: JobAt,
  ) {
    this.own = byPlace(rows);
    // A run does what was approved, and only an armed check can have planned to delete a group.
    this.armed = at.running || (rows.some(({ read }) => read.wish?.state === 'Deleted') && at.armed());
  }

  *procedure(row: Row, memory: Memory): Procedure<Ended> {
    const asked = this.rowOf(this.own(row), memory);
    return ended(asked.wish, yield* provisionGroup(asked));
  }

  failed(_row: Row, memory: Memory): Memory {
    return memory;
  }

  wrote(_row: Row, memory: Memory, { request, value }: { readonly request: Request; readonly value: unknown }): Memory {
    return { ...afterWrite(memoryIn(memory), { request, value, now: this.at.now() }) };
  }

  /** A group is made once for all rows that name it. */
  owner({ op, body, account }: Request): Row | undefined {
    if (op !== 'directory.groups.insert') return undefined;
    return this.rows.find(({ read: { wish } }) => wish?.account === account && wish.email === body?.email);
  }

  private rowOf({ read, key }: GroupsRow, memory: Memory): GroupRow {
    const { wish } = read;
    if (!wish) throw new Error(`${key} has no wish.`);
    const { action, brought, belonging } = this.at;
    const customer = brought?.serving(wish.account);
    return {
      wish,
      memory: memoryIn(memory),
      putBack: action.putBack === true,
      armed: this.armed,
      rowsOf: (address) => belonging('person', address).map(({ place }) => place),
      ...defined({ customer }),
    };
  }
}

function ended(wish: GroupWish, done: GroupDone): Ended {
  return {
    made: '',
    remember: (memory, how) =>
      how === 'planned' ? { ...memoryIn(memory), drift: done.drift } : { ...afterEnd(memoryIn(memory), wish, done) },
  };
}
