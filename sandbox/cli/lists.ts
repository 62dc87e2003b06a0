import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Lists } from '../../src/job/lists';

/** The product's own lists, as the build wrote them beside the bundle; npm runs everything in the project's folder. */
const file = path.resolve('dist', 'lists.json');

/** Tabs, actions and reports of the product. The build makes the file from `src/job/lists.ts`. */
export const lists = JSON.parse(readFileSync(file, 'utf8')) as Lists;
