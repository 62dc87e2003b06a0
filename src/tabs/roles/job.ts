import { Blocked } from '../../engine/outcome';
import { ask, say, type Procedure } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import { ensureCustomRole } from '../../ensure/custom-role';
import { ensureGroupsHold, type RoleForGroups } from '../../ensure/role-group';
import { shownValue } from '../../engine/words';
import { consoles } from '../../google/consoles';
import { rolesFact } from '../../google/facts';
import { foldName } from '../../google/names';
import { asRole } from '../../google/resources';
import { keptOf, membersOf, tookAway } from '../../table/compare';
import type { Memory } from '../line';
import { byPlace, type RowOf } from '../open-rows';
import type { Ended } from '../ended';
import type { JobAt, Row, TabJob } from '../tab';
import { roleName } from './fields/texts';
import { memoryIn } from './memory';
import type { RoleRowRead } from './read';
import type { RoleWish } from './row';

type RolesRow = RowOf<RoleRowRead>;

/** Rows of the Roles tab in a check or a run. */
export class RolesJob implements TabJob {
  private readonly own: (row: Row) => RolesRow;

  constructor(
    private readonly rows: readonly RolesRow[],
    private readonly at: JobAt,
  ) {
    this.own = byPlace(rows);
  }

  *procedure(row: Row, memory: Memory): Procedure<Ended> {
    const { read, key } = this.own(row);
    if (!read.wish) throw new Error(`${key} has no wish.`);
    const { answers = [], there, roleId: before } = memoryIn(memory);
    const { roleId, left } = yield* ensureCustomRole(read.wish, {
      ...(this.isMaking(row) ? { making: true as const } : {}),
      // What the row itself was answered comes first.
      answers: [...answers, ...this.at.answersOf(read.wish.account)],
      ...(there && before !== undefined && this.at.action.putBack !== true ? { wasThere: before } : {}),
    });
    const { account, groups } = read.wish;
    yield* this.tellFormer(read, account, roleId);
    refuseNarrow(read.wish);
    if (groups && !left) yield* ensureGroupsHold({ account, roleId, groups, ...this.giving(memory) });
    const now = { roleId, there: true, ...(groups && !left ? { groups: keptOf(groups) } : {}) };
    const drift = left ? [roleName.header] : [];
    return { made: '', remember: (known, how) => ({ ...memoryIn(known), drift, ...(how === 'planned' ? {} : now) }) };
  }

  /** A row that was given another name is about another role from then on: that the former one stays is said. */
  private *tellFormer({ shownId }: RoleRowRead, account: string, now: string): Procedure<void> {
    if (shownId === '' || shownId === now) return;
    const former = (yield* ask(rolesFact(account))).find(({ roleId }) => roleId === shownId);
    if (!former || former.isSystemRole || this.hasRow(account, former.roleName)) return;
    yield* say(
      `“${shownValue(former.roleName)}”, the role that this row was about before, stays with whoever holds it: rename it, or delete it once nobody needs it, under ${consoles.adminRoles.path}.`,
    );
  }

  /** Whether what is carried out makes the row's role: an execution that died may have done it. */
  private isMaking({ line }: Row): boolean {
    return this.at.running && line?.plan.writes.some(({ op }) => op === 'directory.roles.insert') === true;
  }

  private hasRow(account: string, roleName: string): boolean {
    const isIt = ({ makes }: RoleRowRead) =>
      makes?.account === account && foldName(makes.roleName) === foldName(roleName);
    return this.rows.some(({ read }) => isIt(read));
  }

  private giving(memory: Memory): Pick<RoleForGroups, 'wasGiven' | 'exact' | 'asked'> {
    const { action, exact, groups } = this.at;
    const [{ groups: agreed }, putBack] = [memoryIn(memory), action.putBack === true];
    return {
      exact,
      asked: (named) => groups?.asked(named),
      wasGiven: (member) => tookAway({ member, agreed, putBack }),
    };
  }

  failed(_row: Row, memory: Memory): Memory {
    return memory;
  }

  wrote(_row: Row, memory: Memory, { request, value }: { readonly request: Request; readonly value: unknown }): Memory {
    const known = { ...memoryIn(memory) };
    const group = request.named?.assignedTo;
    if (request.op === 'directory.roles.insert') return { ...known, roleId: asRole(value).roleId };
    return group === undefined ? known : { ...known, groups: keptOf([...membersOf(known.groups), group]) };
  }
}

/** Whoever narrows the role for people does not mean groups to hold it everywhere. */
function refuseNarrow({ groups = [], scope, condition }: RoleWish): void {
  if (groups.length === 0 || (scope === undefined && condition === undefined)) return;
  throw new Blocked(
    'Groups get the role for the whole account and without a condition, and the row says Scope or Condition.',
    'Empty those cells, or Given to groups; nothing was given to a group.',
    { column: 'groups' },
  );
}
