/** What the person signed in may do here, as the platform answers it. */

/** Whether every permission was given that the manifest asks for (reference of AuthorizationInfo). */
export function granted(): boolean {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  return info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED;
}

/** The names of tabs that are protected from the person signed in, wholly or in part (reference of Protection). */
export function protectedTabs(): readonly string[] {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .filter((sheet) => [RANGE, SHEET].some((type) => sheet.getProtections(type).some((one) => !one.canEdit())))
    .map((sheet) => sheet.getName());
}
