import type { Facade } from './facade';

/**
 * Holds a facade against Google's own type: every member it shows exists there, takes what that takes, and gives the
 * same where that gives a text, a number, a truth value or a date. Where Google gives an object, the facade gives a
 * facade.
 */
export type Simulates<F, G> = {
  [K in keyof F as K extends `_${string}` ? never : K]: K extends keyof G ? Loose<G[K]> : never;
};

type Loose<M> = M extends (...args: infer A) => infer R ? (...args: A) => Result<R> : unknown;

/** Whether two types are one; `extends` takes every number for an enum. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * Google's enums are numbers in its types and objects in its runtime; null is left to the reference, which the types
 * often forget.
 */
type Result<R> = [R] extends [boolean | Date | null | undefined]
  ? R | null
  : [R] extends [string | null]
    ? string | null
    : [R] extends [number | null]
      ? (Same<NonNullable<R>, number> extends true ? number : Facade) | null
      : [R] extends [readonly (infer E)[] | null]
        ? readonly Result<E>[] | null
        : [R] extends [object | null]
          ? Facade | object | null
          : unknown;
