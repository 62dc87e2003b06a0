/**
 * The server bundle: webpack resolves, esbuild-loader compiles, gas-webpack-plugin declares the top-level functions.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import GasPlugin from 'gas-webpack-plugin';
import { minify } from 'terser';
import webpack from 'webpack';
import { entryLines } from './lists.mjs';
import { marked, weighed } from './weights.mjs';

/** Only this file names what Apps Script and the sidebar may call; the plugin reads its `global.x = x` lines. */
const entry = './src/apps-script/entry/main.ts';

/**
 * Apps Script loads the bundle at every call, so white space, comments and the names of local variables go. The names
 * of functions and short lines stay: a stack trace in the execution log is the only debugger there is.
 */
async function shortened(bundle) {
  const { code } = await minify(marked(bundle), {
    compress: shorter,
    mangle: { keep_fnames: true, keep_classnames: true, reserved: arrowsIn(bundle) },
    format: { ecma: 2020, max_line_len: 120, comments: false },
  });
  return code;
}

/** The same statements in fewer characters: nothing is moved or left out, and declarations in a row become one. */
const shorter = {
  defaults: false,
  arrows: true,
  booleans: true,
  comparisons: true,
  conditionals: true,
  dead_code: true,
  if_return: true,
  join_vars: true,
  properties: true,
};

/** A function of a module that is written as an arrow is called after the variable that holds it. */
function arrowsIn(bundle) {
  const arrows = bundle.matchAll(/^(?:const|let|var) (\w+)\s*=\s*(?:\([^()]*\)|\w+)\s*=>/gm);
  return [...new Set(Array.from(arrows, ([, name]) => name))];
}

/**
 * Writes Code.js; gives what the folders of src weigh in it.
 * @param {string} root @param {string} dist @param {import('../src/job/lists').Lists} lists
 */
export async function buildServer(root, dist, lists) {
  await joinServer(root, dist, lists);
  const file = path.join(dist, 'Code.js');
  const { code, weights } = weighed(await shortened(await readFile(file, 'utf8')));
  await writeFile(file, code);
  return weights;
}

/**
 * Writes Code.js as long as it is read best: it does what the short one does.
 * @param {string} root @param {string} dist @param {import('../src/job/lists').Lists} lists
 */
export function joinServer(root, dist, lists) {
  const compiler = webpack({
    context: root,
    mode: 'production',
    devtool: false,
    entry: { Code: entry },
    output: { path: dist, filename: '[name].js' },
    resolve: { extensions: ['.ts', '.js'] },
    // Apps Script cannot parse #private and static fields: es2020 lowers them.
    module: {
      rules: [
        {
          test: path.join(root, entry),
          enforce: 'pre',
          loader: path.join(root, 'build', 'entry-loader.mjs'),
          options: { lines: entryLines(lists) },
        },
        {
          test: /\.ts$/,
          loader: 'esbuild-loader',
          options: { target: 'es2020', charset: 'utf8', tsconfig: path.join(root, 'tsconfig.json') },
        },
      ],
    },
    optimization: { minimize: false, concatenateModules: true },
    performance: { hints: false },
    plugins: [new GasPlugin({ include: [entry.replace('./', '')] })],
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) return reject(error);
      if (stats?.hasErrors()) return reject(new Error(stats.toString('errors-only')));
      compiler.close(() => resolve(undefined));
    });
  });
}
