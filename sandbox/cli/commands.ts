import type { OptionName } from './options';

/** Every command of the command line as data, with the options that it takes. */

const google = [
  'tenant',
  'clock',
  'latency',
  'jitter',
  'quotas',
  'as',
  'faults',
  'switch',
] as const satisfies readonly OptionName[];

/** One command: what it takes and what it is for. */
export interface CommandSpec {
  readonly takes: string;
  readonly says: string;
  readonly options: readonly OptionName[];
}

/** The commands of `npm run sandbox -- …`. */
export const commands = {
  run: {
    takes: 'WORKBOOK [options]',
    says:
      'Checks the rows of a workbook, approves the plan and runs it to the end against the simulated Google.\n' +
      'WORKBOOK is a folder of CSV files named after tabs (Users.csv, …), with a tenant.json unless --tenant is given, and,\n' +
      'from an earlier run, Journal.csv and host.json.\n' +
      'Exit 0: every row in scope is settled or done. Exit 1: not every one is. Exit 2: bad usage.',
    options: [
      ...google,
      'out',
      'transport',
      'pace',
      'surface',
      'same-person',
      'yes',
      'answer',
      'limits',
      'protect',
      'arm',
      'licences',
      'leave-to',
      'cloud-identity-seats',
      'scope',
      'check-only',
      'run-checked',
      'action',
      'hand-off',
      'invite',
      'instructions',
      'crash-at',
      'crash-when',
      'no-resume',
      'help',
    ],
  },
  workspace: {
    takes: '[options]',
    says:
      'Serves the simulated Google over HTTP: REST paths, /batch, discovery documents and a token endpoint.\n' +
      'Without --tenant it serves the tenant of examples/team. The default port is 8085, and the default clock here is real:\n' +
      'the time of a virtual one only passes by the latency of each request.',
    options: ['port', ...google, 'help'],
  },
  script: {
    takes: 'FOLDER --function NAME [options]',
    says:
      'Runs one function of an Apps Script folder (.gs, .js, .html) on the host, with a spreadsheet and a tenant, and prints\n' +
      'what it returns. Without --tenant and without a tenant.json beside the workbook it has the tenant of examples/team.',
    options: ['function', 'workbook', ...google, 'out', 'help'],
  },
  report: {
    takes: 'NAME WORKBOOK [options]',
    says: 'Fills the tab of a report from the simulated Google. Exit 0: it was made. Exit 1: it could not be. Exit 2: bad usage.',
    options: [...google, 'out', 'help'],
  },
  import: {
    takes: 'FILE --into WORKBOOK --out FOLDER [options]',
    says:
      'Makes rows of a file (CSV, TSV): reads it, compares it with the workbook and writes what is new or changed.\n' +
      'The workbook as it is then, and import.json, are written to the folder of --out.\n' +
      'Exit 0: nothing was left out by a problem. Exit 1: something was. Exit 2: bad usage, or a file that cannot be used.',
    options: [
      'into',
      'tab',
      'format',
      'customer',
      'replace-domain',
      'default',
      'existing',
      'namesakes',
      'addresses',
      'product',
      ...google,
      'out',
      'help',
    ],
  },
  read: {
    takes: 'people|customers WORKBOOK --out FOLDER [options]',
    says:
      'Makes rows for what the simulated Google has and the workbook lacks; no wish of a row that is there is changed.\n' +
      'Without --customer people of every account in reach are read. The workbook as it is then is written to --out.\n' +
      'Exit 0: it was read. Exit 1: it could not be. Exit 2: bad usage.',
    options: ['customer', ...google, 'out', 'help'],
  },
  serve: {
    takes: '[options]',
    says:
      'Serves the workbench: a spreadsheet page with our menu and sidebar, against the simulated Google. npm start calls it.\n' +
      'The default port is that of the environment variable PORT, else 8080.',
    options: ['port', 'help'],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

export type CommandName = keyof typeof commands;

/** Looks a command up under the general type. */
export const commandSpec = (name: CommandName): CommandSpec => commands[name];

/** Whether a text is the name of a command. */
export function isCommandName(text: string): text is CommandName {
  return Object.hasOwn(commands, text);
}
