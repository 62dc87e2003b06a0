import type { Arguments } from './arguments';
import { UsageError } from './usage';

/** `serve`: the workbench, until the process is ended. Answers 0 once it listens. */
export async function serveCommand(args: Arguments): Promise<number> {
  if (args.positionals.length) throw new UsageError(`serve takes options only, not ${args.positionals.join(', ')}.`);
  const { startWorkbench } = await import('../web/server');
  const { url } = await startWorkbench({ port: portOf(args) });
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
