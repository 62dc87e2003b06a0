import { meet } from '../a1';
import type { Rect, SystemCalls } from '../calls';
import type { SheetData } from '../host-state';
import { PlatformError } from '../exceptions';

/**
 * Typed columns of Tables refuse number formats. Public scripts report the text, and that it may come no sooner than
 * when what was written is applied; the unkind reading is that what was written after the format is lost with it.
 */
export class TypedColumns {
  #refusal: PlatformError | undefined;

  /** Whether a write is lost: a format that such a column refuses, or what comes after it. */
  loses(sheet: SheetData, { rect, what }: Parameters<SystemCalls['range.write']>[0]): boolean {
    const typed = (sheet.furniture['typedColumns'] ?? []) as readonly Rect[];
    if (what === 'format' && typed.some((one) => meet(one, rect)))
      this.#refusal ??= new PlatformError("You can't set the number format of cells in a typed column.");
    return this.#refusal !== undefined;
  }

  /** Throws what was refused, now that writes are applied. */
  raise(): void {
    const refusal = this.#refusal;
    this.#refusal = undefined;
    if (refusal) throw refusal;
  }
}
