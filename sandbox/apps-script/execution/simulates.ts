import type { Facade } from './facade';

/**
 * Holds a facade against Google's own type: every member it shows exists there, takes what that takes, and gives the same
 * where that gives a text, a number, a truth value or a date. Where Google gives an object, the facade gives a facade.
 */
export type Simulates<F, G> = { [K in keyof F as K extends `_${string}` ? never : K]: K extends keyof G ? Loose<G[K]> : never };

type Loose<M> = M extends (...args: infer A) => infer R ? (...args: A) => Result<R> : unknown;

type Result<R> = [R] extends [string | number | boolean | Date | null | undefined] ? R
  : [R] extends [void] ? unknown
  : [R] extends [readonly (infer E)[]] ? readonly Result<E>[]
  : [R] extends [(infer E)[] | null] ? readonly Result<E>[] | null
  : [R] extends [object] ? Facade | object
  : unknown;
