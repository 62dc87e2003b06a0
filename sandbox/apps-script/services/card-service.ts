import { PlatformError } from '../exceptions';
import { EnumValue, Facade, enumOf } from '../execution/facade';
import { limits } from '../limits';
import { mismatch } from './arguments';
import { parts } from './card-parts';
import type { PartName } from './card-parts';

/**
 * CardService: parts of a card are collected as plain JSON. A setter fills the field that it names (`setTopLabel` fills
 * `topLabel`), an adder adds to a list (`addWidget` to `widgets`); a widget stands as `{ textParagraph: { … } }`.
 */
export class CardService extends Facade {
  readonly _class = 'CardService';
  readonly TextButtonStyle = enumOf('CardService.TextButtonStyle', [
    'TEXT',
    'FILLED',
    'OUTLINED',
    'FILLED_TONAL',
    'BORDERLESS',
  ]);
  readonly LoadIndicator = enumOf('CardService.LoadIndicator', ['SPINNER', 'NONE']);
  readonly OpenAs = enumOf('CardService.OpenAs', ['FULL_SIZE', 'OVERLAY']);
  readonly OnClose = enumOf('CardService.OnClose', ['NOTHING', 'RELOAD']);
  readonly ImageStyle = enumOf('CardService.ImageStyle', ['SQUARE', 'CIRCLE']);

  constructor() {
    super();
    for (const name of Object.keys(parts) as PartName[])
      Object.assign(this, { [`new${name}`]: () => new CardPart(name) });
  }
}

/** One part of a card that is being put together. */
export class CardPart extends Facade {
  readonly _class: PartName;
  readonly _fields: Record<string, unknown> = {};

  constructor(name: PartName) {
    super();
    this._class = name;
    for (const member of parts[name].members)
      Object.assign(this, { [member]: (...args: readonly unknown[]) => this._take(member, args) });
  }

  /** The part as JSON. */
  _json(): unknown {
    return this._fields;
  }

  _take(member: string, args: readonly unknown[]): Facade {
    if (member === 'build') return built(this);
    const field = fieldOf(member);
    if (member.startsWith('set')) this._fields[field] = jsonOf(args[0], `CardService.${this._class}.${member}`);
    else if (member.startsWith('add')) this._add(`${field}s`, args[0], member);
    else this._add('steps', { [member]: args[0] === undefined ? true : jsonOf(args[0], member) }, member);
    return this;
  }

  _add(field: string, value: unknown, member: string): void {
    const json =
      member === 'addWidget' && value instanceof CardPart
        ? { [lower(value._class)]: value._json() }
        : jsonOf(value, `CardService.${this._class}.${member}`);
    this._fields[field] = [...((this._fields[field] ?? []) as unknown[]), json];
  }
}

/** What build() gives: a card, or the response to an action. */
export class BuiltPart extends Facade {
  constructor(
    readonly _class: string,
    readonly _fields: unknown,
  ) {
    super();
  }

  /** The whole as JSON. */
  _json(): unknown {
    return this._fields;
  }

  printJson(): string {
    return JSON.stringify(this._fields);
  }
}

/** A card needs a section; it may have 100 of them and 100 widgets (Workspace add-on restrictions). */
function built({ _class: name, _fields: fields }: CardPart): BuiltPart {
  if (name === 'CardBuilder') {
    const sections = (fields['sections'] ?? []) as { widgets?: unknown[] }[];
    if (sections.length === 0) throw new PlatformError('The card must have at least one section.');
    const widgets = sections.reduce((sum, section) => sum + (section.widgets?.length ?? 0), 0);
    if (sections.length > limits.cardParts || widgets > limits.cardParts)
      throw new PlatformError('The card has more than 100 sections or widgets.');
  }
  return new BuiltPart(name.replace(/Builder$/, ''), structuredClone(fields));
}

function fieldOf(member: string): string {
  return lower(member.replace(/^(set|add)/, ''));
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function jsonOf(value: unknown, method: string): unknown {
  if (value instanceof CardPart || value instanceof BuiltPart) return value._json();
  if (value instanceof EnumValue) return value._name;
  if (value instanceof Facade || value === undefined || typeof value === 'function') throw mismatch(method, [value]);
  return value;
}
