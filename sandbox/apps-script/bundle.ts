import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import vm from 'node:vm';
import { kept } from './kept';
import type { Bundle } from './port';

/** The pushed project: its files read from a folder, its code compiled once. */

/**
 * Reads a project as clasp would push it: `.gs` and `.js` as code, `.html` as pages, `appsscript.json`. Names are those
 * Google shows, without their endings. Throws where the manifest is missing or two files share a name.
 */
export function loadBundle(folder: string): Bundle {
  const code: Record<string, string> = {};
  const html: Record<string, string> = {};
  for (const file of filesBelow(folder)) {
    const name = relative(folder, file)
      .split(sep)
      .join('/')
      .replace(/\.(gs|js|html)$/, '');
    const kind = file.endsWith('.html') ? html : /\.(gs|js)$/.test(file) ? code : undefined;
    if (!kind) continue;
    if (Object.hasOwn(kind, name)) throw new Error(`Conflicting files found: ${name}`);
    kind[name] = readFileSync(file, 'utf8');
  }
  return { code, html, manifest: readJson(join(folder, 'appsscript.json')) };
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules',
  );
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new Error(`${file} cannot be read as a manifest.`, { cause });
  }
}

/** A project whose code is compiled; every execution runs it afresh. */
export interface Program {
  readonly scripts: readonly vm.Script[];
  /** In the stead of scripts, where the code is what a bundler makes. */
  readonly block?: Block;
  readonly html: Readonly<Record<string, string>>;
  /** Bytes of code that every execution loads. */
  readonly bytes: number;
}

/**
 * A bundler's one file: empty functions, by which Apps Script knows what can be called, and one expression, which puts
 * the real ones in their place and keeps everything else to itself. As a function, it makes all that anew at each call.
 */
export interface Block {
  readonly stubs: vm.Script;
  readonly names: readonly string[];
  /** Gives the function in the context that it is run in. */
  readonly work: vm.Script;
}

/** A context, and a bundler's code where it has run in there. */
interface Place {
  readonly global: vm.Context;
  work?: () => void;
}

/** Runs the whole code of a project in a context, as at the beginning of an execution. Throws what it throws. */
export function runAll({ block, scripts }: Program, place: Place, options: vm.RunningScriptOptions = {}): void {
  const { global } = place;
  for (const script of block ? [block.stubs] : scripts) script.runInContext(global, options);
  if (block) Reflect.apply((place.work ??= block.work.runInContext(global) as () => void), global, []);
}

/** Compiles a project. Throws SyntaxError as a push would be refused. */
export function compile({ code, html }: Bundle): Program {
  const files = Object.entries(code);
  const bytes = files.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  const [[name, text] = ['', '']] = files;
  const block = files.length === 1 ? blockOf(name, text) : undefined;
  if (block) return { block, scripts: [], html, bytes };
  const scripts = files.map(([file, content]) => new vm.Script(content, { filename: `${file}.gs` }));
  return { scripts, html, bytes };
}

const shape = /^(?:function [\w$]+\(\)\{\}\s*)+(?=\(\(\)=>\{)/;

/** What is made of a bundler's file; undefined where it is none. Every desk compiles the same one. */
function blockOf(name: string, text: string): Block | undefined {
  const stubs = shape.exec(text)?.[0];
  if (stubs === undefined) return undefined;
  const { code, scripts, idle } = kept;
  if (code.get('text') !== text || code.get('name') !== name) {
    idle.length = 0;
    code.set('text', text).set('name', name);
    const filename = `${name}.gs`;
    scripts.set('stubs', new vm.Script(stubs, { filename }));
    scripts.set('work', asFunction(text, { filename, from: stubs }));
  }
  const [first, work] = [scripts.get('stubs'), scripts.get('work')];
  const names = [...stubs.matchAll(/function ([\w$]+)/g)].map(([, called = '']) => called);
  return first && work && { stubs: first, names, work };
}

/** What follows `from`, as a function. Lines and columns stay those of the file. */
function asFunction(text: string, { filename, from }: { readonly filename: string; readonly from: string }): vm.Script {
  const before = from.split('\n');
  const opening = '(function(){';
  return new vm.Script(`${opening}${text.slice(from.length)}\n})`, {
    filename,
    lineOffset: before.length - 1,
    columnOffset: (before.at(-1)?.length ?? 0) - opening.length,
  });
}
