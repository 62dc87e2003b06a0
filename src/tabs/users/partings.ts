import type { Belongings } from '../../ensure/delete-user';
import { withoutSign } from '../../table/made';
import type { RowOf } from '../open-rows';
import type { Rewrites } from '../rewrites';
import type { Row } from '../tab';
import { grantedFields, placedFields } from './fields';
import type { State } from './fields/state';
import { hasLeft, leftBehind, rewritesOnLeaving, rewritesOnReturn, type Leaving, type RowCells } from './leaving';
import { withBelongings } from './memory';
import type { UserRowRead } from './read';
import type { Memory } from './row';

/** People of a job who leave or come back, and what their rows remember of it. */

type UsersRow = RowOf<UserRowRead>;
type At = Pick<Row, 'place'>;

const compared = [...placedFields, ...grantedFields];

/** Those of one job, by the places of their rows. */
export class Partings {
  private readonly leavers = new Map<number, Leaving>();
  private readonly back = new Map<number, Rewrites>();

  /** `cellOf`: the text of a cell; undefined where the column is missing. */
  constructor(
    private readonly job: string,
    private readonly cellOf: (row: UserRowRead, id: string) => string | undefined,
  ) {}

  /** Somebody leaves. Gives what the row says from then on. */
  leaves(row: UsersRow, state: State, belongings: Belongings): Rewrites {
    const cells = rewritesOnLeaving(state, this.cellsOf(row));
    this.leavers.set(row.place, { state, belongings, cells });
    return cells;
  }

  /** Somebody comes back, whose row said `left` since. */
  comesBack(row: UsersRow, left: Rewrites): void {
    this.back.set(row.place, rewritesOnReturn(left, this.cellsOf(row)));
  }

  /** Whether the row gives back what belonged to the person. */
  isBack({ place }: At): boolean {
    return this.back.has(place);
  }

  /** The memory of a row that is planned, or turned out to need nothing. */
  planned({ place }: At, memory: Memory): Memory {
    const leaving = this.leavers.get(place);
    return leaving ? withBelongings(memory, leaving) : memory;
  }

  /** The memory after a write that Google accepted. */
  afterWrite({ place }: At, memory: Memory): Memory {
    const leaving = this.leavers.get(place);
    return leaving ? leftBehind(memory, this.job, leaving) : this.returned(place, memory);
  }

  /** The memory of a row that has ended as it should. */
  ended({ place }: At, memory: Memory): Memory {
    const leaving = this.leavers.get(place);
    return leaving ? hasLeft(memory, this.job, leaving) : this.returned(place, memory);
  }

  private returned(place: number, memory: Memory): Memory {
    const cells = this.back.get(place);
    return cells && Object.keys(cells).length ? { ...memory, rewrites: { job: this.job, cells } } : memory;
  }

  private cellsOf({ read }: UsersRow): RowCells {
    const wish: Readonly<Record<string, unknown>> = read.wish ?? {};
    return {
      text: (id) => {
        const text = this.cellOf(read, id);
        return text === undefined ? undefined : withoutSign(text);
      },
      kept: (id) => {
        const field = compared.find((one) => one.id === id);
        return field && wish[id] !== undefined ? field.kept(wish[id]) : undefined;
      },
    };
  }
}
