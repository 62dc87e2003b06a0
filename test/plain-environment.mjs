/**
 * Node as jest's own environment gives it to tests, but around a plain global object. jest's own asks a proxy at every
 * name of a builtin, which costs a test that computes much a third of its time.
 */
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import { ModuleMocker } from 'jest-mock';
import { installCommonGlobals } from 'jest-util';

/** The realm's own, and what `installCommonGlobals` makes. */
const kept = new Set(['global', 'globalThis', 'process']);

/** Classes that Node's builtins check values against. */
const shared = ['Buffer', 'ArrayBuffer', 'Uint8Array'];

// Every execution of a script is a realm of its own, which ends soon after V8 has worked out how to make its code fast.
// Such work is put off until code has run more than twenty times as long as usual. Not on the command line: Node
// refuses flags that V8 dropped.
setFlagsFromString('--interrupt-budget=1500000');

/**
 * What the sandbox has worked out of the bundle (sandbox/apps-script/kept.ts), for all files that this process runs:
 * each has modules of its own.
 */
const worked = { code: new Map(), scripts: new Map(), idle: [] };

/** What was compiled of modules, by file: each file of tests runs them anew, in a realm of its own. */
const compiled = new Map();

const { compileFunction } = vm;

// jest asks for each function by this name and compiles it once more for each file of tests. A module that imports when
// it runs is left to that: its import belongs to one file of tests.
vm.compileFunction = (source, names, options) => {
  const { filename, parsingContext } = options;
  if (!parsingContext || source.includes('import(') || filename.endsWith('.test.ts'))
    return compileFunction(source, names, options);
  let known = compiled.get(filename);
  if (known?.source !== source) {
    const opening = `(function(${names.join(',')}){`;
    const script = new vm.Script(`${opening}${source}\n})`, { filename, columnOffset: -opening.length });
    compiled.set(filename, (known = { source, script }));
  }
  return known.script.runInContext(parsingContext);
};

export default class PlainEnvironment {
  constructor({ projectConfig }) {
    this.context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    this.global = this.context;
    giveNode(this.global);
    this.global[Symbol.for('seatsheet.kept')] = worked;
    installCommonGlobals(this.global, projectConfig.globals, 'off');
    this.moduleMocker = new ModuleMocker(this.global);
    this.fakeTimers = null;
    this.fakeTimersModern = null;
  }

  async setup() {}

  async teardown() {
    this.context = null;
    this.global = null;
    this.moduleMocker = null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return this.context;
  }
}

/** Some of Node's globals are made when they are asked for, and only where they stand. */
function giveNode(global) {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (kept.has(name) || (name in global && !shared.includes(name))) continue;
    const given = Object.getOwnPropertyDescriptor(globalThis, name);
    const here = (value) =>
      Object.defineProperty(global, name, { value, configurable: true, writable: true, enumerable: given.enumerable });
    if ('value' in given) here(given.value);
    else
      Object.defineProperty(global, name, {
        get: () => (here(globalThis[name]), globalThis[name]),
        set: here,
        configurable: true,
        enumerable: given.enumerable,
      });
  }
  // Playwright's `using` needs them; Node puts them into its own realm alone.
  global.Symbol.dispose ??= Symbol.dispose;
  global.Symbol.asyncDispose ??= Symbol.asyncDispose;
  global.global = global;
  global.Error.stackTraceLimit = 100;
}
