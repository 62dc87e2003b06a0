import type { Progress } from '../../job/wire';
import { sum } from '../words';

/** How far the work is: rows that are through, that wait, that need a person. */
export function Bar({ progress }: { progress: Progress }) {
  const { job, due, left, own } = progress;
  const stop = sum(own, 'blocked', 'failed');
  const wait = sum(own, 'waiting');
  const share = (value: number) => ({ width: (due ? (100 * Math.max(0, value)) / due : 0) + '%' });
  return (
    <div
      class="bar"
      role="progressbar"
      aria-label={job === 'check' ? 'Rows checked' : 'Rows through'}
      aria-valuemin={0}
      aria-valuemax={due}
      aria-valuenow={due - left}
    >
      <i class="ok" style={share(due - left - wait - stop)} />
      <i class="wait" style={share(wait)} />
      <i class="stop" style={share(stop)} />
    </div>
  );
}
