import { accountOfSeat, raiseCap, takenSeats } from '../../ensure/cloud-identity-seats';
import { cloudIdentityFree } from '../../google/products';
import { primaryDomainOf, type Reach } from '../../tabs/reach';
import type { Line } from '../../tabs/line';
import type { Facts, Row } from '../../tabs/tab';
import type { Journal } from '../journal/journal';
import { cloudIdentityModes } from '../reach/cloud-identity';
import type { SeatLine } from '../wire';
import { seatsKnown } from './seats';

/** Seats of Cloud Identity in a plan: how many are taken, how many its rows need, and which rows have to wait. */

/** The rows of a check that has ended, and what is known around them. */
export interface Planned {
  readonly work: string;
  readonly rows: readonly Row[];
  readonly journal: Journal;
  readonly facts: Pick<Facts, 'valueOf'>;
  readonly reach: Reach;
}

/** What a plan means for the seats of one account. `held`: what is said to each row beyond them, by key. */
interface Account {
  readonly line: SeatLine;
  readonly held: ReadonlyMap<string, string>;
}

/** The accounts in which a plan takes seats of Cloud Identity, in the order of their rows. */
export function cloudIdentityIn(planned: Planned): readonly Account[] {
  return [...creating(planned)].map(([seat, keys]) => accountIn(planned, seat, keys));
}

/** The keys of rows that create somebody who takes such a seat, in sheet order, by kind of seat. */
function creating({ work, rows, journal }: Planned): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { key } of rows) {
    const seat = seatIn(journal.line(key), work);
    if (seat !== undefined) found.set(seat, [...(found.get(seat) ?? []), key]);
  }
  return found;
}

function seatIn(line: Line | undefined, work: string): string | undefined {
  if (line?.work !== work || line.outcome !== 'planned') return undefined;
  const write = line.plan.writes.find(({ seat, need }) => need === 'must' && seat !== undefined && isOurs(seat));
  return write?.seat;
}

/** Whether a kind of seat is one of Cloud Identity. */
export function isOurs(seat: string): boolean {
  return accountOfSeat(seat) !== undefined;
}

function accountIn({ facts, reach }: Planned, seat: string, keys: readonly string[]): Account {
  const account = accountOfSeat(seat) ?? '';
  const domain = primaryDomainOf(reach, account);
  const mode = cloudIdentityModes()[account]?.mode;
  const known = seatsKnown(account, { facts, seller: reach.who.account, mode });
  const used = takenSeats(facts, account);
  const name = `${cloudIdentityFree.name}, ${domain}`;
  if (known === undefined || used === undefined)
    return { line: { seat, says: name, needed: keys.length }, held: new Map() };
  const left = Math.max(0, known.seats - used);
  const late = keys.slice(left);
  const taken = `about ${used} of ${known.seats} seats are taken`;
  const line = { seat, says: name, bought: known.seats, used, needed: keys.length, left };
  if (late.length === 0) return { line, held: new Map() };
  const tells = `${name}: ${taken}, these rows need ${keys.length}`;
  // What everybody has at first is no reason to wait: Google may have given more, and says so itself.
  if (known.from === 'licences') return { line: { ...line, says: `${tells} (${atFirst})` }, held: new Map() };
  const waits = `Cloud Identity at ${domain}: ${taken} (everybody without a paid licence is counted), and the rows before this one need what is left.`;
  const remedy = raiseCap({ domain, needed: used + keys.length });
  return {
    line: { ...line, says: `${tells}: ${waiting(late.length)}`, needed: left },
    held: new Map(late.map((key) => [key, `${waits} ${remedy}`])),
  };
}

const atFirst = 'so many has everybody at first: say under Readiness how many Google gave this account';

function waiting(rows: number): string {
  return rows === 1 ? '1 row waits' : `${rows} rows wait`;
}
