import type { CoverageView, CoverCell, CoverPerson, Lack } from '../job/coverage/wire';
import type { Shape } from './parts/shape';

/** How a cell of the picture is shown: a shape and a word, and a colour that says no more than they do. */
export interface Look {
  readonly shape: Shape;
  readonly word: string;
}

/** What a cell is counted and filtered by. */
export type CoverState = Lack | 'works' | 'closed';

/** In the order of the filters: what works first, then what is close to it. */
export const looks: Readonly<Record<CoverState, Look>> = {
  works: { shape: 'ok', word: 'works' },
  signIn: { shape: 'half', word: 'not signed in' },
  twoStep: { shape: 'half', word: '2-step off' },
  missing: { shape: 'dashed', word: 'to create' },
  role: { shape: 'stop', word: 'no role' },
  paid: { shape: 'stop', word: 'paid licence' },
  suspended: { shape: 'stop', word: 'suspended' },
  stays: { shape: 'stop', word: 'still active' },
  unread: { shape: 'hold', word: 'not shown' },
  waits: { shape: 'hold', word: 'waits' },
  closed: { shape: 'off', word: 'left' },
};

/** How somebody stands on a domain, in one state: the most pressing. */
export function stateOf({ lacks }: CoverCell, { left }: Pick<CoverPerson, 'left'>): CoverState {
  return lacks[0] ?? (left ? 'closed' : 'works');
}

/** How many ticks stand at each state. */
export function countStates({ people }: CoverageView): ReadonlyMap<CoverState, number> {
  const counts = new Map<CoverState, number>();
  for (const person of people)
    for (const cell of person.cells) {
      const state = stateOf(cell, person);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  return counts;
}

/** People whose rows on Team bring somebody closer to working, by the domains that whoever is signed in reaches. */
export function toCheck({ people, domains }: CoverageView): readonly string[] {
  const helps: readonly Lack[] = ['missing', 'role', 'paid', 'stays'];
  const inReach = ({ domain }: CoverCell): boolean => domains[domain]?.waitsFor === '';
  const isDue = (cell: CoverCell): boolean => inReach(cell) && cell.lacks.some((lack) => helps.includes(lack));
  return people.filter(({ cells }) => cells.some(isDue)).map(({ key }) => key);
}
