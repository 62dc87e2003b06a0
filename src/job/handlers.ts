/** The function that a menu calls for an action: Apps Script calls functions by name and hands no argument. */
export function actionHandler(id: string): string {
  return handlerOf('act', id);
}

/** The function that the menu calls for a report. */
export function reportHandler(id: string): string {
  return handlerOf('report', id);
}

/** `report`, `deleted-people` is `reportDeletedPeople`. */
function handlerOf(kind: string, id: string): string {
  return kind + id.replace(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase());
}
