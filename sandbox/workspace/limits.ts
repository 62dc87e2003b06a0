/**
 * How much Google takes in what time, as numbers. Sources: Directory API and License Manager limits pages; the Reseller
 * API publishes none.
 */

/** The quotas that there are. */
export type Lane = 'directory' | 'userCreations' | 'orgUnits' | 'licences' | 'reseller';

/** At most `count` requests in any window of so many milliseconds. */
export interface Limit {
  readonly count: number;
  readonly window: number;
}

/** The quotas that are in force: a lane that is not there has none. */
export type Limits = Readonly<Partial<Record<Lane, Limit>>>;

const documented: Readonly<Record<Lane, Limit>> = {
  directory: { count: 2400, window: 60_000 },
  userCreations: { count: 10, window: 1000 },
  orgUnits: { count: 1, window: 1000 },
  licences: { count: 1, window: 1000 },
  reseller: { count: 5, window: 1000 },
};

const lanes = Object.keys(documented) as Lane[];

/**
 * Reads the `quotas` option: `documented`, `off`, or quota by quota, with a number of requests a second
 * (`licences=off,orgUnits=documented,userCreations=4`). What is not named stays as in `before`. Throws for anything
 * else.
 */
export function readQuotas(option = 'documented', before: Limits = documented): Limits {
  if (option === 'documented') return documented;
  if (option === 'off') return {};
  const limits: Partial<Record<Lane, Limit>> = { ...before };
  for (const part of option.split(',')) {
    const [name = '', value = ''] = part.split('=');
    const lane = lanes.find((known) => known === name.trim());
    const limit = lane && limitIn(value, lane);
    if (!lane || limit === undefined)
      throw new Error(
        `Quotas are documented, off, or LANE=documented|off|NUMBER for ${lanes.join(', ')}; not "${part}".`,
      );
    if (limit === 'off') Reflect.deleteProperty(limits, lane);
    else limits[lane] = limit;
  }
  return limits;
}

function limitIn(value: string, lane: Lane): Limit | 'off' | undefined {
  if (value === 'off') return 'off';
  if (value === 'documented') return documented[lane];
  const perSecond = Number(value);
  if (value.trim() === '' || !(perSecond > 0 && perSecond <= 1000)) return undefined;
  // Less than one a second is one in a longer time.
  return perSecond < 1 ? { count: 1, window: 1000 / perSecond } : { count: Math.floor(perSecond), window: 1000 };
}

/** Another Google from some time on, as the switch `quotaChange` has it. */
export interface QuotaChange {
  /** Milliseconds after the simulated Google was opened. */
  readonly after: number;
  readonly quotas: string;
}

/** Reads the switch: `never`, or `60:licences=4`. Throws for anything else. */
export function readQuotaChange(value: string): QuotaChange | undefined {
  if (value === 'never') return undefined;
  const [, seconds = '', quotas = ''] = /^(\d{1,7}):(.+)$/.exec(value) ?? [];
  if (quotas === '') throw new Error(`Switch quotaChange takes never or SECONDS:QUOTAS, not "${value}".`);
  readQuotas(quotas);
  return { after: Number(seconds) * 1000, quotas };
}
