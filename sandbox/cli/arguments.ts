import { parseArgs } from 'node:util';
import type { ImportHow } from '../../src/job/imports/wire';
import type { Scope } from '../../src/job/wire';
import { lists } from './lists';
import { commandSpec } from './commands';
import type { CommandName } from './commands';
import { options, optionSpec } from './options';
import type { OptionName } from './options';
import { surfaceNames } from './surface';
import type { SurfaceName } from './surface';
import { UsageError, reasonOf } from './usage';

/** What stood on the command line after the command's name, checked and typed. */

/** Where the execution is to die. */
export interface CrashPoint {
  readonly kind: 'google' | 'sheet' | 'property';
  readonly n: number;
  readonly when: 'before' | 'after';
}

/** Rows whose questions are answered with yes: none, all that ask, or these keys. */
export type Answered = 'none' | 'all' | readonly string[];

/** How passwords are handed off after a run. */
const handOffs = options['hand-off'].choices;
export type HandOff = (typeof handOffs)[number];
const toldHow = options.instructions.choices;

/** The options of every command; those that a command does not take keep their defaults. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly help: boolean;
  readonly tenant?: string;
  readonly workbook?: string;
  readonly out?: string;
  readonly clock: 'virtual' | 'real';
  readonly latency: number;
  readonly jitter: number;
  readonly quotas: string;
  readonly transport: string;
  readonly pace: string;
  readonly surface: SurfaceName;
  readonly as?: string;
  readonly samePerson: Answered;
  readonly yes: Answered;
  /** What is chosen where a question has choices, by key of the row. */
  readonly choices: Readonly<Record<string, string>>;
  /** Of the person at the sheet, by name. */
  readonly limits: Readonly<Record<string, number>>;
  /** Addresses of people whom the person at the sheet protects. */
  readonly protect?: readonly string[];
  /** Administrators of other accounts who are invited after the run. */
  readonly invite?: readonly string[];
  /** The domain that is typed to arm deleting and cancelling. */
  readonly arm?: string;
  /** What lists of rows mean to the person at the sheet. */
  readonly licences?: string;
  /** What becomes of people who leave. */
  readonly leaveTo?: string;
  /** Seats of Cloud Identity Free, by domain. */
  readonly seats: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly checkOnly: boolean;
  /** The plan that the workbook holds is approved without a new check. */
  readonly runChecked: boolean;
  readonly action: string;
  /** What is handed off after the run, and how. */
  readonly handOff: HandOff;
  /** How people of the Team tab are told of their accounts after the run. */
  readonly instructions: (typeof toldHow)[number];
  readonly crash?: CrashPoint;
  readonly resume: boolean;
  readonly faults?: number;
  readonly switches: Readonly<Record<string, string>>;
  readonly function?: string;
  readonly port?: number;
  /** The workbook that an import goes into. */
  readonly into?: string;
  /** How an import reads its file. */
  readonly import: Partial<ImportHow>;
}

type Raw = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** Reads the arguments of one command. Throws UsageError for whatever it does not understand. */
export function parseArguments(command: CommandName, args: readonly string[]): Arguments {
  const { values, positionals } = rawArguments(command, args);
  const text = (name: OptionName) => textOf(values, name);
  const crash = crashPoint(text('crash-at'), text('crash-when') ?? 'before');
  return {
    positionals,
    help: values['help'] === true,
    ...given('tenant', text('tenant')),
    ...given('workbook', text('workbook')),
    ...given('out', text('out')),
    clock: (text('clock') ?? (command === 'workspace' ? 'real' : 'virtual')) === 'real' ? 'real' : 'virtual',
    latency: wholeNumber('latency', text('latency') ?? '250'),
    jitter: wholeNumber('jitter', text('jitter') ?? '0'),
    quotas: text('quotas') ?? 'documented',
    transport: text('transport') ?? 'automatic',
    pace: text('pace') ?? 'learned',
    surface: surfaceNames.find((name) => name === text('surface')) ?? 'sidebar',
    ...given('as', text('as')),
    samePerson: answered('same-person', text('same-person')),
    yes: answered('yes', text('yes')),
    choices: choices(text('answer')),
    limits: limits(text('limits')),
    ...given('protect', addresses('protect', text('protect'))),
    ...given('invite', addresses('invite', text('invite'))),
    ...given('arm', text('arm')),
    ...given('licences', text('licences')),
    ...given('leaveTo', text('leave-to')),
    seats: pairs('cloud-identity-seats', values['cloud-identity-seats'], 'DOMAIN=N'),
    scope: scope(text('scope') ?? 'all'),
    checkOnly: values['check-only'] === true,
    runChecked: values['run-checked'] === true,
    action: knownAction(text('action') ?? 'provision'),
    handOff: handOffs.find((one) => one === text('hand-off')) ?? 'none',
    instructions: toldHow.find((one) => one === text('instructions')) ?? 'none',
    ...given('crash', crash),
    resume: values['no-resume'] !== true,
    ...given('faults', optionalNumber('faults', text('faults'))),
    switches: pairs('switch', values['switch']),
    ...given('into', text('into')),
    import: importHow(values, text),
    ...given('function', text('function')),
    ...given('port', optionalNumber('port', text('port'))),
  };
}

function rawArguments(command: CommandName, args: readonly string[]): { values: Raw; positionals: string[] } {
  const wanted = commandSpec(command).options;
  const options = Object.fromEntries(
    wanted.map((name) => {
      const { type, multiple } = optionSpec(name);
      return [name, { type, ...(multiple ? { multiple } : {}) }];
    }),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}

function textOf(values: Raw, name: OptionName): string | undefined {
  const value = values[name];
  if (typeof value !== 'string') return undefined;
  const { choices } = optionSpec(name);
  if (value === '' || (choices && !choices.includes(value))) {
    throw new UsageError(`--${name} takes ${choices ? choices.join(', ') : 'a value'}, not "${value}".`);
  }
  return value;
}

/** `{ [name]: value }`, or nothing where there is no value: exact optional properties take no undefined. */
function given<N extends string, T>(name: N, value: T | undefined): { readonly [K in N]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: T };
}

function optionalNumber(name: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber(name, text);
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} takes a whole number, not "${text}".`);
  return Number(text);
}

function crashPoint(at: string | undefined, when: string): CrashPoint | undefined {
  if (at === undefined) return undefined;
  const match = /^(google|sheet|property):([1-9]\d{0,8})$/.exec(at);
  if (!match) throw new UsageError(`--crash-at takes google:N, sheet:N or property:N with N from 1, not "${at}".`);
  return { kind: match[1] as CrashPoint['kind'], n: Number(match[2]), when: when === 'after' ? 'after' : 'before' };
}

/** Keys of rows; an address alone means a row of Users. */
function rowKeys(option: string, list: string): string[] {
  const keys = list
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (!keys.length) throw new UsageError(`--${option} names no row. A key looks like Users!ana@shop.example.`);
  return keys.map((key) => (key.includes('!') ? key : `Users!${key}`)).map(lowerAddress);
}

function lowerAddress(key: string): string {
  return key.startsWith('Users!') && key.includes('@') ? `Users!${key.slice(6).toLowerCase()}` : key;
}

function answered(option: OptionName, text = 'none'): Answered {
  return text === 'none' || text === 'all' ? text : rowKeys(option, text);
}

/** `Team!mara.lindqvist=archive,Team!noor=leave`. */
function choices(text = ''): Arguments['choices'] {
  const given = text.split(',').filter((part) => part.trim() !== '');
  return Object.fromEntries(
    Object.entries(pairs('answer', given, 'KEY=CHOICE')).map(([key, choice]) => [
      rowKeys('answer', key)[0] ?? key,
      choice,
    ]),
  );
}

/** `created=500,deleted=20`. */
function limits(text = ''): Arguments['limits'] {
  return Object.fromEntries(
    text.split(',').flatMap((part): [string, number][] => {
      if (part.trim() === '') return [];
      const [, name = '', most = ''] = /^\s*(\w+)=(\d+)\s*$/.exec(part) ?? [];
      if (!limitNames.includes(name))
        throw new UsageError(`--limits takes ${limitNames.join('=N, ')}=N, not "${part}".`);
      return [[name, Number(most)]];
    }),
  );
}

function addresses(option: string, text: string | undefined): readonly string[] | undefined {
  const all = text?.split(',').map((address) => address.trim().toLowerCase());
  const wrong = all?.find((address) => !/^[^\s@]+@[^\s@]+$/.test(address));
  if (wrong !== undefined) throw new UsageError(`--${option} takes addresses, not "${wrong}".`);
  return all;
}

const limitNames: readonly string[] = ['created', 'suspended', 'archived', 'deleted', 'taken'];

function scope(text: string): Scope {
  if (text === 'all') return { kind: 'everything' };
  if (text.startsWith('rows=')) return { kind: 'rows', rows: rowKeys('scope rows=', text.slice(5)) };
  const customer = text.startsWith('customer=') ? text.slice(9).trim() : '';
  if (customer === '') throw new UsageError(`--scope takes all, customer=… or rows=KEY,…, not "${text}".`);
  return { kind: 'customer', customer };
}

function knownAction(name: string): string {
  const names = lists.actions.map(({ id }) => id);
  if (!names.includes(name)) throw new UsageError(`--action takes ${names.join(', ')}, not "${name}".`);
  return name;
}

function importHow(values: Raw, text: (name: OptionName) => string | undefined): Partial<ImportHow> {
  const replaced = Object.entries(pairs('replace-domain', values['replace-domain'], 'A=B'));
  const existing = (['skip', 'update', 'fill'] as const).find((one) => one === text('existing'));
  const namesakes = (['leave', 'add', 'same'] as const).find((one) => one === text('namesakes'));
  return {
    ...given('tab', text('tab')),
    ...given('format', text('format')),
    ...given('customer', text('customer')),
    ...given('existing', existing),
    ...given('namesakes', namesakes),
    ...given('addresses', text('addresses')),
    replaceDomains: replaced.map(([from, to]) => ({ from, to })),
    defaults: pairs('default', values['default'], 'COLUMN=VALUE'),
    products: pairs('product', values['product'], 'NAME=OURS'),
  };
}

function pairs(option: string, value: Raw[string], shape = 'NAME=VALUE'): Record<string, string> {
  const list = Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
  return Object.fromEntries(
    list.map((each) => {
      const at = each.indexOf('=');
      if (at < 1 || at === each.length - 1) throw new UsageError(`--${option} takes ${shape}, not "${each}".`);
      return [each.slice(0, at).trim(), each.slice(at + 1).trim()];
    }),
  );
}
