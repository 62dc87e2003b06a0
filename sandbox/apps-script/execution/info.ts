import type { Manifest } from '../manifest';
import type { Surface } from '../port';

/** What an execution knows from its start: plain data, so that it can be handed to a thread. */
export interface ExecutionInfo {
  /** Counts executions of this host. */
  readonly number: number;
  readonly surface: Surface;
  /** How much the execution may do (editor add-on authorisation lifecycle). */
  readonly mode: 'NONE' | 'LIMITED' | 'FULL';
  /** Under whose authority it runs, and who is at the keyboard: nobody for a trigger. */
  readonly effectiveUser: string;
  readonly activeUser: string;
  /** The scopes the execution has: declared ones that were not refused. */
  readonly scopes: readonly string[];
  /** The advanced services that are enabled. */
  readonly services: readonly string[];
  readonly manifest: Manifest;
  readonly language: 'en' | 'es';
  readonly latency: number;
  /** Seeds Utilities.getUuid and Math.random of this execution alone. */
  readonly seed: number;
  readonly token: string;
}

/** Numbers between 0 and 1 that only depend on the seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One number of several, so that executions that differ in any of them draw differently. */
export function mixSeeds(...parts: readonly number[]): number {
  return parts.reduce(
    (mixed, part) => (Math.imul(mixed ^ Math.floor(part % 4_294_967_296), 0x9e3779b1) + (mixed >>> 13)) >>> 0,
    0x811c9dc5,
  );
}
