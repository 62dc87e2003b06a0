import { sizeOf, withProperties } from '../platform-refusals';
import { ports, type Properties } from '../ports';

/** Properties as JSON. A value may be 9 KB (Apps Script quotas page), so long ones are cut into pieces. */

const pieceLength = 8_000;

/** What this execution has seen of a store, because each look costs as much as a write. */
interface Seen {
  /** In how many pieces values are kept. */
  readonly pieces: Map<string, number>;
  /** Everything, as it was at the first steady look. */
  all?: Record<string, string>;
}

const seen: { readonly document: Seen; readonly user: Seen } = {
  document: { pieces: new Map() },
  user: { pieces: new Map() },
};

/** What all editors of the spreadsheet share: no secrets. */
export function documentStore(): Store {
  return new Store(ports().properties.document(), seen.document);
}

/** From here on others cannot have changed anything unseen: what was looked at before is looked at again. */
export function lookAnew(): void {
  for (const store of [seen.document, seen.user]) {
    delete store.all;
    store.pieces.clear();
  }
}

/** What belongs to the person signed in alone: the vault, and settings that other editors must not change. */
export function userStore(): Store {
  return new Store(ports().properties.user(), seen.user);
}

/**
 * JSON under names. A value longer than one property is kept in pieces `name.1`, `name.2` … with their number in front.
 */
export class Store {
  constructor(
    private readonly properties: Properties,
    private readonly seen: Seen,
  ) {}

  /**
   * The value, or undefined where there is none or it is damaged; `check` says whether it has the shape that is
   * expected.
   */
  get<T>(name: string, check: (value: unknown) => value is T): T | undefined {
    return this.read(name, check, (piece) => this.property(piece));
  }

  /**
   * The value as this execution first saw it, or set it: for what changes seldom. The first look takes in the whole
   * store.
   */
  steady<T>(name: string, check: (value: unknown) => value is T): T | undefined {
    return this.read(name, check, (piece) => this.text(piece));
  }

  /** The text of a property, as steadily. */
  text(name: string): string | null {
    return this.everything()[name] ?? null;
  }

  /** Names that begin with a prefix, as steadily, without their pieces. */
  steadyNames(prefix: string): readonly string[] {
    return named(Object.keys(this.everything()), prefix);
  }

  private everything(): Record<string, string> {
    return (this.seen.all ??= withProperties(this.properties, (all) => all.getProperties()));
  }

  /** How much the store holds, in bytes, as steadily. */
  size(): number {
    return sizeOf(this.everything());
  }

  /** How much of that is a value with its pieces. */
  sizeOf(name: string): number {
    const own = Object.entries(this.everything()).filter(([one]) => one === name || one.startsWith(`${name}.`));
    return sizeOf(Object.fromEntries(own));
  }

  /** Keeps a text as it is. */
  setText(name: string, text: string): void {
    this.write({ [name]: text });
  }

  /** Keeps a value that always fits one property, with a single call. */
  setShort(name: string, value: unknown): void {
    this.write({ [name]: JSON.stringify(value) });
  }

  /** Keeps a value of any length; pieces of a longer one before it are deleted. */
  set(name: string, value: unknown): void {
    this.setAll({ [name]: value });
  }

  /** Keeps several values, all of them or none. Pieces of longer ones before them are deleted afterwards. */
  setAll(values: Readonly<Record<string, unknown>>): void {
    const cut = Object.entries(values).map(([name, value]) => cutUp(name, jsonOf(value)));
    const before = cut.map(({ name }) => this.piecesKept(name));
    this.write(Object.assign({}, ...cut.map(({ properties }) => properties)) as Record<string, string>);
    cut.forEach(({ name, count }, i) => {
      this.trim(name, before[i] ?? 0, count);
    });
  }

  private write(properties: Readonly<Record<string, string>>): void {
    if (this.seen.all) Object.assign(this.seen.all, properties);
    withProperties(this.properties, (all) => all.setProperties(properties), properties);
  }

  /** Forgets a value. */
  remove(name: string): void {
    const before = this.piecesKept(name);
    delete this.seen.all?.[name];
    this.forget(name);
    this.trim(name, before, 0);
  }

  /** Names that begin with a prefix, without their pieces. */
  names(prefix: string): readonly string[] {
    return named(
      withProperties(this.properties, (all) => all.getKeys()),
      prefix,
    );
  }

  private property(name: string): string | null {
    return withProperties(this.properties, (all) => all.getProperty(name));
  }

  private forget(name: string): void {
    withProperties(this.properties, (all) => all.deleteProperty(name));
  }

  private read<T>(
    name: string,
    check: (value: unknown) => value is T,
    propertyOf: (name: string) => string | null,
  ): T | undefined {
    const first = propertyOf(name);
    const count = piecesIn(first);
    this.seen.pieces.set(name, count);
    if (first === null) return undefined;
    let text = count ? '' : first;
    for (let i = 1; i <= count; i++) text += propertyOf(`${name}.${i}`) ?? '';
    const value = parsed(text);
    return check(value) ? value : undefined;
  }

  /** In how many pieces a value is kept so far. */
  private piecesKept(name: string): number {
    return this.seen.pieces.get(name) ?? piecesIn(this.seen.all ? this.text(name) : this.property(name));
  }

  /** Deletes pieces of an earlier, longer value. */
  private trim(name: string, before: number, keep: number): void {
    for (let i = keep + 1; i <= before; i++) {
      delete this.seen.all?.[`${name}.${i}`];
      this.forget(`${name}.${i}`);
    }
    this.seen.pieces.set(name, keep);
  }
}

/**
 * A value as JSON in ASCII alone, so that its length is its size: a property is measured in bytes, and no character is
 * cut in two.
 */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

interface Cut {
  readonly name: string;
  readonly count: number;
  readonly properties: Readonly<Record<string, string>>;
}

function cutUp(name: string, text: string): Cut {
  const count = text.length <= pieceLength ? 0 : Math.ceil(text.length / pieceLength);
  const properties: Record<string, string> = { [name]: count ? `#${count}` : text };
  for (let i = 0; i < count; i++) properties[`${name}.${i + 1}`] = text.slice(i * pieceLength, (i + 1) * pieceLength);
  return { name, count, properties };
}

function named(names: readonly string[], prefix: string): readonly string[] {
  return names.filter((name) => name.startsWith(prefix) && !/\.\d+$/.test(name));
}

function piecesIn(first: string | null): number {
  return Number(/^#(\d+)$/.exec(first ?? '')?.[1] ?? 0);
}

/**
 * What a property or a cached text holds; undefined where it is damaged: that is as good as none, what it held is found
 * out again.
 */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
