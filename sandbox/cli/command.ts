import { parseArguments } from './arguments';
import type { Arguments } from './arguments';
import { commandHelp, overview } from './help';
import { importCommand } from './import-command';
import { commands, isCommandName } from './commands';
import type { CommandName } from './commands';
import { requireSwitches } from './open';
import { readCommand } from './read-command';
import { reportCommand } from './report-command';
import { runCommand } from './run';
import { scriptCommand } from './script';
import { serveCommand } from './serve';
import { UsageError } from './usage';
import { workspaceCommand } from './workspace';

type Command = (args: Arguments, root: string) => number | Promise<number>;

const run: Readonly<Record<CommandName, Command>> = {
  run: runCommand,
  workspace: workspaceCommand,
  script: scriptCommand,
  report: reportCommand,
  import: importCommand,
  read: readCommand,
  serve: serveCommand,
};

/**
 * The command line of the sandbox: `argv` without node and script, `root` the project's folder. Answers the exit code;
 * bad usage is said on stderr and answers 2.
 */
export async function commandLine(argv: readonly string[], root: string): Promise<number> {
  try {
    return await dispatch(argv, root);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function dispatch([name, ...rest]: readonly string[], root: string): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console[name === undefined ? 'error' : 'log'](overview());
    return name === undefined ? 2 : 0;
  }
  if (!isCommandName(name))
    throw new UsageError(`There is no command "${name}". The commands are ${Object.keys(commands).join(', ')}.`);
  const args = parseArguments(name, rest);
  if (args.help) {
    console.log(commandHelp(name));
    return 0;
  }
  requireSwitches(args.switches);
  return run[name](args, root);
}
