/** Properties as JSON. A value may be 9 KB (Apps Script quotas page), so long ones are cut into pieces. */

const pieceLength = 8_000;

type Properties = GoogleAppsScript.Properties.Properties;

/** What all editors of the spreadsheet share: no secrets. */
export function documentStore(): Store {
  return new Store(PropertiesService.getDocumentProperties());
}

/** What belongs to the person signed in alone: the vault, and settings that other editors must not change. */
export function userStore(): Store {
  return new Store(PropertiesService.getUserProperties());
}

/** JSON under names. A value longer than one property is kept in pieces `name.1`, `name.2` … with their number in front. */
export class Store {
  constructor(private readonly properties: Properties) {}

  /** The value, or undefined where there is none or it is damaged; `check` says whether it has the shape that is expected. */
  get<T>(name: string, check: (value: unknown) => value is T): T | undefined {
    const first = this.properties.getProperty(name);
    if (first === null) return undefined;
    const pieces = /^#(\d+)$/.exec(first);
    const value = parsed(pieces ? this.joined(name, Number(pieces[1])) : first);
    return check(value) ? value : undefined;
  }

  /** Keeps a value that always fits one property, with a single call. */
  setShort(name: string, value: unknown): void {
    this.properties.setProperty(name, JSON.stringify(value));
  }

  /** Keeps a value of any length; pieces of a longer one before it are deleted. */
  set(name: string, value: unknown): void {
    const text = JSON.stringify(value);
    const count = text.length <= pieceLength ? 0 : Math.ceil(text.length / pieceLength);
    this.trim(name, count);
    if (count === 0) return void this.properties.setProperty(name, text);
    const pieces: Record<string, string> = { [name]: `#${count}` };
    for (let i = 0; i < count; i++) pieces[`${name}.${i + 1}`] = text.slice(i * pieceLength, (i + 1) * pieceLength);
    this.properties.setProperties(pieces);
  }

  /** Forgets a value. */
  remove(name: string): void {
    this.trim(name, 0);
    this.properties.deleteProperty(name);
  }

  /** Names that begin with a prefix, without their pieces. */
  names(prefix: string): readonly string[] {
    return this.properties.getKeys().filter((name) => name.startsWith(prefix) && !/\.\d+$/.test(name));
  }

  private joined(name: string, count: number): string {
    let text = '';
    for (let i = 1; i <= count; i++) text += this.properties.getProperty(`${name}.${i}`) ?? '';
    return text;
  }

  /** Deletes pieces of an earlier, longer value. */
  private trim(name: string, keep: number): void {
    const before = /^#(\d+)$/.exec(this.properties.getProperty(name) ?? '');
    for (let i = keep + 1; i <= Number(before?.[1] ?? 0); i++) this.properties.deleteProperty(`${name}.${i}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // A damaged property is as good as none: what it held is found out again.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a value is an object, the shape of everything that is kept here. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
