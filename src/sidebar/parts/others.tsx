import type { Act } from '../act';
import { count } from '../words';
import { Link } from './link';

/** How many rows of the scope are other administrators', with the way to invite them. */
export function Others({ rows = 0, act }: { rows: number | undefined; act: Act }) {
  if (!rows) return null;
  return (
    <p class="sub">
      {count(rows, 'row is', 'rows are')} other administrators’.{' '}
      <Link onClick={() => void act.showAdministrators()}>Who they wait for</Link>
    </p>
  );
}
