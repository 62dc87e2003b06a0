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
  return counted(all.flatMap(valuesIn)) || someOf(all.flatMap(({ write }) => write.words.what ?? [])) || examples(all);
}

/** What totals tell apart: the field of a change, both words of a pair. */
function valuesIn({ write: { words } }: Planned): readonly string[] {
  return (words.values ?? []).flatMap((told) => {
    if (typeof told === 'string') return [];
    return isChange(told) ? [told[0]] : [told.join(' ')];
  });
}

/** So many kinds are told with their numbers; of more there are examples. */
const mostCounted = 6;

/** `Business Plus 219 · Business Standard 25`, or examples of many. */
function someOf(names: readonly string[]): string {
  return new Set(names).size > mostCounted ? exampled(names) : counted(names);
}

function counted(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const most = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most.map(([name, count]) => `${name} ${String(count)}`).join(' · ');
}

function examples(all: readonly Planned[]): string {
  return exampled(all.map(({ subject }) => subject));
}

/** `/Sales/North, /Sales/South, 10 more`. */
function exampled(all: readonly string[]): string {
  const names = [...new Set(all)].sort();
  return names.length > 3 ? `${names.slice(0, 2).join(', ')}, ${String(names.length - 2)} more` : names.join(', ');
}
