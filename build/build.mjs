/** Builds dist/: the server bundle, the sidebar as one HTML file, and the manifest. */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from './server.mjs';
import { buildSidebar } from './sidebar.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
const [, html] = await Promise.all([buildServer(root, dist), buildSidebar(root)]);
await writeFile(path.join(dist, 'sidebar.html'), html);
await copyFile(path.join(root, 'appsscript.json'), path.join(dist, 'appsscript.json'));
