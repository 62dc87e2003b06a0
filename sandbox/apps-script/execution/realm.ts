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

interface Maker {
  readonly global: object;
  readonly list: () => unknown[];
  readonly copy: (values: readonly unknown[]) => unknown[];
  readonly record: () => Record<string, unknown>;
  readonly date: (milliseconds: number) => object;
  readonly error: (name: string, message: string) => Record<string, unknown>;
  readonly fn: (name: string, call: (args: unknown[]) => Crossing) => object;
  readonly thunk: (load: () => unknown, args: unknown, settle: Settle) => () => void;
}

type Crossing = { readonly value: unknown } | { readonly thrown: unknown };

/** How the call of a script's function ended. */
export type Settle = (how: 'returned' | 'promised' | 'thrown', value: unknown) => void;

/** Runs once in every fresh context, before anything of the script: time and chance are the execution's. */
const prelude = new vm.Script(
  `(function (host) {
  'use strict';
  const Real = Date;
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

/** One realm for one execution. */
export class Realm {
  readonly make: Maker;
  readonly #proxies = new WeakMap<Facade, object>();
  readonly #facades = new WeakMap<object, Facade>();

  constructor(
    readonly context: vm.Context,
    readonly run: Execution,
  ) {
    const start = prelude.runInContext(context) as (host: { now: () => number | null; random: () => number }) => Maker;
    this.make = start({ now: () => (run.dead ? null : run.clock.now()), random: run.random });
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
