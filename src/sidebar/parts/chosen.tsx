import { useState } from 'preact/hooks';
import { count } from '../words';
import { Field } from './field';
import { Link } from './link';
import { List } from './list';
import { Tick } from './tick';

/** From so many entries on, a search box pays. */
const many = 8;

/** One entry: its id, its words, and what stands below them. */
export interface Choosable {
  readonly id: string;
  readonly title: string;
  readonly sub?: string;
}

interface ChosenProps {
  readonly items: readonly Choosable[];
  /** Ids of those that are ticked. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** A list to tick, with search; all that are found can be ticked and unticked at once. */
export function Chosen({ items, chosen, onChoose }: ChosenProps) {
  const [wanted, find] = useState('');
  const text = wanted.trim().toLowerCase();
  const found = items.filter(({ title, sub = '' }) => (title + ' ' + sub).toLowerCase().includes(text));
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    onChoose(next);
  };
  const ids = found.map(({ id }) => id);
  return (
    <>
      {items.length >= many && <Field name="find" label="Find" value={wanted} onInput={find} />}
      <div class="links">
        <Link onClick={() => set(ids, true)}>{'Tick all ' + count(ids.length, 'found', 'found')}</Link>
        <Link onClick={() => set(ids, false)}>Untick them</Link>
      </div>
      <List items={found} keyOf={({ id }) => id}>
        {({ id, title, sub }) => (
          <Tick name={'chosen-' + id} on={chosen.has(id)} onChange={(on) => set([id], on)} label={title} hint={sub} />
        )}
      </List>
    </>
  );
}
