import { actions } from '../actions';
import { formats } from '../imports';
import { reports } from '../reports';
import { tabs } from '../tabs';
import { actionHandler, reportHandler } from './handlers';

/**
 * What build, sandbox and docs take out of the lists, as plain JSON: a column, an action, a report or a format that
 * stands in its list stands everywhere.
 */
export const listed = () => ({
  tabs: tabs.map(({ name, required, keyColumns, idColumn, columns }) => ({
    name,
    required: required === true,
    keyColumns,
    idColumn,
    columns: columns.map(({ id, header, synonyms, note, ours, required: needed, optional }) => ({
      id,
      header,
      synonyms,
      note,
      ours,
      required: needed,
      optional: optional === true,
    })),
  })),
  actions: actions.map(({ id, label, help, menu, tab }) => ({
    id,
    label,
    help,
    menu: menu ?? '',
    tab: tab ?? '',
    handler: actionHandler(id),
  })),
  reports: reports.map(({ id, label, help }) => ({ id, label, help, handler: reportHandler(id) })),
  formats: formats.map(({ id, label }) => ({ id, label })),
});

/** The lists as JSON. */
export type Lists = ReturnType<typeof listed>;
