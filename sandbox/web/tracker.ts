import type { HostState, SheetData } from '../apps-script/host-state';
import { rowViews, shapeOf } from './sheet-view';
import type { SheetView } from './wire';

/** Finds out what changed in the tabs, row by row, so that only that is sent. */
export interface Tracker {
  /** Grows with every change that a look found. */
  readonly version: number;
  /** Looks at the tabs as they are now. */
  look(state: HostState): void;
  /** What is new since a version; everything since 0. */
  since(version: number): SheetView[];
  /** Counts a change outside the tabs. */
  bump(): void;
}

interface Seen {
  readonly text: string;
  readonly version: number;
}
interface SeenSheet {
  shape: Seen;
  rows: Seen[];
  views: SheetView['rows'];
}

/** A tracker that has seen nothing yet. */
export function openTracker(): Tracker {
  const seen = new Map<number, SeenSheet>();
  let version = 1;

  function lookAt(state: HostState, sheet: SheetData, next: number): boolean {
    const old = seen.get(sheet.id);
    const views = rowViews(sheet);
    const shape = seenAgain(old?.shape, JSON.stringify(shapeOf(state, sheet)), next);
    const rows = views.map((view, index) => seenAgain(old?.rows[index], JSON.stringify(view), next));
    const same =
      old?.rows.length === rows.length && shape === old.shape && rows.every((row, index) => row === old.rows[index]);
    if (same) return false;
    seen.set(sheet.id, {
      shape: { ...shape, version: next },
      rows,
      views: Object.fromEntries(views.map((view, index) => [index + 1, view])),
    });
    return true;
  }

  return {
    get version() {
      return version;
    },
    bump: () => {
      version += 1;
    },
    look: (state) => {
      const { sheets } = state;
      const changed = sheets.map((sheet) => lookAt(state, sheet, version + 1)).some(Boolean);
      const gone = [...seen.keys()].filter((id) => !sheets.some((sheet) => sheet.id === id));
      for (const id of gone) seen.delete(id);
      if (changed || gone.length) version += 1;
    },
    since: (from) =>
      [...seen.values()].filter((sheet) => sheet.shape.version > from).map((sheet) => changesOf(sheet, from)),
  };
}

function seenAgain(old: Seen | undefined, text: string, version: number): Seen {
  return old?.text === text ? old : { text, version };
}

function changesOf(sheet: SeenSheet, from: number): SheetView {
  const shape = JSON.parse(sheet.shape.text) as Omit<SheetView, 'rows'>;
  const rows = Object.fromEntries(
    Object.entries(sheet.views).filter(([row]) => (sheet.rows[Number(row) - 1]?.version ?? 0) > from),
  );
  return { ...shape, rows };
}
