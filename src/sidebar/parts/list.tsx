import type { ComponentChildren, Key } from 'preact';
import { useState } from 'preact/hooks';
import { count } from '../words';
import { useFirstNew } from './first-new';
import { Link } from './link';

const atFirst = 100;

interface ListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => Key;
  readonly children: (item: T) => ComponentChildren;
}

/** A list that shows its first hundred lines and more on demand: five thousand rows would make the sidebar slow. */
export function List<T>({ items, keyOf, children }: ListProps<T>) {
  const [limit, setLimit] = useState(atFirst);
  const hidden = items.length - limit;
  const { list, ask } = useFirstNew(Math.min(items.length, limit));
  const more = () => {
    ask();
    setLimit(limit + atFirst);
  };
  return (
    <>
      <ul ref={list}>
        {items.slice(0, limit).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {hidden > 0 && <Link onClick={more}>Show {count(Math.min(hidden, atFirst), 'more', 'more')}</Link>}
    </>
  );
}
