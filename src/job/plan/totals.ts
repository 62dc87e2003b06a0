import { readableText } from '../../engine/domain-names';
import { inPlan, isChange } from '../../engine/words';
import type { PlanLine } from '../wire';
import type { Kind, Planned } from './planned';

/** The totals of a plan: how many writes there are of each kind, and what of. */

/** One line of the totals. */
export function totalOf({ need, says, all }: Kind): PlanLine {
  return { need, count: all.length, says, detail: readableText(detailOf(all)) };
}

function detailOf(all: readonly Planned[]): string {
  const [first, ...others] = all;
  if (first && others.length === 0) return `${first.subject}: ${inPlan(first.write.words)}`;
  const subjects = all.map(({ subject }) => subject);
  return counted(namesOf(all, valuesIn(shared(all)))) || counted(namesOf(all, whatOf)) || exampled(subjects);
}

/** Fields whose changes share a few values: of those `state → Suspended 13` says more than `state 13`. */
function shared(all: readonly Planned[]): ReadonlySet<string> {
  const reached = new Map<string, string[]>();
  for (const [field, , to] of all.flatMap(({ write }) => (write.words.values ?? []).filter(isChange)))
    reached.set(field, [...(reached.get(field) ?? []), to]);
  const isShared = (values: readonly string[]) => {
    const distinct = new Set(values);
    return distinct.size <= mostShared && distinct.size < values.length && values.every((to) => to.length <= longest);
  };
  return new Set([...reached].filter(([, values]) => isShared(values)).map(([field]) => field));
}

/** The names that writes are told apart by; none where one of them has none. */
function namesOf(all: readonly Planned[], of: (one: Planned) => readonly string[]): readonly string[] {
  const names = all.map(of);
  return names.every(({ length }) => length > 0) ? names.flatMap((some) => [...some]) : [];
}

/** The field of a change, with what it becomes where the field is one of these; both words of a pair. */
function valuesIn(told: ReadonlySet<string>): (one: Planned) => readonly string[] {
  return ({ write: { words } }) =>
    (words.values ?? []).flatMap((value) => {
      if (typeof value === 'string') return [];
      if (!isChange(value)) return [value.join(' ')];
      const [field, , to] = value;
      return [told.has(field) ? `${field} → ${to}` : field];
    });
}

function whatOf({ write: { words } }: Planned): readonly string[] {
  return words.what === undefined ? [] : [words.what];
}

/** What changes become is told of so many different values of a field, none of them longer than this. */
const mostShared = 3;
const longest = 40;

/** So many names are told with their numbers; of more there are examples. */
const mostCounted = 6;

/** `Business Plus 219 · Business Standard 25`, or examples of many. */
function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size > mostCounted) return exampled(names);
  const most = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const isEachOnce = counts.size === names.length;
  return most.map(([name, count]) => (isEachOnce ? name : `${name} ${count}`)).join(' · ');
}

/** `/Sales/North, /Sales/South, 10 more`. */
function exampled(all: readonly string[]): string {
  const names = [...new Set(all)].sort();
  return names.length > 3 ? `${names.slice(0, 2).join(', ')}, ${names.length - 2} more` : names.join(', ');
}
