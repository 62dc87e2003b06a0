import type { SeatLine } from '../../job/wire';
import { count, figure } from '../words';

/** `29 seats: 27 used, this run takes 1, 1 stays free`. */
function figuresOf({ bought, used, needed, left }: SeatLine): string {
  if (bought === undefined || used === undefined || left === undefined)
    return 'This run takes ' + figure(needed) + '. How many are free cannot be seen from here.';
  const has = count(bought, 'seat') + ': ' + figure(used) + ' used, this run takes ';
  if (needed > left) return has + figure(left) + ' of the ' + figure(needed) + ' that it needs, none stays free';
  const free = left - needed;
  return (
    has +
    figure(needed) +
    ', ' +
    (free ? figure(free) + (free === 1 ? ' stays free' : ' stay free') : 'none stays free')
  );
}

/** Seats of one product in one account: used, taken by this run, free. */
function Line({ line }: { line: SeatLine }) {
  const { says, needed, bought, used = 0, left } = line;
  const figures = figuresOf(line);
  const short = left === undefined ? 0 : Math.max(0, needed - left);
  const share = (seats: number) => ({ width: (bought ? Math.min(100, (100 * seats) / bought) : 0) + '%' });
  return (
    <div class="seat">
      <b>{says}</b>
      {bought !== undefined && (
        <div
          class="bar"
          role="meter"
          aria-label={'Seats, ' + says}
          aria-valuemin={0}
          aria-valuemax={bought}
          aria-valuenow={Math.min(bought, used + needed)}
          aria-valuetext={figures}
        >
          <i class="used" style={share(used)} />
          <i class={short ? 'stop' : 'ok'} style={share(Math.min(needed, left ?? 0))} />
        </div>
      )}
      <div class="sub">{figures}.</div>
      {short > 0 && (
        <div class="sub">
          {count(short, 'row finds', 'rows find')} no seat: the last in the sheet, until somebody buys more.
        </div>
      )}
    </div>
  );
}

/** Seats that a plan takes, beside those that are used and those that stay free, product by product. */
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
