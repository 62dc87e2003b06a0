import type { Column, FoundColumns } from '../../table/column';
import { outcomeOf } from '../../table/status';
import { visible } from '../../table/text';
import type { Values } from '../../tabs/sheet';
import type { Tab } from '../../tabs/tab';

/** A tab as it was found. `known`: it was one of ours before; `notes`: looks at those of its headers. */
export interface FoundTab {
  readonly tab: Tab;
  readonly values: Values;
  readonly positions: FoundColumns<string>['positions'];
  readonly known: boolean;
  notes(): readonly string[];
}

/**
 * Columns that are called like those which Seatsheet writes and hold texts of somebody else’s: a list of staff often
 * has a Status. Where a word of ours stands under Status all of them are ours, as is one whose header still has our
 * note; where they are empty there is nothing to lose. Ids that people may type are none of them.
 */
export function foreignColumns({ tab, values, positions, known, notes }: FoundTab): readonly Column[] {
  const textsOf = (id: string): readonly string[] => {
    const place = positions[id];
    if (place === undefined) return [];
    return values.slice(1).flatMap((cells) => visible(cells[place] ?? '') || []);
  };
  const statuses = textsOf('status');
  if (statuses.some((text) => outcomeOf(text) !== undefined)) return [];
  // In a tab of ours people read from Google have Details before they have a Status.
  if (known && statuses.length === 0) return [];
  const filled = tab.columns.filter(
    ({ id, ours, optional }) => ours && !optional && id !== tab.idColumn && textsOf(id).length > 0,
  );
  const noted = filled.length > 0 ? notes() : [];
  return filled.filter(({ id, note }) => noted[positions[id] ?? -1] !== note);
}
