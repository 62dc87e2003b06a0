import { sendable } from './wire-rules';

/**
 * `google.script` inside a frame: calls become messages to the page around it. The functions that exist are named on
 * the script element, so that calling any other one fails as it does at Google: there is no such member.
 */

interface Chain {
  readonly onSuccess?: Handler;
  readonly onFailure?: Handler;
  readonly userObject?: unknown;
}
type Handler = (value: unknown, userObject: unknown) => void;
interface Call {
  readonly chain: Chain;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Calls under way at the same time ("google.script.run", Apps Script reference). */
const mostAtOnce = 10;
const underWay = new Map<number, Call>();
const waiting: Call[] = [];
let lastId = 0;

const names = (document.currentScript?.dataset['functions'] ?? '').split(',').filter(Boolean);

function runner(chain: Chain): Record<string, unknown> {
  const own: Record<string, unknown> = {
    withSuccessHandler: (onSuccess: Handler) => runner({ ...chain, onSuccess }),
    withFailureHandler: (onFailure: Handler) => runner({ ...chain, onFailure }),
    withUserObject: (userObject: unknown) => runner({ ...chain, userObject }),
  };
  for (const name of names) {
    own[name] = (...args: unknown[]) => {
      waiting.push({ chain, name, args: sendable(args) });
      sendWaiting();
    };
  }
  return own;
}

function sendWaiting(): void {
  while (underWay.size < mostAtOnce) {
    const call = waiting.shift();
    if (!call) return;
    lastId += 1;
    underWay.set(lastId, call);
    tell({ kind: 'call', id: lastId, name: call.name, args: call.args });
  }
}

function tell(message: unknown): void {
  // Any ancestor may hear it: the server lets only its own page frame this one.
  window.parent.postMessage(message, '*');
}

interface Answer {
  readonly id: number;
  readonly result: {
    readonly ok: boolean;
    readonly value?: unknown;
    readonly name?: string;
    readonly message?: string;
  };
}

function isAnswer(data: unknown): data is Answer {
  return typeof data === 'object' && data !== null && 'id' in data && 'result' in data;
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window.parent || !isAnswer(event.data)) return;
  const { id, result } = event.data;
  const call = underWay.get(id);
  if (!call) return;
  underWay.delete(id);
  sendWaiting();
  const { onSuccess, onFailure, userObject } = call.chain;
  if (result.ok) return onSuccess?.(result.value, userObject);
  const error = Object.assign(new Error(result.message), { name: result.name ?? 'ScriptError' });
  if (onFailure) onFailure(error, userObject);
  else throw error;
});

const notSimulated = (name: string) => ({
  get(): never {
    throw new Error(`google.script.${name} is not simulated.`);
  },
});

const script = {
  run: runner({}),
  host: {
    close: () => tell({ kind: 'close' }),
    editor: { focus: () => tell({ kind: 'focus' }) },
    origin: window.location.origin,
  },
};
Object.defineProperties(script, { history: notSimulated('history'), url: notSimulated('url') });
Object.assign(window, { google: { script } });
