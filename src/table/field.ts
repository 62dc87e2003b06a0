import type { JsonObject } from '../engine/request';
import { doubtOfText } from '../engine/stand-in';
import { checked, read, readChoice, readEach, readList, readText, readTick, type Cell } from './cell';
import type { Column } from './column';
import { mergedText, withoutSign } from './made';

/**
 * A field: one column from the cell to Google and back, as one definition. Wish, comparison, digest, memory and words
 * follow from it.
 */

/** What Google has where no cell could say it: a trial, a reason, a plan that nobody knows. Compared and shown so. */
export class Other {
  constructor(readonly text: string) {}
}

/** A text of Google's as one of these words, which cells can say, or as it is. */
export function among<Word extends string>(words: readonly Word[], text: string): Word | Other {
  return words.find((word) => word === text) ?? new Other(text);
}

/** How a value of Google's is seen that no body carries back: it is compared, and sent by calls of its own. */
export interface Seen<Thing, Value> {
  /** The value that Google has. `wished`: of several that Google has, the one to compare with. */
  read(thing: Thing, wished: Value): Value | Other;
}

/** Where a value is in Google's object. */
export interface Place<Thing, Value> extends Seen<Thing, Value> {
  read(thing: Thing, wished: Value): Value;
  /** The body with the value put in. `body` holds what earlier fields said; `thing` undefined: it is to be made. */
  write(body: JsonObject, value: Value, thing: Thing | undefined): JsonObject;
}

/**
 * A column with all that is known of its values. `At`: what a row is read with. These are methods, so that one list
 * holds fields of many values: generic code gives a field only what that field itself has read.
 */
export interface Field<Id extends string = string, Value = unknown, Thing = unknown, At = unknown> extends Column<Id> {
  /** What the cell says; `text` is its display value. */
  read(text: string, at: At): Cell<Value>;
  /** The sentence where the cell is blank and no row can do without; left out: blank leaves things as they are. */
  readonly blank?: string;
  /** The sentence that refuses a `-`, or the value that it stands for. */
  readonly dash: string | { readonly means: Value };
  /** What is allowed but worth a look; `text` is the cell's display value. */
  advise?(value: Value, at: At, text: string): string | undefined;
  /** What speaks against writing it, as a sentence; what Google has already is never doubted. */
  doubt?(value: Value): string | undefined;
  /** In an administrator's words. */
  shown(value: Value): string;
  /** What a cell says of a value that Google has; left out: what is shown. */
  typed?(value: Value): string;
  /** One text for values that are the same: compared, sealed and remembered. */
  kept(value: Value): string;
  readonly place?: Place<Thing, Value>;
  /** In the stead of a place, where there is nothing to write into. */
  readonly seen?: Seen<Thing, Value>;
  /** A secret: the wish knows that there is one and of what kind, never which; it is not part of any digest. */
  readonly secret?: true;
  /**
   * An id that Seatsheet writes itself: `dash` is cleared, and it counts in a digest only where a person put it there.
   */
  readonly names?: true;
  /** Where the cell is blank, a row may take the value over from another one. */
  readonly takenOver?: true;
}

type ValueOf<F> = F extends { read(text: string, at: never): Cell<infer Value> } ? Value : never;

/** What a row wishes, from its fields: what is left out stays as it is. */
export type WishOf<Fields extends readonly Field[]> = {
  readonly [F in Fields[number] as F['id']]?: ValueOf<F>;
};

/** What every column says of itself; the rest has a default. */
export type Given<Id extends string> = Pick<Column<Id>, 'id' | 'header' | 'note'> &
  Partial<Pick<Column<Id>, 'synonyms' | 'width' | 'choices' | 'required' | 'optional'> & Pick<Field, 'takenOver'>>;

/** Of people's own columns. */
const input = { synonyms: [], ours: false, required: false, format: '@', width: 140 } as const;

/** The sentence for a `-` where nothing better can be said. */
export const noDash = 'A - does not belong here: this cannot be cleared. Empty the cell to leave it as it is.';

const asItIs = (value: string): string => value;

/**
 * A column that Seatsheet writes and people read. It has no synonyms, so that nothing of a person's is written over.
 */
export function resultColumn<const Id extends string>(
  given: Pick<Column<Id>, 'id' | 'header' | 'note'> & Partial<Pick<Column<Id>, 'width'>>,
): Column<Id> {
  return { ...input, ours: true, ...given };
}

/** Status, Details and Updated stand on every tab. */
export const statusColumn = resultColumn({
  id: 'status',
  header: 'Status',
  width: 110,
  note: 'Written by Seatsheet: how the row stands.',
});
/** What was done, what not, and what to do. */
export const detailsColumn = resultColumn({
  id: 'details',
  header: 'Details',
  width: 260,
  note: 'Written by Seatsheet: what was done, what not, and what to do.',
});
/** When the row was worked on last. */
export const updatedColumn = resultColumn({
  id: 'updated',
  header: 'Updated',
  note: 'Written by Seatsheet: when it last worked on the row.',
});

type Text<Id extends string, Thing, At> = Given<Id> & {
  readonly blank?: string;
  readonly dash?: string;
  /** A `-` clears it. */
  readonly clearable?: true;
  readonly place?: Place<Thing, string>;
  readonly anyCase?: true;
  /** The value that a text means, before it is checked. */
  tidy?(text: string, at: At): string;
  /** What is wrong with it. */
  check?(text: string, at: At): string | undefined;
  advise?(value: string, at: At): string | undefined;
  /** Left out: what speaks against any text. */
  doubt?(value: string): string | undefined;
};

type Found<Id extends string, Value, Thing, At> = Given<Id> & {
  readonly blank?: string;
  readonly dash?: string;
  readonly place?: Place<Thing, Value>;
  readonly seen?: Seen<Thing, NoInfer<Value>>;
  /** Cells that hold numbers say what is meant. */
  readonly numbers?: true;
  find(text: string, at: At): Cell<Value>;
  advise?(value: Value, at: At): string | undefined;
  typed?(value: NoInfer<Value>): string;
};

/** How a value is put into words, and into the one text for equal values. */
type Texts<Value> = Pick<Field<string, Value>, 'shown' | 'kept'>;

/** Makes the fields of a tab. `Thing`: what a row is at Google; `At`: what a row is read with. */
export class Fields<Thing, At = unknown> {
  /** A text, checked and tidied. */
  text<const Id extends string>(given: Text<Id, Thing, At>): Field<Id, string, Thing, At> {
    const { dash = noDash, clearable, anyCase, tidy = asItIs, check, ...rest } = given;
    return {
      ...input,
      doubt: doubtOfText,
      ...rest,
      dash: clearable ? { means: '' } : dash,
      shown: asItIs,
      kept: anyCase ? (value) => value.toLowerCase() : asItIs,
      read: (text, at) =>
        read(
          readText(text),
          (seen): Cell<string> => checked({ kind: 'value', value: tidy(seen, at) }, (value) => check?.(value, at)),
        ),
    };
  }

  /** A value that a text names: a language, a country, a plan. */
  found<const Id extends string, Value extends string | number>(
    given: Found<Id, Value, Thing, At> & Partial<Texts<NoInfer<Value>>>,
  ): Field<Id, Value, Thing, At> {
    return this.entry({ shown: String, kept: String, ...given });
  }

  /** Something with parts of its own that a text names: a product. */
  entry<const Id extends string, Value>(
    given: Found<Id, Value, Thing, At> & Texts<NoInfer<Value>>,
  ): Field<Id, Value, Thing, At> {
    const { dash = noDash, find, numbers, ...rest } = given;
    const told = (text: string): string => (numbers && mergedText(text) === undefined ? withoutSign(text) : text);
    return { ...input, ...rest, dash, read: (text, at) => read(readText(told(text)), (seen) => find(seen, at)) };
  }

  /** One of these words, in whatever case. */
  choice<const Id extends string, const Word extends string>(
    given: Omit<Given<Id>, 'choices'> & {
      readonly choices: readonly Word[];
      readonly dash?: string;
      readonly place?: Place<Thing, NoInfer<Word>>;
      readonly seen?: Seen<Thing, NoInfer<Word>>;
    },
  ): Field<Id, Word, Thing, At> {
    return {
      ...input,
      dash: noDash,
      shown: asItIs,
      kept: asItIs,
      ...given,
      read: (text) => wordIn(text, given.choices),
    };
  }

  /** A box to tick. A tick gives; an empty box takes nothing away. */
  tick<const Id extends string>(
    given: Given<Id> & { readonly dash?: string; readonly place?: Place<Thing, true> },
  ): Field<Id, true, Thing, At> {
    return {
      ...input,
      dash: noDash,
      shown: () => 'yes',
      kept: () => 'yes',
      ...given,
      format: 'tick',
      read: (text) =>
        read(readTick(text), (value): Cell<true> => (value ? { kind: 'value', value } : { kind: 'blank' })),
    };
  }

  /** Yes or no, as words; an empty box is blank. */
  yesOrNo<const Id extends string>(
    given: Given<Id> & { readonly dash?: string; readonly place?: Place<Thing, boolean> },
  ): Field<Id, boolean, Thing, At> {
    return {
      ...input,
      choices: ['Yes', 'No'],
      dash: 'A - does not belong here. Write Yes or No, or leave the cell empty.',
      shown: (value) => (value ? 'Yes' : 'No'),
      kept: (value) => (value ? 'yes' : 'no'),
      ...given,
      read: (text) => readTick(text),
    };
  }

  /** A secret, which may look like anything: it reads its cell by itself, and the wish learns of what kind it is. */
  secret<const Id extends string, Value>(
    given: Given<Id> & Pick<Field<Id, Value, Thing, At>, 'read' | 'advise'>,
  ): Field<Id, Value, Thing, At> {
    return { ...input, dash: noDash, shown: () => 'given', kept: () => '', ...given, secret: true };
  }

  /** Several values, each looked up; a `-` means none. `all` judges the list as a whole. */
  list<const Id extends string, Value>(
    given: Given<Id> & {
      find(text: string, at: At): Cell<Value>;
      all?(values: readonly Value[], at: At): Cell<readonly Value[]>;
      shown(value: Value): string;
      kept(value: Value): string;
    },
  ): Field<Id, readonly Value[], Thing, At> {
    const { find, all, shown, kept, ...rest } = given;
    return {
      ...input,
      ...rest,
      dash: { means: [] },
      shown: (values) => values.map(shown).join(', ') || 'none',
      kept: (values) => values.map(kept).sort().join('\n'),
      read: (text, at) => {
        const cell = readEach(readList(text), (item) => find(item, at));
        return all ? read(cell, (values) => all(values, at)) : cell;
      },
    };
  }
}

function wordIn<Word extends string>(text: string, words: readonly Word[]): Cell<Word> {
  return read(readChoice(text, words), (found): Cell<Word> => {
    const word = words.find((one) => one === found);
    return word === undefined ? { kind: 'blank' } : { kind: 'value', value: word };
  });
}
