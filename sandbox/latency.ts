/** How long Google takes to answer, and when on its way there a request is counted. Times in milliseconds. */

/** How the latencies of a sandbox are spread. */
export interface Latency {
  /** What an answer takes on average, from the moment a request leaves to the moment its answer is in. */
  readonly mean: number;
  /** Standard deviation of that; 0: every answer takes the same. */
  readonly jitter: number;
  /**
   * The part of it that has passed when the request reaches Google's door, where quotas are counted. The rest is
   * Google's work and the way back.
   */
  readonly arrival: number;
}

/** One request's way to Google's door, and from there to its answer. */
export interface Journey {
  readonly there: number;
  readonly back: number;
}

/** No answer comes sooner, unless the mean itself is shorter. */
const floor = 40;

/**
 * How much of a latency has passed when a request is counted. Google publishes nothing of it (UNCONFIRMED); scripts run
 * next to Google's door, and nearly all of a latency is the work behind it. `half` is the unkind reading: under it
 * nobody who sends one request a second knows to better than a tenth of a second when it is counted.
 */
const arrivals = { tenth: 0.1, half: 0.5 } as const;

/** Names for that, as the switch `arrival` takes them. */
export type Arrival = keyof typeof arrivals;

/** The latencies of a sandbox as it is opened. */
export function latencyOf(options: {
  readonly latency: number;
  readonly jitter?: number;
  readonly arrival?: Arrival;
}): Latency {
  const { latency, jitter = 0, arrival = 'tenth' } = options;
  return { mean: latency, jitter, arrival: arrivals[arrival] };
}

/** The setting of the switch `arrival`. */
export function arrivalIn(switches: Readonly<Record<string, string>>): Arrival {
  return switches['arrival'] === 'half' ? 'half' : 'tenth';
}

/** Journeys, one after the other, normally distributed. `random` gives numbers from 0 up to 1. */
export function journeys({ mean, jitter, arrival }: Latency, random: () => number): () => Journey {
  return () => {
    const whole = jitter === 0 ? mean : Math.max(Math.min(floor, mean), mean + jitter * normal(random));
    return { there: whole * arrival, back: whole * (1 - arrival) };
  };
}

/** A normally distributed number with mean 0 and deviation 1 (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
