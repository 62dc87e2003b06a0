import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine } from './cli/command';

/** `npm run sandbox -- …`: hands the arguments to the command line and ends with its exit code. */
process.exitCode = await commandLine(
  process.argv.slice(2),
  path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'),
);
