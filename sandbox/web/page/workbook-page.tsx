import { useState } from 'preact/hooks';
import type { Edit } from '../wire';
import { FormulaBar } from './formula-bar';
import { Grid } from './grid/grid';
import type { Selecting } from './grid/selection';
import { dataEntries, rowEntries } from './menus/cell-menus';
import { ContextMenu } from './menus/context-menu';
import { MenuBar } from './menus/menu-bar';
import { scriptMenus } from './menus/script-menus';
import type { Model } from './model';
import { runMenuItem } from './server';
import { SheetTabs } from './sheet-tabs';
import type { Workbook } from './use-workbook';

interface WorkbookPageProps {
  readonly model: Model;
  readonly selecting: Selecting;
  readonly change: Workbook['change'];
  readonly report: Workbook['report'];
}

/** The spreadsheet: menus, formula bar, grid, tabs. */
export function WorkbookPage({ model, selecting, change, report }: WorkbookPageProps) {
  const [menuAt, setMenuAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const { selection } = selecting;
  const tab = model.head.tabs.find(({ id }) => id === selection.sheet) ?? model.head.tabs[0];
  const sheet = tab && model.sheets.get(tab.id);
  if (!tab || !sheet)
    return (
      <main class="page">
        <p class="quiet">This workbook has no tabs.</p>
      </main>
    );
  const fromMenu = (what: Edit) => {
    change(what);
    focusGrid();
  };
  const table = { sheet, selection, change: fromMenu };
  const run = (handler: string) =>
    void runMenuItem(handler).catch((error: unknown) => report(error instanceof Error ? error.message : String(error)));
  const menus = [
    { label: 'Rows', items: rowEntries(table) },
    { label: 'Data', items: dataEntries(table) },
    ...scriptMenus(model.head.menu, run),
  ];
  return (
    <main class="workbook">
      <h1 class="unseen">{tab.name}</h1>
      <MenuBar menus={menus} />
      <FormulaBar sheet={sheet} selection={selection} change={change} />
      <Grid
        name={tab.name}
        sheet={sheet}
        selecting={selecting}
        change={change}
        onMenu={(x, y) => setMenuAt({ x, y })}
      />
      <SheetTabs
        tabs={model.head.tabs}
        open={tab.id}
        onOpen={selecting.openTab}
        hiddenRows={sheet.hiddenRows.length}
        onShowRows={() => fromMenu({ kind: 'showRows', sheet: sheet.id })}
      />
      {menuAt && (
        <ContextMenu
          {...menuAt}
          items={[...rowEntries(table), { separator: true }, ...dataEntries(table)]}
          onClose={() => {
            setMenuAt(null);
            focusGrid();
          }}
        />
      )}
    </main>
  );
}

/** Gives the keyboard back to the cells. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('.cells')?.focus();
}
