import { ports } from '../ports';

/**
 * Formats and drop-downs of columns that people made: they never stop the work. A typed column of a Table refuses a
 * number format, and says so no sooner than when what was written is applied, with whatever was written after it
 * (public scripts report “You can't set the number format of cells in a typed column.”); so they are applied by
 * themselves, and one by one where that fails. Gives whether the spreadsheet took all of them.
 */
export function dress(looks: readonly (() => void)[]): boolean {
  if (!looks.length) return true;
  ports().spreadsheet.apply();
  const all = (): void => {
    for (const look of looks) look();
  };
  return took(all) || looks.filter((look) => !took(look)).length === 0;
}

/** The services throw Exceptions, whatever language their texts are in (Apps Script). */
function took(look: () => void): boolean {
  try {
    look();
    ports().spreadsheet.apply();
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'Exception') return false;
    throw error;
  }
}
