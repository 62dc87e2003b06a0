import { planInWords } from '../../engine/details';
import { noPlan, type Plan, type PlannedWrite } from '../../engine/plan';
import { planWords, withChanges, type Told, type Words } from '../../engine/words';
import { commonWrites } from '../../google/writes';
import type { Line } from '../../tabs/line';

/**
 * Plans in cells of the journal. Thousands of rows have one, so each write is a list of texts by place, what is not
 * said is left out, and Details do not say once more what the plan says.
 */

/**
 * Texts that stand in most plans, and are kept as numbers. The list is added to at its end only: a plan that was
 * written with another one is no longer what was sealed, and is checked again.
 */
const common: readonly string[] = [
  ...commonWrites,
  'create the user',
  'create users',
  'change',
  'change users',
  'add the alias',
  'add aliases',
  'give',
  'give licences',
  'switch from what automatic licensing gave to',
  'switch licences',
  'give the role',
  'give roles',
  'make super administrator',
  'make super administrators',
];
/** What is said of these once they are done, where nothing else is said. */
const pasts: ReadonlyMap<string, string> = new Map([
  ['create the user', 'created the user'],
  ['create the org unit', 'created the org unit'],
  ['add the alias', 'added the alias'],
  ['give', 'gave'],
  ['give the role', 'gave the role'],
  ['switch from what automatic licensing gave to', 'switched to'],
  ['make super administrator', 'made super administrator'],
  ['change', 'changed'],
]);

function doneBy({ plan, ...words }: Words): string {
  return withChanges(pasts.get(plan) ?? '', words);
}

const places = new Map(common.map((text, place) => [text, place + 1]));

/** A text; or its place among the common ones; or, below 0, among those that stood in the plan before; 0 for none. */
type Short = string | number;
type Cell = readonly (Short | readonly Told[])[];

/** Puts the texts of one plan, in their order, into numbers where that is possible. */
function shortener(): (text: string | undefined) => Short {
  const seen = new Map<string, number>();
  return (text) => {
    if (text === undefined) return 0;
    const known = places.get(text) ?? seen.get(text);
    if (known !== undefined) return known;
    seen.set(text, -1 - seen.size);
    return text;
  };
}

/** The other way round, in the same order. */
function lengthener(): (cell: unknown) => string | undefined {
  const seen: string[] = [];
  return (cell) => {
    if (isText(cell)) seen.push(cell);
    if (isText(cell)) return cell;
    return typeof cell === 'number' ? (cell < 0 ? seen[-1 - cell] : common[cell - 1]) : undefined;
  };
}

/**
 * What is left of the plan of a row that ended as wished: how many writes of which kind, and the work that it shared.
 */
export function overPlan({ writes, shared }: Plan): Plan {
  return { writes: writes.map(({ op, need }) => bareWrite(op, need)), shared };
}

function bareWrite(op: string, need: PlannedWrite['need']): PlannedWrite {
  return { op, need, words: bareWords, tokens: [] };
}

const bareWords: Words = { plan: '', done: '' };

/** The text of a plan. */
export function planText({ writes, shared }: Plan): string {
  const short = shortener();
  return writes.length || shared.length
    ? JSON.stringify([writes.map((write) => bareOf(write) ?? cellOf(write, short)), shared])
    : '';
}

/** The number of a write of which nothing is left but its kind: below 0, where it was only sent if needed. */
function bareOf({ op, need, ...said }: PlannedWrite): number | undefined {
  const place = places.get(op);
  const isBare = JSON.stringify(said) === JSON.stringify({ words: bareWords, tokens: [] });
  return place === undefined || !isBare ? undefined : need === 'may' ? -place : place;
}

function bareIn(place: number): PlannedWrite | undefined {
  const op = common[Math.abs(place) - 1];
  return op === undefined ? undefined : bareWrite(op, place < 0 ? 'may' : 'must');
}

/** What is not said at the end is left out. */
function cellOf({ op, need, words, tokens, seat }: PlannedWrite, short: ReturnType<typeof shortener>): Cell {
  const { plan, what, many, values, of, text } = words;
  const done = words.done === doneBy(words) ? undefined : words.done;
  const cell = [
    ...[short(op), need === 'may' ? 1 : 0, tokens.join(' '), short(plan), short(what), short(many)],
    ...[values ?? 0, seat ?? 0, short(of), short(text), short(done)],
  ];
  const last = cell.reduce<number>((end, part, at) => (part === 0 ? end : at), 0);
  return cell.slice(0, last + 1);
}

/** The plan of a text; none where somebody changed it so that it is none any more. */
export function planIn(text: string): Plan {
  const [writes, shared] = listIn(text);
  if (!isList(writes) || !isList(shared)) return noPlan;
  const long = lengthener();
  const read = writes.map((cell) =>
    isList(cell) ? writeIn(cell, long) : typeof cell === 'number' ? bareIn(cell) : undefined,
  );
  if (!read.every((write) => write !== undefined) || !shared.every(isText)) return noPlan;
  return { writes: read, shared };
}

function writeIn(cell: readonly unknown[], long: ReturnType<typeof lengthener>): PlannedWrite | undefined {
  const [opCell, need, tokens, planCell, ...others] = cell;
  const [op, plan] = [long(opCell), long(planCell)];
  if (op === undefined || plan === undefined || !isText(tokens)) return undefined;
  const [whatCell, manyCell, values, seat, ...last] = others;
  const [what, many] = [long(whatCell), long(manyCell)];
  const [of, text, done] = last.map(long);
  const told = isList(values) ? values.filter(isTold) : undefined;
  const words = planWords({ plan, what, values: told, text, many, of, done: '' });
  return {
    op,
    need: need === 1 ? 'may' : 'must',
    words: { ...words, done: done ?? doneBy(words) },
    tokens: tokens === '' ? [] : tokens.split(' '),
    ...(isText(seat) ? { seat } : {}),
  };
}

/** In Details, what the plan says stands as `§=`, and the sign itself as `§§`. */
const escaped = (text: string): string => text.replace(/§/g, '§§');

/** The text of a line's Details beside its plan. */
export function detailsText({ details, plan }: Pick<Line, 'details' | 'plan'>): string {
  const says = planInWords(plan.writes);
  const at = says === '' ? -1 : details.indexOf(says);
  return at < 0 ? escaped(details) : `${escaped(details.slice(0, at))}§=${escaped(details.slice(at + says.length))}`;
}

/** The Details of a line, from the text beside its plan. */
export function detailsIn(text: string, plan: () => Plan): string {
  return text.replace(/§([§=])/g, (_both, sign) => (sign === '=' ? planInWords(plan().writes) : '§'));
}

function listIn(text: string): readonly unknown[] {
  if (!text.startsWith('[')) return [];
  try {
    const value: unknown = JSON.parse(text);
    return isList(value) ? value : [];
  } catch (error) {
    // Somebody edited the line: it is as good as none, and the row is looked at afresh.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isTold(value: unknown): value is Told {
  return isText(value) || (isList(value) && (value.length === 2 || value.length === 3) && value.every(isText));
}
