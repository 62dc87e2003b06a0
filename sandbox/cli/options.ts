import { surfaceNames } from './surface';

/** Every option of the command line as data: parseArgs, the checks and `--help` are made from this one table. */

/** One option. With `choices` only these values are taken; the first of them is the default. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in `--help`; left out where `choices` say it. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly fallback?: string;
  readonly multiple?: true;
  readonly says: string;
}

export const options = {
  tenant: {
    type: 'string',
    value: 'FILE',
    says: 'the accounts at the simulated Google (default: tenant.json of the workbook)',
  },
  workbook: {
    type: 'string',
    value: 'FOLDER',
    says: 'the spreadsheet as a folder of CSV files (default: the script folder)',
  },
  out: {
    type: 'string',
    value: 'FOLDER',
    says: 'write everything as it stands afterwards; it can be given back as a WORKBOOK',
  },
  clock: {
    type: 'string',
    choices: ['virtual', 'real'],
    says: 'virtual: waiting takes no time; real: it takes as long as it does',
  },
  latency: { type: 'string', value: 'MS', fallback: '250', says: 'milliseconds that one answer of Google takes' },
  jitter: {
    type: 'string',
    value: 'MS',
    fallback: '0',
    says: 'standard deviation of that: answers are normally distributed, the same way in every virtual run',
  },
  quotas: {
    type: 'string',
    value: 'documented|off|NAME=off|NAME=N,…',
    fallback: 'documented',
    says: 'the rates that Google allows; N: so many requests a second',
  },
  pace: {
    type: 'string',
    choices: ['learned', 'documented'],
    says: 'lanes try more than Google documents where more is wanted, or never',
  },
  transport: { type: 'string', choices: ['automatic', 'parallel', 'advanced'], says: 'how requests reach Google' },
  surface: { type: 'string', choices: surfaceNames, says: 'what carries the work on, slice by slice' },
  as: { type: 'string', value: 'EMAIL', says: 'the person at the sheet (default: signedInAs of the tenant)' },
  'same-person': {
    type: 'string',
    value: 'none|all|KEY,…',
    fallback: 'none',
    says: 'rows whose question "Same person?" (by KEY also "Switch?") is answered with yes',
  },
  yes: {
    type: 'string',
    value: 'none|all|KEY,…',
    fallback: 'none',
    says: 'rows whose other questions are answered with yes; all also lets a run begin that is above a limit',
  },
  answer: {
    type: 'string',
    value: 'KEY=CHOICE,…',
    says: 'rows whose question has choices, each with the one that is meant: a domain unticked on Team takes suspend, archive, delete, leave',
  },
  limits: {
    type: 'string',
    value: 'created=500,suspended=100,…',
    says: 'what one run may do without being asked again',
  },
  protect: {
    type: 'string',
    value: 'EMAIL,…',
    says: 'people who are changed destructively only on a second yes by name, beside administrators',
  },
  arm: {
    type: 'string',
    value: 'DOMAIN',
    says: 'arms deleting and cancelling, as if this had been typed in the sheet: the primary domain of who is signed in',
  },
  licences: {
    type: 'string',
    choices: ['at-least', 'exact'],
    says: 'licences, roles, groups and aliases that a filled cell does not list: kept, or taken away',
  },
  'leave-to': {
    type: 'string',
    choices: ['suspended', 'archived', 'deleted'],
    says: 'what becomes of people whom the action leave is for; deleted has to be armed',
  },
  'cloud-identity-seats': { type: 'string', value: 'DOMAIN=N', multiple: true, says: 'seats of one; repeatable' },
  scope: { type: 'string', value: 'all|customer=…|rows=KEY,…', fallback: 'all', says: 'rows that are checked and run' },
  'check-only': { type: 'boolean', says: 'check and show the plan; nothing is written to Google' },
  'run-checked': {
    type: 'boolean',
    says: 'approve the plan that the workbook holds from --check-only, without a new check',
  },
  action: {
    type: 'string',
    value: 'NAME',
    fallback: 'provision',
    says: 'what is done with the rows; the actions are listed below',
  },
  'hand-off': {
    type: 'string',
    choices: ['none', 'mail', 'slips', 'csv'],
    says: 'after the run: mail passwords to “Send details to”, or write slips.html or handoff.csv to OUT',
  },
  invite: {
    type: 'string',
    value: 'EMAIL,…',
    says: 'after the run: mail these administrators of other accounts, whose rows wait for them',
  },
  instructions: {
    type: 'string',
    choices: ['none', 'mail', 'page'],
    says: 'after the run: tell people of the Team tab who have all their accounts, by mail or as instructions.html in OUT',
  },
  'crash-at': {
    type: 'string',
    value: 'google:N|sheet:N|property:N',
    says: 'the execution dies at the n-th write of this kind',
  },
  'crash-when': { type: 'string', choices: ['before', 'after'], says: 'whether it dies before or after that write' },
  'no-resume': { type: 'boolean', says: 'stay dead after --crash-at (otherwise the work goes on by itself)' },
  faults: { type: 'string', value: 'SEED', says: 'Google refuses at random, the same way for the same seed' },
  switch: {
    type: 'string',
    value: 'NAME=VALUE',
    multiple: true,
    says: 'a quirk of the simulated Google; repeatable; all are listed below',
  },
  into: { type: 'string', value: 'FOLDER', says: 'the workbook that the rows go into' },
  tab: { type: 'string', value: 'NAME', fallback: 'Users', says: 'the tab that the rows go to' },
  format: {
    type: 'string',
    value: 'auto|NAME',
    fallback: 'auto',
    says: 'what kind of file it is; the formats are listed below',
  },
  customer: {
    type: 'string',
    value: 'DOMAIN',
    says: 'whose people they are; import: addresses without a domain are on it, strangers are left out; read: nobody else’s',
  },
  'replace-domain': {
    type: 'string',
    value: 'A=B',
    multiple: true,
    says: 'addresses on domain A are on B; repeatable',
  },
  default: {
    type: 'string',
    value: 'COLUMN=VALUE',
    multiple: true,
    says: 'what a blank cell of a column gets; repeatable',
  },
  existing: {
    type: 'string',
    choices: ['skip', 'update', 'fill'],
    says: 'rows that exist: left as they are, changed, or only filled where they are blank',
  },
  namesakes: {
    type: 'string',
    choices: ['leave', 'add', 'same'],
    says: 'people whose name is on a row with another address: left out, added, or taken for the same',
  },
  addresses: {
    type: 'string',
    value: 'PATTERN',
    says: 'how people without an address get one: {first}.{last}@{domain}; the domain is that of --customer',
  },
  product: {
    type: 'string',
    value: 'NAME=OURS',
    multiple: true,
    says: 'which Google product a product of the file becomes, or - for none; repeatable, remembered',
  },
  function: { type: 'string', value: 'NAME', says: 'the function to run' },
  port: { type: 'string', value: 'N', says: 'the port to listen on' },
  help: { type: 'boolean', says: 'this text' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof options;

/** Looks an option up under the general type. */
export function optionSpec(name: OptionName): OptionSpec {
  return options[name];
}
