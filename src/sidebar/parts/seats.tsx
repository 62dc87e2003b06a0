import type { SeatLine } from '../../job/wire';
import { count, figure } from '../words';

/** How many of the seats that are left a plan takes. */
function Line({ line: { says, needed, left } }: { line: SeatLine }) {
  if (left === undefined)
    return <Words says={says} figures={figure(needed)} sub="How many are left cannot be seen from here." />;
  const short = needed - left;
  const width = left ? Math.min(100, (100 * needed) / left) : 100;
  return (
    <>
      <Words says={says} figures={figure(needed) + ' of ' + figure(left) + ' left'} />
      <div
        class="bar"
        role="meter"
        aria-label={'Seats, ' + says}
        aria-valuemin={0}
        aria-valuemax={Math.max(left, needed)}
        aria-valuenow={needed}
      >
        <i class={short > 0 ? 'stop' : 'ok'} style={{ width: width + '%' }} />
      </div>
      {short > 0 && <div class="sub">{count(short, 'seat')} short: the last rows wait until somebody buys more.</div>}
    </>
  );
}

function Words({ says, figures, sub }: { says: string; figures: string; sub?: string }) {
  return (
    <>
      <div class="lane">
        <span class="what">{says}</span>
        <b>{figures}</b>
      </div>
      {sub && <div class="sub">{sub}</div>}
    </>
  );
}

/** Seats that a plan needs against those that are left, product by product. */
export function Seats({ seats }: { seats: readonly SeatLine[] }) {
  if (!seats.length) return null;
  return (
    <>
      <h2>Seats</h2>
      {seats.map((line) => (
        <Line key={line.seat} line={line} />
      ))}
    </>
  );
}
