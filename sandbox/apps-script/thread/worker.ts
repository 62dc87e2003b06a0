import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { Clock } from '../../clock';
import { compile } from '../bundle';
import type { Invoke } from '../calls';
import { callFunction } from '../execution/call';
import { pack, unpack } from './protocol';
import type { Answered, Order, Setup } from './protocol';
import { SharedTime } from './shared-time';

/**
 * A thread that runs one execution after the other. Its system calls wait for the main thread, as if they were plain
 * calls.
 */

const setup = workerData as Setup;
const program = compile({ code: setup.code, html: setup.html, manifest: {} });
const time = new SharedTime(setup.time);
/** What the execution sleeps is no work of this machine. */
const clock: Clock = {
  now: () => time.now(),
  sleep: (milliseconds) => {
    if (milliseconds > 0)
      time.resting(() => {
        time.sleep(milliseconds);
      });
  },
};
const answered = new Int32Array(setup.answered);

/** Sends a system call and stands still until its answer is there. */
const invoke = ((name: string, ask: unknown) => {
  setup.calls.postMessage({ name, ask });
  // A person may think as long as they like.
  const answer = name === 'ui.ask' ? time.resting(nextAnswer) : nextAnswer();
  if ('error' in answer) throw unpack(answer.error);
  return answer.value;
}) as Invoke;

/**
 * The counter may be raised late for an answer that was taken already, so waking up is no promise that one is there.
 */
function nextAnswer(): Answered {
  for (;;) {
    const seen = Atomics.load(answered, 0);
    const received = receiveMessageOnPort(setup.calls) as { message: Answered } | undefined;
    if (received) return received.message;
    Atomics.wait(answered, 0, seen);
  }
}

function run({ info, name, args }: Order): Answered {
  try {
    return { value: time.computing(() => callFunction({ program, info, invoke, clock }, name, args)) };
  } catch (error) {
    return { error: pack(error) };
  }
}

parentPort?.on('message', (order: Order) => {
  parentPort?.postMessage(run(order));
});
