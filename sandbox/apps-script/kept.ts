import type vm from 'node:vm';
import type { Maker } from './execution/realm';

/** What the machine has worked out of a bundler's code, for whoever runs the same code in this process later. */
export interface Kept {
  /** The file's name and text, and what was compiled of it. */
  readonly code: Map<'name' | 'text', string>;
  readonly scripts: Map<'stubs' | 'work', vm.Script>;
  /** Contexts in which nothing of any execution is left. */
  readonly idle: Maker[];
}

/** Under this name the environment of tests hands on what it keeps: each file of them has modules of its own. */
const place = Symbol.for('seatsheet.kept');

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && ['code', 'scripts', 'idle'].every((name) => name in value);
}

const handedOn: unknown = Reflect.get(globalThis, place);

/** Of the process where an environment hands it on, else of these modules. */
export const kept: Kept = isKept(handedOn) ? handedOn : { code: new Map(), scripts: new Map(), idle: [] };
