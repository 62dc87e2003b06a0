/** Builds dist/: the server bundle, the sidebar as one HTML file, the manifest, and the lists for sandbox and docs. */
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readLists } from './lists.mjs';
import { buildServer } from './server.mjs';
import { buildSidebar } from './sidebar.mjs';
import { inLines, weightsFile } from './weights.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');

// Built beside and moved over at the end, so that nothing that runs meanwhile finds half a bundle.
const fresh = path.join(root, 'node_modules', '.cache', 'seatsheet-build');
await rm(fresh, { recursive: true, force: true });
await mkdir(fresh, { recursive: true });
const lists = await readLists(root);
const [weights, html] = await Promise.all([buildServer(root, fresh, lists), buildSidebar(root)]);
await writeFile(path.join(fresh, 'lists.json'), `${JSON.stringify(lists, null, 1)}\n`);
await writeFile(path.join(fresh, 'sidebar.html'), html);
await copyFile(path.join(root, 'appsscript.json'), path.join(fresh, 'appsscript.json'));

await mkdir(dist, { recursive: true });
const files = await readdir(fresh);
for (const stray of await readdir(dist))
  if (!files.includes(stray)) await rm(path.join(dist, stray), { recursive: true });
for (const file of files) await rename(path.join(fresh, file), path.join(dist, file));
await writeFile(weightsFile, JSON.stringify(weights));
console.log(inLines(weights));
