import '../../src/apps-script/platform';
import { advancedServices } from '../../src/apps-script/transport/advanced-services';
import { parallel } from '../../src/apps-script/transport/parallel';
import type { Answer, Request } from '../../src/engine/request';
import { carrierFor } from '../../src/job/reach/transport';

/** What the contract suite runs on the host: both transports and the batch endpoint, with answers as plain data. */
declare const global: Record<string, unknown>;

const secrets = (name: string): string => `resolved ${name}`;

function plain(answer: Answer): unknown {
  if ('value' in answer) return { value: answer.value ?? null };
  const { status, reason, options } = answer.refusal;
  return {
    refusal: {
      status,
      reason,
      message: options.message,
      ...(options.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: options.retryAfterSeconds }),
    },
  };
}

global.sendAdvanced = (requests: Request[]): unknown => advancedServices(secrets).sendAll(requests).map(plain);
global.sendParallel = (requests: Request[]): unknown => parallel(secrets).sendAll(requests).map(plain);
global.sendMany = (requests: Request[]): unknown =>
  carrierFor({ setting: 'automatic', rows: 100, secrets }).sendAll(requests).map(plain);
global.sendTogether = (requests: Request[]): unknown => parallel(secrets).sendBatch(requests).map(plain);
