import type { Execution } from './execution';

/**
 * What the script sees of an Apps Script class. Members whose names begin with an underscore are the host's own: the
 * realm does not show them. A member that is not there throws by its name.
 */
export abstract class Facade {
  /** Google's name for the class, as errors show it: `SpreadsheetApp`, `Range`. */
  abstract readonly _class: string;

  /** What String() of the object gives; Google shows the class. */
  _text(): string {
    return this._class;
  }
}

/** A facade that makes system calls. */
export abstract class Service extends Facade {
  constructor(readonly _run: Execution) {
    super();
  }
}

/** One value of an enum: identical wherever it comes from, and its name as text. */
export class EnumValue extends Facade {
  constructor(
    readonly _class: string,
    readonly _name: string,
    readonly _place: number,
  ) {
    super();
  }

  name(): string {
    return this._name;
  }

  ordinal(): number {
    return this._place;
  }

  override _text(): string {
    return this._name;
  }
}

/** An enum: its values by name. */
export type Enum<N extends string> = Facade & { readonly [Name in N]: EnumValue };

class EnumType extends Facade {
  constructor(readonly _class: string) {
    super();
  }
}

/** Makes an enum of Apps Script's. `name` is qualified as in errors: `SpreadsheetApp.ProtectionType`. */
export function enumOf<const N extends string>(name: string, values: readonly N[]): Enum<N> {
  const made = values.map((value, place) => [value, new EnumValue(name, value, place)] as const);
  return Object.assign(new EnumType(name), Object.fromEntries(made)) as unknown as Enum<N>;
}

/** Whether a name is one of a facade's members that the script may see. */
export function hasMember(facade: Facade, name: string): boolean {
  if (name.startsWith('_') || name === 'constructor') return false;
  if (Object.hasOwn(facade, name)) return true;
  for (
    let type: unknown = Object.getPrototypeOf(facade);
    type !== Facade.prototype && type !== null;
    type = Object.getPrototypeOf(type)
  ) {
    if (Object.hasOwn(type as object, name)) return true;
  }
  return false;
}
