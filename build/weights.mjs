/** What the modules of the server bundle weigh, folder by folder. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the build leaves the weights for the test that holds the budgets. */
export const weightsFile = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
  'node_modules',
  '.seatsheet-weights.json',
);

/** A statement that no minifier moves or joins with its neighbours, as it does with what comments stand before. */
const mark = /moduleBegins\("(\S+?)"\);?\n*/g;

/**
 * Puts a mark where webpack says in a comment that a module of ours begins. `weighed` takes them out again.
 * @param {string} bundle
 */
export function marked(bundle) {
  return bundle.replace(/^;\/\/ \.\/src\/(\S+)$/gm, 'moduleBegins("$1");');
}

/**
 * Takes the marks out of a bundle, and weighs what stands between them.
 * @param {string} bundle
 */
export function weighed(bundle) {
  const [head, ...parts] = bundle.split(mark);
  const modules = parts.flatMap((file, i) => (i % 2 ? [] : [{ file, code: `${parts[i + 1].trim()}\n` }]));
  const files = Object.fromEntries(modules.map(({ file, code }) => [file, Buffer.byteLength(code)]));
  const folders = {};
  for (const [file, bytes] of Object.entries(files)) {
    const folder = file.split('/')[0];
    folders[folder] = (folders[folder] ?? 0) + bytes;
  }
  const code = [`${head.trim()}\n`, ...modules.map((module) => module.code)].join('');
  return { code, weights: { all: Buffer.byteLength(code), folders, files } };
}

/**
 * The weights as lines to read, heaviest first, in KB of 1,000 bytes.
 * @param {{ all: number, folders: Record<string, number> }} weights
 */
export function inLines({ all, folders }) {
  const heaviest = Object.entries(folders).sort(([, one], [, other]) => other - one);
  return [...heaviest.map(([folder, bytes]) => line(`src/${folder}`, bytes)), line('Code.js in all', all)].join('\n');
}

function line(what, bytes) {
  return `${what.padEnd(16)}${(bytes / 1_000).toFixed(1).padStart(7)} KB`;
}
