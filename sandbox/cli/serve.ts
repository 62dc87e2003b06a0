import type { Arguments } from './arguments';
import { UsageError } from './usage';
import { listening } from './workspace';

/** `serve`: the workbench, until the process is ended. Answers 0 once it listens. */
export async function serveCommand(args: Arguments, root: string): Promise<number> {
  if (args.positionals.length) throw new UsageError(`serve takes options only, not ${args.positionals.join(', ')}.`);
  // Only here: the workbench brings its bundler along, which no other command needs.
  const { startWorkbench } = await import('../web/server');
  const { url } = await listening(() => startWorkbench({ port: portOf(args), root }));
  console.log(`Seatsheet is at ${url}`);
  return 0;
}

function portOf({ port }: Arguments): number {
  if (port !== undefined) return port;
  const text = process.env['PORT'] ?? '';
  if (text === '') return 8080;
  if (!/^\d{1,5}$/.test(text)) throw new UsageError(`PORT must be a number, not "${text}".`);
  return Number(text);
}
