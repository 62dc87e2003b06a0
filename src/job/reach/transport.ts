import { mayNotFetch, type Carrier, type TransportName } from './carrier';
import { ports } from '../ports';
import { noAnswer, type Answer, type Request } from '../../engine/request';
import { isReading } from '../../google/retry';
import type { Secrets } from '../../engine/secrets';
import { documentStore } from '../keeping/stores';
import { WaveWidth } from './wave-width';

/** Which way requests take to Google: one by one through the advanced services, or in waves over HTTP. */

/** The setting: one of the two, or as the work demands. */
export type TransportSetting = TransportName | 'automatic';

/** From this many rows on a wave of requests beats one after another. */
const bulkFrom = 12;

/** The setting, kept for everybody in document properties. */
export function transportSetting(): TransportSetting {
  const set = documentStore().text('setting:transport');
  return set === 'advanced' || set === 'parallel' ? set : 'automatic';
}

/** The way that so many rows take. */
export function waySetting(rows: number): TransportName {
  return wayFor(transportSetting(), rows);
}

function wayFor(setting: TransportSetting, rows: number): TransportName {
  if (setting !== 'automatic') return setting;
  return rows < bulkFrom ? 'advanced' : 'parallel';
}

/** What carries the requests of this many rows. */
export function carrierFor(ask: {
  readonly setting: TransportSetting;
  readonly rows: number;
  readonly secrets: Secrets;
}): Carrier {
  if (wayFor(ask.setting, ask.rows) === 'advanced') return ports().ways.advanced(ask.secrets);
  return ask.setting === 'parallel' ? waves(ask.secrets) : parallelWhereAllowed(ask.secrets);
}

/** Waves, as wide as is taken here. */
function waves(secrets: Secrets): Carrier {
  const carrier = ports().ways.parallel(secrets);
  const width = new WaveWidth(carrier.width);
  return {
    ...carrier,
    get width() {
      return width.now;
    },
    sendAll: (requests) =>
      width.parts(requests).flatMap((part) => {
        const answers = carrier.sendAll(part);
        width.learn(answers);
        return answers;
      }),
  };
}

/**
 * Waves, until the platform says that this script may not fetch: then, for the rest of the slice, the advanced
 * services.
 */
function parallelWhereAllowed(secrets: Secrets): Carrier {
  const wide = waves(secrets);
  let carrier: Carrier = wide;
  const sendAll = (requests: readonly Request[]): readonly Answer[] => {
    const answers = carrier.sendAll(requests);
    if (carrier !== wide || !answers.some(refusedToFetch)) return answers;
    carrier = ports().ways.advanced(secrets);
    return sentAnew(requests, answers, carrier);
  };
  return {
    name: 'parallel',
    get width() {
      return carrier.width;
    },
    sendAll,
    sendBatch: (requests) => wide.sendBatch(requests),
  };
}

/**
 * A wave that was not fetched goes by another way. A day's quota may end in mid-wave: which writes went out is unknown
 * then, and whoever asked knows whether they may be sent again.
 */
function sentAnew(requests: readonly Request[], answers: readonly Answer[], carrier: Carrier): readonly Answer[] {
  const isLost = ({ op }: Request, answer: Answer | undefined): boolean =>
    !isReading(op) && answer !== undefined && 'refusal' in answer && answer.refusal.status === 0;
  const goes = requests.filter((request, i) => !isLost(request, answers[i]));
  const came = goes.length ? [...carrier.sendAll(goes)] : [];
  return requests.map((request, i) => (isLost(request, answers[i]) ? undefined : came.shift()) ?? noAnswer(request.op));
}

function refusedToFetch(answer: Answer): boolean {
  return 'refusal' in answer && answer.refusal.reason === mayNotFetch;
}
