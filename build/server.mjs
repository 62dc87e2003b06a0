/**
 * The server bundle: webpack resolves, esbuild-loader compiles, gas-webpack-plugin declares the top-level functions.
 */
import path from 'node:path';
import GasPlugin from 'gas-webpack-plugin';
import webpack from 'webpack';
import { entryLines } from './lists.mjs';

/** Only this file names what Apps Script and the sidebar may call; the plugin reads its `global.x = x` lines. */
const entry = './src/apps-script/entry/main.ts';

/** @param {string} root @param {string} dist @param {import('../src/job/lists').Lists} lists */
export function buildServer(root, dist, lists) {
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
    // Not minified: a stack trace in the execution log is the only debugger there is.
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
