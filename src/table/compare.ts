import type { JsonObject } from '../engine/request';
import { Blocked } from '../engine/outcome';
import { changeInWords, shownValue, type Told, type Words } from '../engine/words';
import { Other, type Field, type Seen } from './field';

/** The three-way comparison: what the row wishes, what Seatsheet wrote last, what Google has now. */

/** `drift`: Google changed since, and the row did not; `override`: both did. */
export type Difference = 'none' | 'change' | 'override' | 'drift';

/** One value, three times, as texts that are equal for equal values. Undefined: left as it is, or never written. */
export interface Sides {
  readonly wish: string | undefined;
  readonly agreed: string | undefined;
  readonly google: string;
  readonly putBack: boolean;
}

/** What is to be done about a value. */
export function differenceOf({ wish, agreed, google, putBack }: Sides): Difference {
  if (wish === undefined || wish === google) return 'none';
  if (agreed === undefined || agreed === google) return 'change';
  if (agreed !== wish) return 'override';
  return putBack ? 'change' : 'drift';
}

/** What was written last or found as wished, by field id: the third side of the comparison. */
export type Agreed = Readonly<Record<string, string>>;

/** What comparing needs of a field. */
export type Comparable = Pick<Field, 'id' | 'header' | 'shown' | 'kept'> & { readonly place: Seen<unknown, unknown> };

/** A field that a body carries. */
export type Placed<Thing = unknown, Value = unknown> = Pick<
  Field<string, Value, Thing>,
  'id' | 'header' | 'shown' | 'kept' | 'doubt'
> &
  Required<Pick<Field<string, Value, Thing>, 'place'>>;

/** The fields of a list that can be compared, whether a body carries them or not. */
export function comparable(fields: readonly Field[]): readonly Comparable[] {
  return fields.flatMap(({ place, seen = place, ...rest }) => (seen ? [{ ...rest, place: seen }] : []));
}

/** The fields of a list that are a place in Google's object. */
export function placed(fields: readonly Field[]): readonly Placed[] {
  return fields.filter((field): field is Field & Placed => field.place !== undefined);
}

/** What rows are compared by. `wish` by field id. */
export interface Compared<Thing> {
  readonly wish: Readonly<Record<string, unknown>>;
  readonly agreed: Agreed;
  readonly thing: Thing;
  readonly putBack: boolean;
}

/** A field with what is to be done about it; `wished` and `google` in words. */
export interface Judged<F extends Comparable = Placed> {
  readonly field: F;
  readonly value: unknown;
  readonly difference: Difference;
  readonly wished: string;
  readonly google: string;
  /** Where the wish comes from, if not from the row's own cell: `like ana@shop.example`. */
  readonly note?: string | undefined;
}

/** Compares every one of these fields that the row wishes. */
export function judge<F extends Comparable, Thing>(
  fields: readonly F[],
  { wish, agreed, thing, putBack }: Compared<Thing>,
): readonly Judged<F>[] {
  return fields.flatMap((field): Judged<F>[] => {
    const value = wish[field.id];
    if (value === undefined) return [];
    const held = field.place.read(thing, value);
    const [google, shown] = held instanceof Other ? [held.text, held.text] : [field.kept(held), field.shown(held)];
    const difference = differenceOf({ wish: field.kept(value), agreed: agreed[field.id], google, putBack });
    return [{ field, value, difference, wished: field.shown(value), google: shown }];
  });
}

/** Those that have to be written. */
export function toChange<F extends Comparable>(judged: readonly Judged<F>[]): readonly Judged<F>[] {
  return judged.filter(({ difference }) => difference === 'change' || difference === 'override');
}

/** Those that were changed at Google and are left. */
export function drifted<F extends Comparable>(judged: readonly Judged<F>[]): readonly F[] {
  return judged.filter(({ difference }) => difference === 'drift').map(({ field }) => field);
}

/** What Details say about changes made at Google: left as drift, or overridden because the row was changed too. */
export function remarksOn(judged: readonly Judged<Comparable>[]): readonly string[] {
  const left = judged.filter(({ difference }) => difference === 'drift').map(driftSays);
  const over = judged.filter(({ difference }) => difference === 'override').map(overrideSays);
  return [...left, ...over];
}

function driftSays({ field: { header }, wished, google }: Judged<Comparable>): string {
  return `${header} is “${google}” at Google (changed there since). Left as it is; “Put back” restores “${wished}”.`;
}

function overrideSays({ field: { header }, wished, google }: Judged<Comparable>): string {
  return `${header} “${wished}” overrides “${google}”, a change made at Google.`;
}

/** The body of an update with these fields only. Throws Blocked where something speaks against one of them. */
export function changesIn<Thing>(judged: readonly Judged[], thing: Thing): JsonObject {
  refuseDoubts(judged.flatMap(({ field, value }) => doubtOf(field, value)));
  return judged.reduce<JsonObject>((body, { field, value }) => field.place.write(body, value, thing), {});
}

/** The body that makes the object: every placed field that says something. */
export function newBody(fields: readonly Placed[], wish: Readonly<Record<string, unknown>>): JsonObject {
  return fields.reduce<JsonObject>((body, { id, place, kept }) => {
    const value = wish[id];
    return value === undefined || kept(value) === '' ? body : place.write(body, value, undefined);
  }, {});
}

/** What speaks against a value that is to be written: the column, and a sentence. */
export interface Doubt {
  readonly id: string;
  readonly says: string;
}

/** All that speaks against what a row says of something new. */
export function doubtsAbout(fields: readonly Placed[], wish: Readonly<Record<string, unknown>>): readonly Doubt[] {
  return fields.flatMap((field) => doubtOf(field, wish[field.id]));
}

function doubtOf({ id, header, doubt }: Placed, value: unknown): readonly Doubt[] {
  const says = value === undefined ? undefined : doubt?.(value);
  return says === undefined ? [] : [{ id, says: `${header}: ${says}` }];
}

/** Throws Blocked with all that is doubted at once, at the first of the cells. */
export function refuseDoubts(doubts: readonly Doubt[]): void {
  const [first] = doubts;
  if (first) throw new Blocked(doubts.map(({ says }) => says).join(' '), '', { column: first.id });
}

/** `change phone 12 → 34, city nothing → Lille`. `further`: what is done beside these changes. */
export function wordsFor(
  judged: readonly Judged<Comparable>[],
  further: readonly Pick<Words, 'plan' | 'done'>[] = [],
): Pick<Words, 'plan' | 'values' | 'done'> {
  const changes = judged.map(
    ({ field, google, wished, note }) =>
      [headerInWords(field), shownValue(google), withNote(shownValue(wished), note)] as const,
  );
  const all = changes.length
    ? [...further, { plan: 'change', done: `changed ${changes.map(changeInWords).join(', ')}` }]
    : further;
  return {
    plan: all.map(({ plan }) => plan).join(', '),
    values: changes,
    done: all.map(({ done }) => done).join(', '),
  };
}

/** Where values come from that no cell of the row says, by field id: `like ana@shop.example`. */
export type Notes = Readonly<Record<string, string>>;

/** `/Sales (like ana@shop.example)`. */
function withNote(text: string, note: string | undefined): string {
  return note === undefined ? text : `${text} (${note})`;
}

/** What the body of something that is made says, field by field: `first name Ana`. */
export function newInWords(
  fields: readonly Placed[],
  wish: Readonly<Record<string, unknown>>,
  notes: Notes = {},
): readonly Told[] {
  return fields.flatMap((field): Told[] => {
    const value = wish[field.id];
    const isSent =
      value !== undefined && field.kept(value) !== '' && Object.keys(field.place.write({}, value, undefined)).length;
    if (!isSent) return [];
    return [withNote(`${headerInWords(field)} ${shownValue(field.shown(value))}`, notes[field.id])];
  });
}

/** A header in a sentence: `last name`, `PO number`. */
export function headerInWords({ header }: Pick<Field, 'header'>): string {
  return /^[A-Z][a-z]/.test(header) ? `${header.charAt(0).toLowerCase()}${header.slice(1)}` : header;
}

/**
 * What is agreed once a row has ended: all that it wishes, but what drifted stays as Seatsheet wrote it last. `drift`
 * holds headers.
 */
export function agreedAfter(
  fields: readonly Pick<Field, 'id' | 'header' | 'kept' | 'secret' | 'names'>[],
  { wish, agreed, drift }: Pick<Compared<never>, 'wish' | 'agreed'> & { readonly drift: readonly string[] },
): Agreed {
  const now = fields.flatMap(({ id, header, kept, secret, names }): [string, string][] => {
    const value = wish[id];
    return secret || names || value === undefined || drift.includes(header) ? [] : [[id, kept(value)]];
  });
  return { ...agreed, ...Object.fromEntries(now) };
}

/** The text that a list of these members is kept as. */
export function keptOf(members: readonly string[]): string {
  return [...members].sort().join('\n');
}

/** The members that a text of `kept` holds. */
export function membersOf(kept: string | undefined): readonly string[] {
  return kept === undefined || kept === '' ? [] : kept.split('\n');
}

/**
 * Whether one wished member of a list (a licence, role, alias) that is missing at Google was taken away there since.
 */
export function tookAway(ask: {
  readonly member: string;
  readonly agreed: string | undefined;
  readonly putBack: boolean;
}): boolean {
  return !ask.putBack && membersOf(ask.agreed).includes(ask.member);
}

/** Whether a member that somebody holds beyond an exact list was given at Google since that was agreed on. */
export function gaveSince({ member, agreed, putBack }: Parameters<typeof tookAway>[0]): boolean {
  return !putBack && !membersOf(agreed).includes(member);
}

/** What a journal's memory agreed, from whatever stands there: lists and ticks of older versions are texts by now. */
export function agreedIn(value: unknown): Agreed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, one]: [string, unknown]): [string, string][] => {
      if (typeof one === 'string') return [[id, one]];
      if (one === true) return [[id, 'yes']];
      return Array.isArray(one) ? [[id, keptOf(one.map(String))]] : [];
    }),
  );
}
