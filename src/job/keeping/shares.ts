import { jsonOf, type Store } from './stores';

/**
 * Values by name, kept in shares, each of which fits one property and is whole in itself: whatever becomes of an
 * execution while it writes, each share is as it was or as it should be, and nothing else is lost.
 */

/** A share stays below the 9 KB that a property may have (Apps Script quotas page). In characters of its JSON. */
const most = 8_000;

type Entry = readonly [name: string, value: unknown];

function areEntries(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.every((one) => Array.isArray(one) && typeof one[0] === 'string');
}

/** How a value is kept. */
interface Kept<T> {
  /** Undefined for what is damaged, or none of these. */
  read(value: unknown): T | undefined;
  write(value: T): unknown;
  /** By how much it may become longer in its place. */
  spare(value: T): number;
}

/** Keeps values as they are. */
export function asTheyAre<T>(isValue: (value: unknown) => value is T): Kept<T> {
  return { read: (value) => (isValue(value) ? value : undefined), write: (value) => value, spare: () => 0 };
}

/** Values in the properties `prefix1`, `prefix2` … of a store. */
export class Shares<T> {
  private readonly shares = new Map<number, Map<string, T>>();
  private readonly places = new Map<string, number>();
  private readonly changed = new Set<number>();
  /** The share that new values go into, and how long it is. */
  private open = { place: 0, length: most };

  /** Takes in what is kept; what is damaged or has another shape is left out. */
  constructor(
    private readonly at: { readonly store: Store; readonly prefix: string },
    private readonly kept: Kept<T>,
  ) {
    for (const name of at.store.steadyNames(at.prefix)) {
      const place = Number(name.slice(at.prefix.length));
      for (const [one, value] of at.store.steady(name, areEntries) ?? []) {
        const read = kept.read(value);
        if (read !== undefined) this.put(place, one, read);
      }
      this.open.place = Math.max(this.open.place, place);
    }
  }

  get all(): readonly (readonly [name: string, value: T])[] {
    return [...this.shares.values()].flatMap((share) => [...share]);
  }

  get(name: string): T | undefined {
    return this.shares.get(this.places.get(name) ?? 0)?.get(name);
  }

  /** Sets a value; nothing is kept before `save`. */
  set(name: string, value: T): void {
    this.remove(name);
    const length = jsonOf([name, this.kept.write(value)]).length + 1 + this.kept.spare(value);
    if (this.open.length + length > most) this.open = { place: this.open.place + 1, length: 2 };
    this.open.length += length;
    this.put(this.open.place, name, value);
    this.changed.add(this.open.place);
  }

  /** Changes a value in its place. */
  change(name: string, value: T): void {
    const place = this.places.get(name);
    if (place === undefined) return;
    this.put(place, name, value);
    this.changed.add(place);
  }

  remove(name: string): void {
    const place = this.places.get(name);
    if (place === undefined) return;
    this.places.delete(name);
    this.shares.get(place)?.delete(name);
    this.changed.add(place);
  }

  /**
   * Keeps what changed: first what there is, with one call, and only then are shares deleted that are empty by now.
   * `also`: what else is to stand in the store with it.
   */
  save(also: Readonly<Record<string, unknown>> = {}): void {
    const { store, prefix } = this.at;
    const changed = [...this.changed].map((place) => ({ name: `${prefix}${place}`, share: this.shares.get(place) }));
    const full = changed.flatMap(({ name, share }) => (share?.size ? [[name, this.entries(share)] as const] : []));
    const all = { ...Object.fromEntries(full), ...also };
    if (Object.keys(all).length) store.setAll(all);
    for (const { name, share } of changed) if (!share?.size) store.remove(name);
    this.changed.clear();
  }

  /** Deletes all that is kept. */
  clear(): void {
    for (const name of this.at.store.steadyNames(this.at.prefix)) this.at.store.remove(name);
  }

  private entries(share: ReadonlyMap<string, T>): readonly Entry[] {
    return [...share].map(([name, value]) => [name, this.kept.write(value)]);
  }

  private put(place: number, name: string, value: T): void {
    const share = this.shares.get(place) ?? new Map<string, T>();
    this.shares.set(place, share.set(name, value));
    this.places.set(name, place);
  }
}
