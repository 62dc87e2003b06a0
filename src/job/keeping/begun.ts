import { isObject, isTexts } from '../../engine/request';
import type { Memory } from '../../tabs/line';
import { asTheyAre, Shares } from './shares';
import { documentStore, userStore, type Store } from './stores';

/**
 * Deeds that must never be repeated (teams, mails), noted before they go out where no cell reaches: with the person who
 * does them, and with the document for whoever runs next. A line of the journal that was pasted, or came back with an
 * older version of the spreadsheet, makes none of them be done again.
 */
export class BegunDeeds {
  private readonly notes = [new Notes(userStore()), new Notes(documentStore())] as const;

  /** What a row remembers, with the deeds that its line has forgotten. */
  with(key: string, memory: Memory = {}): Memory {
    const noted = this.notes.map((notes) => notes.of(key));
    if (noted.every((deeds) => Object.keys(deeds).length === 0)) return memory;
    return { ...memory, begun: [begunIn(memory), ...noted].reduce(latest) };
  }

  /** Notes what a row remembers as begun; deeds that it knows were refused are forgotten. */
  keep(key: string, memory: Memory): void {
    const begun = begunIn(memory);
    if (this.notes.every((notes) => isSame(notes.of(key), begun))) return;
    for (const notes of this.notes) notes.keep(key, begun);
  }
}

/** What the note of a row with two deeds takes in each store, in bytes, beside the key of the row. */
export const noteTakes = 100;

const prefix = 'begun:';
/** Where older versions kept all in one value, which every note wrote anew. */
const formerly = 'begun';

/** The notes of one store, by row key. They never go by themselves: so each writes its own share of them alone. */
class Notes {
  private readonly shares: Shares<Deeds>;
  private readonly former: Readonly<Record<string, Deeds>> | undefined;

  constructor(private readonly store: Store) {
    this.shares = new Shares({ store, prefix }, asTheyAre(isTexts));
    this.former = store.steady(formerly, isBegun);
    for (const [key, deeds] of Object.entries(this.former ?? {}))
      if (!this.shares.get(key)) this.shares.set(key, deeds);
  }

  of(key: string): Deeds {
    return this.shares.get(key) ?? {};
  }

  keep(key: string, begun: Deeds): void {
    if (Object.keys(begun).length) this.shares.set(key, begun);
    else this.shares.remove(key);
    this.shares.save();
    if (this.former && this.store.text(formerly) !== null) this.store.remove(formerly);
  }
}

/** When each deed was begun, as RFC 3339, by its name. */
type Deeds = Readonly<Record<string, string>>;

function isSame(some: Deeds, others: Deeds): boolean {
  const names = Object.keys(others);
  return Object.keys(some).length === names.length && names.every((deed) => some[deed] === others[deed]);
}

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
