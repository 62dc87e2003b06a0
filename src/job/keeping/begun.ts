import { isObject, isTexts } from '../../engine/request';
import type { Memory } from '../../tabs/line';
import { documentStore, userStore } from './stores';

/**
 * Deeds that must never be repeated (teams, mails), noted before they go out where no cell reaches: with the person who
 * does them, and with the document for whoever runs next. A line of the journal that was pasted, or came back with an
 * older version of the spreadsheet, makes none of them be done again.
 */
export class BegunDeeds {
  private readonly own = new Map(Object.entries(userStore().steady(name, isBegun) ?? {}));
  private readonly shared = new Map(Object.entries(documentStore().steady(name, isBegun) ?? {}));

  /** What a row remembers, with the deeds that its line has forgotten. */
  with(key: string, memory: Memory = {}): Memory {
    const noted = [this.shared.get(key) ?? {}, this.own.get(key) ?? {}];
    if (noted.every((deeds) => Object.keys(deeds).length === 0)) return memory;
    return { ...memory, begun: [begunIn(memory), ...noted].reduce(latest) };
  }

  /** Notes what a row remembers as begun; deeds that it knows were refused are forgotten. */
  keep(key: string, memory: Memory): void {
    const begun = begunIn(memory);
    if (this.knows(key, begun)) return;
    for (const [store, all] of [
      [userStore(), this.own],
      [documentStore(), this.shared],
    ] as const) {
      if (Object.keys(begun).length) all.set(key, begun);
      else all.delete(key);
      store.set(name, Object.fromEntries(all));
    }
  }

  private knows(key: string, begun: Deeds): boolean {
    const names = Object.keys(begun);
    return [this.own.get(key), this.shared.get(key)].every(
      (noted = {}) => Object.keys(noted).length === names.length && names.every((deed) => noted[deed] === begun[deed]),
    );
  }
}

const name = 'begun';

/** When each deed was begun, as RFC 3339, by its name. */
type Deeds = Readonly<Record<string, string>>;

/** The last time of each deed: what a person allowed to be done again is not allowed for a later one. */
function latest(some: Deeds, others: Deeds): Deeds {
  const later = Object.entries(others).filter(([deed, at]) => at > (some[deed] ?? ''));
  return { ...some, ...Object.fromEntries(later) };
}

function begunIn({ begun }: Memory): Deeds {
  return isTexts(begun) ? begun : {};
}

function isBegun(value: unknown): value is Record<string, Deeds> {
  return isObject(value) && Object.values(value).every(isTexts);
}
