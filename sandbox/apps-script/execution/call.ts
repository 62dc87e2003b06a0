import vm from 'node:vm';
import type { Clock } from '../../clock';
import { runAll } from '../bundle';
import type { Program } from '../bundle';
import type { Invoke } from '../calls';
import { NotSimulated, PlatformError, Terminated } from '../exceptions';
import { AuthMode } from '../services/script-app';
import { services } from '../services/services';
import { Execution } from './execution';
import { Facade } from './facade';
import type { ExecutionInfo } from './info';
import { Realm, tagOf } from './realm';
import { callName, giveBack, takeContext } from './contexts';
import { toBrowser, toServer } from './wire';

/** One execution from its start to its end: a realm in which nothing has happened, the whole code, one function. */

/** What an execution runs with. */
export interface Start {
  readonly program: Program;
  readonly info: ExecutionInfo;
  readonly invoke: Invoke;
  readonly clock: Clock;
}

/** What a script threw, as the platform shows it. `details` where an advanced service failed. */
export class ScriptError extends Error {
  override readonly name: string;

  constructor(
    name: string,
    message: string,
    readonly details?: unknown,
  ) {
    super(message);
    this.name = name;
  }
}

/**
 * Runs a top-level function of the program. Throws ScriptError for what the script threw, Terminated when its time was
 * up, and Killed where a crash was placed, whatever the script made of it.
 */
export function callFunction(start: Start, name: string, args: readonly unknown[]): unknown {
  const sidebar = start.info.surface === 'sidebar';
  const sent = sidebar ? toServer(args) : args;
  const run = new Execution(start.info, start.invoke, { clock: start.clock, codeBytes: start.program.bytes });
  const { block, html } = start.program;
  const made = services(run, html);
  const realm = new Realm(takeContext(block, Object.keys(made)), run, made);
  const outcome = ending(run, () =>
    evaluate(realm, { fn: () => load(realm, start.program, name), args: realm.give(withEvent(realm, sent)) }),
  );
  if (run.dead) throw run.dead;
  try {
    return toCaller(realm, outcome, sidebar);
  } finally {
    // What was promised may go on by itself.
    if (outcome.how !== 'promised') giveBack(realm.make, block);
  }
}

function toCaller(realm: Realm, outcome: Outcome, sidebar: boolean): unknown {
  if (outcome.how === 'thrown') throw shown(outcome.value, sidebar, realm);
  if (!sidebar) return leave(realm.take(outcome.value));
  const value = outcome.how === 'promised' ? String(outcome.value) : outcome.value;
  return toBrowser(value, (one) => realm.facadeOf(one) !== undefined);
}

interface Outcome {
  readonly how: 'returned' | 'promised' | 'thrown';
  readonly value: unknown;
}

/** A script that computes without end is stopped by the machine's own clock. */
function ending(run: Execution, act: () => Outcome): Outcome {
  try {
    return act();
  } catch (error) {
    if (run.dead) throw run.dead;
    if ((error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new Terminated();
    if (error instanceof PlatformError || error instanceof NotSimulated) throw error;
    return { how: 'thrown', value: error };
  } finally {
    run.settle();
  }
}

function load(realm: Realm, program: Program, name: string): unknown {
  runAll(program, realm.make);
  return find(realm, name);
}

/**
 * Menu items and triggers may name a member of a top-level object; google.script.run may not (custom menus and
 * communication guides).
 */
function find(realm: Realm, name: string): unknown {
  const dotted =
    realm.run.info.surface === 'sidebar' ? /^[A-Za-z$_][\w$]*$/ : /^[A-Za-z$_][\w$]*(\.[A-Za-z$_][\w$]*)*$/;
  const callable = dotted.test(name) && !name.endsWith('_') && !realm.make.isBuiltIn(name.split('.')[0] ?? '');
  const found = callable ? lookUp(realm, name) : undefined;
  if (typeof found !== 'function') throw new PlatformError(`Script function not found: ${name}`);
  return found;
}

/** The value of a name; a constant of the script's is no property of its global object, so the name is evaluated. */
function lookUp(realm: Realm, name: string): unknown {
  try {
    return vm.runInContext(name, realm.make.global);
  } catch {
    return undefined;
  }
}

/** Everything of the script runs inside one evaluation, so that one watch holds for it all, promises too. */
function evaluate(realm: Realm, ask: { readonly fn: () => unknown; readonly args: unknown }): Outcome {
  let outcome: Outcome = { how: 'returned', value: undefined };
  const thunk = realm.make.thunk(ask.fn, ask.args, (how, value) => {
    outcome = { how, value };
  });
  Object.defineProperty(realm.make.global, callName, { value: thunk, configurable: true });
  enter.runInContext(realm.make.global, { timeout: realm.run.limit });
  return outcome;
}

const enter = new vm.Script(`globalThis[${JSON.stringify(callName)}]()`, { filename: 'enter.js' });

/** onOpen and triggers are given an event that says how much they may do. */
function withEvent(realm: Realm, args: readonly unknown[]): readonly unknown[] {
  const { surface, mode } = realm.run.info;
  if (surface === 'open' && args.length === 0) return [{ authMode: AuthMode[mode] }];
  const [event, ...rest] = args;
  if (surface !== 'trigger' || typeof event !== 'object' || event === null) return args;
  return [{ ...event, authMode: AuthMode.FULL }, ...rest];
}

function shown(thrown: unknown, sidebar: boolean, realm: Realm): ScriptError {
  if (tagOf(thrown) !== 'Error') return new ScriptError(sidebar ? 'ScriptError' : 'Error', String(thrown));
  const { name, message, stack, details } = thrown as {
    name: string;
    message: string;
    stack?: string;
    details?: unknown;
  };
  // Only the text of an error reaches the browser (communication guide).
  const error = new ScriptError(sidebar ? 'ScriptError' : name, message, sidebar ? undefined : realm.take(details));
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** What a caller other than the browser gets: cards as their JSON, nothing for other objects of Apps Script. */
function leave(value: unknown): unknown {
  if (value instanceof Facade)
    return '_json' in value && typeof value._json === 'function' ? (value._json() as unknown) : undefined;
  if (Array.isArray(value)) return value.map(leave);
  if (typeof value !== 'object' || value === null || tagOf(value) !== 'Object')
    return typeof value === 'function' ? undefined : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, leave(one)]));
}
