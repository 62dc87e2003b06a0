import type { MessagePort } from 'node:worker_threads';
import type { CallName } from '../calls';
import { PlatformError, Terminated } from '../exceptions';
import { ScriptError } from '../execution/call';
import type { ExecutionInfo } from '../execution/info';
import { Killed } from '../port';

/** What passes between the main thread and the threads that executions run in. */

/** What a thread is made with. `calls` carries system calls; `answered` is woken for each answer. */
export interface Setup {
  readonly code: Readonly<Record<string, string>>;
  readonly html: Readonly<Record<string, string>>;
  readonly calls: MessagePort;
  readonly answered: SharedArrayBuffer;
  readonly time: SharedArrayBuffer;
}

/** One execution to run. */
export interface Order {
  readonly info: ExecutionInfo;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** A system call of the execution's. */
export interface Asking {
  readonly name: CallName;
  readonly ask: unknown;
}

/** An answer, to a system call or to an order: a value, or an error taken apart. */
export type Answered = { readonly value: unknown } | { readonly error: PackedError };

/** An error as plain data, so that its class survives the way between threads. */
export interface PackedError {
  readonly kind: 'killed' | 'terminated' | 'platform' | 'script' | 'other';
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly details?: unknown;
}

/** Takes an error apart. */
export function pack(error: unknown): PackedError {
  if (!(error instanceof Error)) return { kind: 'other', name: 'Error', message: String(error), stack: '' };
  const details = error instanceof PlatformError || error instanceof ScriptError ? error.details : undefined;
  return { kind: kindOf(error), name: error.name, message: error.message, stack: error.stack ?? '', details };
}

function kindOf(error: Error): PackedError['kind'] {
  if (error instanceof Killed) return 'killed';
  if (error instanceof Terminated) return 'terminated';
  if (error instanceof PlatformError) return 'platform';
  return error instanceof ScriptError ? 'script' : 'other';
}

/** Puts an error together again. */
export function unpack({ kind, name, message, stack, details }: PackedError): Error {
  const error = made(kind, { name, message, details });
  if (stack !== '') error.stack = stack;
  return error;
}

function made(
  kind: PackedError['kind'],
  { name, message, details }: { name: string; message: string; details: unknown },
): Error {
  switch (kind) {
    case 'killed':
      return new Killed(message);
    case 'terminated':
      return new Terminated(message);
    case 'platform':
      return new PlatformError(message, details, name);
    case 'script':
      return new ScriptError(name, message, details);
    case 'other':
      return Object.assign(new Error(message), { name });
  }
}
