import { inPlan, isChange } from '../../engine/words';
import type { PlanLine } from '../wire';
import type { Kind, Planned } from './planned';

/** The totals of a plan: how many writes there are of each kind, and what of. */

/** One line of the totals. */
export function totalOf({ need, says, all }: Kind): PlanLine {
  return { need, count: all.length, says, detail: detailOf(all) };
}

function detailOf(all: readonly Planned[]): string {
  const [first, ...others] = all;
  if (first && others.length === 0) return `${first.subject}: ${inPlan(first.write.words)}`;
  const subjects = all.map(({ subject }) => subject);
  return counted(namesOf(all, valuesIn)) || counted(namesOf(all, whatOf)) || exampled(subjects);
}

/** The names that writes are told apart by; none where one of them has none. */
function namesOf(all: readonly Planned[], of: (one: Planned) => readonly string[]): readonly string[] {
  const names = all.map(of);
  return names.every(({ length }) => length > 0) ? names.flatMap((some) => [...some]) : [];
}

/** The field of a change, both words of a pair. */
function valuesIn({ write: { words } }: Planned): readonly string[] {
  return (words.values ?? []).flatMap((told) => {
    if (typeof told === 'string') return [];
    return isChange(told) ? [told[0]] : [told.join(' ')];
  });
}

function whatOf({ write: { words } }: Planned): readonly string[] {
  return words.what === undefined ? [] : [words.what];
}

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
