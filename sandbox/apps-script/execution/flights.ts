import type { HttpReply, HttpRequest, ServiceReply, ServiceRequest } from '../calls';
import { PlatformError, Terminated } from '../exceptions';
import { prices } from '../prices';
import type { Execution } from './execution';

/** Requests on their way: they leave, they are counted when they arrive, and their answers come when they come. */

interface Flight {
  readonly place: number;
  readonly request: HttpRequest;
  readonly arrives: number;
  readonly lands: number;
}

/**
 * Sends a wave and waits for its last answer; answers in the order of the requests. Throws what the platform throws
 * before anything has left or in the place of all answers, and Terminated where the time is up: what has left by then
 * arrives, though nobody hears of it.
 */
export function flyWave(run: Execution, requests: readonly HttpRequest[]): HttpReply[] {
  const fault = run.invoke('google.leave', { requests });
  const left = run.clock.now();
  const gone = fault ? requests.slice(0, fault.goOut) : requests;
  const flights = gone.map((request, place) => flightOf(run, request, { place, left }));
  const replies = new Map<number, HttpReply>();
  for (const flight of [...flights].sort((a, b) => a.arrives - b.arrives || a.place - b.place)) {
    waitOrLose(run, flight.arrives, () => {
      for (const { place, request } of flights) if (!replies.has(place)) run.deliver('google.fetch', request);
    });
    replies.set(flight.place, run.invoke('google.fetch', flight.request));
  }
  run.until(flights.reduce((last, { lands }) => Math.max(last, lands), left));
  if (fault) throw new PlatformError(fault.message);
  return requests.flatMap((_, place) => replies.get(place) ?? []);
}

/** Sends one request of an advanced service and waits for its answer. Throws as `flyWave` does. */
export function flyAlone(run: Execution, request: ServiceRequest): ServiceReply {
  run.live();
  const { there, back } = run.journey();
  waitOrLose(run, run.clock.now() + there, () => run.deliver('google.call', request));
  const reply = run.invoke('google.call', request);
  run.pass(back);
  return reply;
}

function flightOf(run: Execution, request: HttpRequest, from: { place: number; left: number }): Flight {
  const { there, back } = run.journey();
  const arrives = from.left + from.place * run.priced(prices.packing.ms) + there;
  return { place: from.place, request, arrives, lands: arrives + back };
}

function waitOrLose(run: Execution, instant: number, arrive: () => unknown): void {
  try {
    run.until(instant);
  } catch (error) {
    if (error instanceof Terminated) arrive();
    throw error;
  }
}
