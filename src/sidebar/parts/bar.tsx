import type { Progress } from '../../job/wire';
import { sum } from '../words';

/** How far the work is: rows that are through, that wait, that need a person. */
export function Bar({ progress }: { progress: Progress }) {
  const { rows, done, counts } = progress;
  const stop = sum(counts, 'blocked', 'failed');
  const wait = sum(counts, 'waiting');
  const share = (value: number) => ({ width: (rows ? (100 * Math.max(0, value)) / rows : 0) + '%' });
  return (
    <div
      class="bar"
      role="progressbar"
      aria-label="Rows done"
      aria-valuemin={0}
      aria-valuemax={rows}
      aria-valuenow={done}
    >
      <i class="ok" style={share(done - wait - stop)} />
      <i class="wait" style={share(wait)} />
      <i class="stop" style={share(stop)} />
    </div>
  );
}
