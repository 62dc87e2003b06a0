import { MessageChannel, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Bundle } from '../port';
import type { Answered, Asking, Order, Setup } from './protocol';
import { pack, unpack } from './protocol';
import { codeOf } from './worker-code';

/** Answers a system call; a promise where a person has to be asked first. */
export type Answering = (asking: Asking) => unknown;

/** The main thread's side of one thread: it runs one execution at a time. */
export class Thread {
  readonly #worker: Worker;
  readonly #calls: MessagePort;
  readonly #answered = new SharedArrayBuffer(4);
  #answering: Answering | undefined;
  #settle: ((answer: Answered) => void) | undefined;

  /** `file` is the worker's TypeScript source. */
  constructor(file: string, bundle: Bundle, time: SharedArrayBuffer) {
    const { port1, port2 } = new MessageChannel();
    const setup: Setup = { code: bundle.code, html: bundle.html, calls: port2, answered: this.#answered, time };
    this.#calls = port1;
    this.#worker = new Worker(codeOf(file), { eval: true, workerData: setup, transferList: [port2], execArgv: [] });
    port1.on('message', (asking: Asking) => void this.#answer(asking));
    this.#worker.on('message', (answer: Answered) => {
      this.#settle?.(answer);
    });
    this.#worker.on('error', (error) => {
      this.#settle?.({ error: pack(error) });
    });
    this.#worker.on('exit', () => {
      this.#settle?.({ error: pack(new Error('The thread of the execution was ended.')) });
    });
    // A thread that has nothing to do must not keep the process alive.
    this.#rest();
  }

  /** Runs an execution to its end. Rejects with what it throws. */
  async run(order: Order, answering: Answering): Promise<unknown> {
    this.#answering = answering;
    this.#worker.ref();
    this.#calls.ref();
    try {
      const answer = await new Promise<Answered>((resolve) => {
        this.#settle = resolve;
        this.#worker.postMessage(order);
      });
      if ('error' in answer) throw unpack(answer.error);
      return answer.value;
    } finally {
      this.#rest();
    }
  }

  #rest(): void {
    this.#settle = undefined;
    this.#worker.unref();
    this.#calls.unref();
  }

  async #answer(asking: Asking): Promise<void> {
    const answer = await this.#answerTo(asking);
    this.#calls.postMessage(answer);
    const answered = new Int32Array(this.#answered);
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  }

  async #answerTo(asking: Asking): Promise<Answered> {
    try {
      return { value: await this.#answering?.(asking) };
    } catch (error) {
      return { error: pack(error) };
    }
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    this.#calls.close();
    await this.#worker.terminate();
  }
}
