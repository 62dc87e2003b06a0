import { everyAssignmentFact } from '../../google/held-roles';
import { limits } from '../../google/limits';
import type { Facts } from '../tab';

/** How many role assignments org units have, and those that a check gives; the whole account counts as one org unit. */
export class RolePlaces {
  private readonly taken = new Map<string, Map<string, number>>();

  constructor(private readonly facts: Facts) {}

  /**
   * Takes a place, '' for the whole account; false where Google's limit is reached. Only a list that was read anyway is
   * counted: where there is none, Google's own answer has to tell.
   */
  take(account: string, unitId: string): boolean {
    const counts = this.taken.get(account) ?? this.counted(account);
    if (!counts) return true;
    this.taken.set(account, counts);
    const count = counts.get(unitId) ?? 0;
    if (count >= limits.roles.assignmentsPerOrgUnit) return false;
    counts.set(unitId, count + 1);
    return true;
  }

  private counted(account: string): Map<string, number> | undefined {
    const all = this.facts.valueOf(everyAssignmentFact(account));
    if (!all) return undefined;
    const counts = new Map<string, number>();
    for (const { orgUnitId } of all) counts.set(orgUnitId, (counts.get(orgUnitId) ?? 0) + 1);
    return counts;
  }
}
