import vm from 'node:vm';
import { NotSimulated, PlatformError } from '../exceptions';
import { inLanguage } from '../languages';
import { checkAccess } from './access';
import type { Execution } from './execution';
import { Facade, hasMember } from './facade';

/**
 * The border between the host and the script's own realm. Everything that crosses is made anew on the other side, so
 * that `instanceof Date`, `Array` and `Error` hold in the script, and the host's objects stay out of its reach.
 */

/** What the border is made of on the script's side: nothing in it is the host's but what `host` holds. */
export interface Maker {
  /** The script's global object, by which Node knows the context, too. */
  readonly global: vm.Context;
  /** Time, chance and services are an execution's; without one there are none. */
  readonly host: {
    now: (() => number | null) | null;
    random: (() => number) | null;
    services: Readonly<Record<string, () => unknown>>;
  };
  /** Puts services into the global object. */
  readonly furnish: (names: readonly string[]) => void;
  readonly list: () => unknown[];
  readonly copy: (values: readonly unknown[]) => unknown[];
  readonly record: () => Record<string, unknown>;
  readonly date: (milliseconds: number) => object;
  readonly error: (name: string, message: string) => Record<string, unknown>;
  readonly fn: (name: string, call: (args: unknown[]) => Crossing) => object;
  readonly thunk: (load: () => unknown, args: unknown, settle: Settle) => () => void;
  /** Names that were there before anything of the script. */
  readonly isBuiltIn: (name: string) => boolean;
  /** Whether everything but `more`, names of the global object, is as it was then. */
  readonly isUntouched: (more: readonly string[]) => boolean;
  /** A bundler's code, where it has run in here. */
  work?: () => void;
}

type Crossing = { readonly value: unknown } | { readonly thrown: unknown };

/** How the call of a script's function ended. */
export type Settle = (how: 'returned' | 'promised' | 'thrown', value: unknown) => void;

/** Runs once in every fresh context, before anything of the script: time and chance are the execution's. */
const prelude = new vm.Script(
  `(function () {
  'use strict';
  const host = { now: null, random: null, services: {} };
  const Real = Date;
  let known;
  const kept = [];
  // The language's objects, each with how many properties it has, and those that are values.
  const keep = (object) => {
    const keys = Reflect.ownKeys(object);
    const values = keys.map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]).filter(([, { get, set }]) => !get && !set);
    kept.push({ object, many: keys.length, values: values.map(([key, { value }]) => [key, value]) });
  };
  const isAsKept = ({ object, many, values }, more) => {
    if (Reflect.ownKeys(object).length !== many + more) return false;
    for (let at = 0; at < values.length; at++) if (!Object.is(object[values[at][0]], values[at][1])) return false;
    return true;
  };
  const now = function () {
    const time = host.now();
    if (time === null) throw new Error('Exceeded maximum execution time');
    return time;
  };
  const Clocked = new Proxy(Real, {
    construct: (target, args, type) => Reflect.construct(target, args.length === 0 ? [now()] : args, type === Clocked ? target : type),
    apply: () => new Real(now()).toString(),
  });
  Real.now = function now_() { return Math.floor(now()); };
  Real.prototype.constructor = Clocked;
  globalThis.Date = Clocked;
  Math.random = function random() { return host.random(); };
  // Only the script's own lines: they are all that Google shows, and all that two runs have in common.
  Object.defineProperty(Error, 'prepareStackTrace', { value: (error, frames) =>
    [String(error), ...frames.filter((frame) => String(frame.getFileName()).endsWith('.gs')).map((frame) => '    at ' + frame)].join('\\n') });
  return {
    global: globalThis,
    host,
    furnish: (names) => {
      for (const name of names)
        Object.defineProperty(globalThis, name, { get: () => host.services[name](), configurable: true, enumerable: true });
      known = new Set(Object.getOwnPropertyNames(globalThis));
      keep(globalThis);
      for (const name of known) {
        const { value } = Object.getOwnPropertyDescriptor(globalThis, name);
        if ((typeof value !== 'object' && typeof value !== 'function') || value === null || value === globalThis) continue;
        keep(value);
        if (typeof value.prototype === 'object' && value.prototype !== null) keep(value.prototype);
      }
    },
    isBuiltIn: (name) => known.has(name),
    isUntouched: (more) => kept.every((one, at) => isAsKept(one, at === 0 ? more.length : 0)),
    list: () => [],
    // Ten times as fast as slice, which looks for a class of its own on lists of another realm; arguments are limited
    // in number.
    copy: (values) => {
      if (values.length > 1000) return Array.prototype.slice.call(values);
      const list = [];
      list.push.apply(list, values);
      return list;
    },
    record: () => ({}),
    date: (milliseconds) => new Real(milliseconds),
    error: (name, message) => {
      const error = new Error(message);
      error.name = name;
      return error;
    },
    fn: (name, call) => ({ [name]: function () {
      const result = call(Array.prototype.slice.call(arguments));
      if ('thrown' in result) throw result.thrown;
      return result.value;
    } })[name],
    thunk: (load, args, settle) => function () {
      try {
        const value = load().apply(undefined, args);
        if (value instanceof Promise) value.then((late) => settle('promised', late), (error) => settle('thrown', error));
        else settle('returned', value);
      } catch (error) {
        settle('thrown', error);
      }
    },
  };
})`,
  { filename: 'prelude.js' },
);

/** Makes the script's side of a border, in a context of its own. */
export function makeContext(): Maker {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, { microtaskMode: 'afterEvaluate' });
  return (prelude.runInContext(context) as () => Maker)();
}

/** One realm for one execution, in a context in which nothing is left of any other. */
export class Realm {
  readonly #proxies = new WeakMap<Facade, object>();
  readonly #facades = new WeakMap<object, Facade>();

  constructor(
    readonly make: Maker,
    readonly run: Execution,
    services: Readonly<Record<string, () => unknown>>,
  ) {
    const { host } = make;
    host.now = () => (run.dead ? null : run.clock.now());
    host.random = run.random;
    host.services = Object.fromEntries(
      Object.entries(services).map(([name, made]) => {
        let given: { readonly value: unknown } | undefined;
        return [name, () => (given ??= { value: this.give(made()) }).value];
      }),
    );
  }

  /** A value of the host's as the script gets it. */
  readonly give = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Facade) return this.#proxyOf(value);
    if (value instanceof Date) return this.make.date(value.getTime());
    if (Array.isArray(value)) return this.#giveList(value);
    return this.#giveRecord(value);
  };

  #giveList(values: readonly unknown[]): unknown[] {
    if (values.length > 1 && areAllPlain(values)) return this.make.copy(values);
    const list = this.make.list();
    for (const one of values) list.push(this.give(one));
    return list;
  }

  #giveRecord(value: object): Record<string, unknown> {
    const record = this.make.record();
    for (const [key, one] of Object.entries(value)) record[key] = this.give(one);
    return record;
  }

  /** A value of the script's as the host gets it. What is neither plain data nor an object of ours stays as it is. */
  readonly take = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    const facade = this.#facades.get(value);
    if (facade) return facade;
    if (Array.isArray(value)) return this.#takeList(value as unknown[]);
    const tag = tagOf(value);
    if (tag === 'Date') return new Date((value as Date).getTime());
    if (tag !== 'Object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.take(one)]));
  };

  /** By hand: whole tabs cross here, and `Array.from` asks a list of another realm for its iterator. */
  #takeList(values: readonly unknown[]): unknown[] {
    const list: unknown[] = [];
    for (let at = 0; at < values.length; at++) list.push(this.take(values[at]));
    return list;
  }

  /** The facade behind an object of the script's, if there is one. */
  facadeOf(value: unknown): Facade | undefined {
    return typeof value === 'object' && value !== null ? this.#facades.get(value) : undefined;
  }

  /** An error of the host's as the script catches it. */
  error(thrown: unknown): unknown {
    const { name, message } = thrown instanceof Error ? thrown : { name: 'Error', message: String(thrown) };
    const says = thrown instanceof PlatformError ? inLanguage(this.run.info.language, message) : message;
    const error = this.make.error(thrown instanceof NotSimulated ? 'Error' : name, says);
    if (thrown instanceof PlatformError && thrown.details !== undefined) error['details'] = this.give(thrown.details);
    return error;
  }

  /** Runs something for the script: its result, or its error, as the script gets them. */
  cross(act: () => unknown): Crossing {
    try {
      return { value: this.give(act()) };
    } catch (error) {
      return { thrown: this.error(error) };
    }
  }

  #proxyOf(facade: Facade): object {
    const known = this.#proxies.get(facade);
    if (known) return known;
    const members = new Map<string, unknown>();
    const proxy = new Proxy(this.make.record(), {
      get: (_target, name) => this.#member(facade, name, members),
      has: (_target, name) => typeof name === 'string' && hasMember(facade, name),
      set: (_target, name) => {
        throw this.error(new NotSimulated(`Setting ${facade._class}.${String(name)}`));
      },
    });
    this.#proxies.set(facade, proxy);
    this.#facades.set(proxy, facade);
    return proxy;
  }

  #member(facade: Facade, name: string | symbol, members: Map<string, unknown>): unknown {
    // Asked for by JSON.stringify, by promises and by the language itself, not by people.
    if (typeof name === 'symbol' || name === 'toJSON' || name === 'then' || name === 'constructor') return undefined;
    if (!members.has(name)) members.set(name, this.#newMember(facade, name));
    return members.get(name);
  }

  #newMember(facade: Facade, name: string): unknown {
    if (name === 'toString') return this.make.fn(name, () => ({ value: facade._text() }));
    if (name === 'valueOf') return this.make.fn(name, () => this.cross(() => facade));
    if (!hasMember(facade, name)) throw this.error(new NotSimulated(`${facade._class}.${name}`));
    const member: unknown = Reflect.get(facade, name);
    if (typeof member !== 'function') return this.give(member);
    // What an execution may call does not change while it runs.
    let allowed = false;
    return this.make.fn(name, (args) =>
      this.cross(() => {
        this.run.live();
        if (!allowed) checkAccess(this.run.info, facade._class, name);
        allowed = true;
        this.run.called(facade._class, name);
        return (Reflect.get(facade, name) as (...args: unknown[]) => unknown).apply(facade, args.map(this.take));
      }),
    );
  }
}

function areAllPlain(values: readonly unknown[]): boolean {
  for (const value of values) if (typeof value === 'object' && value !== null) return false;
  return true;
}

/** `Date` for a date of whichever realm. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
