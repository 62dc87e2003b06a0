import { parseArguments } from '../../sandbox/cli/arguments';
import { commandHelp, overview } from '../../sandbox/cli/help';
import { commands } from '../../sandbox/cli/commands';
import type { CommandName } from '../../sandbox/cli/commands';
import { UsageError } from '../../sandbox/cli/usage';

const run = (...args: string[]) => parseArguments('run', ['book', ...args]);

describe('what stands on the command line', () => {
  test('every option has the default that the help names', () => {
    expect(run()).toEqual({
      positionals: ['book'],
      import: { replaceDomains: [], defaults: {}, products: {} },
      help: false,
      handOff: 'none',
      instructions: 'none',
      clock: 'virtual',
      latency: 250,
      jitter: 0,
      quotas: 'documented',
      transport: 'automatic',
      pace: 'learned',
      surface: 'sidebar',
      samePerson: 'none',
      yes: 'none',
      choices: {},
      limits: {},
      seats: {},
      scope: { kind: 'everything' },
      checkOnly: false,
      runChecked: false,
      action: 'provision',
      resume: true,
      switches: {},
    });
  });

  test('scopes are everything, a customer, or rows by key; an address alone is a row of Users', () => {
    expect(run('--scope', 'all').scope).toEqual({ kind: 'everything' });
    expect(run('--scope', 'customer=acme.example').scope).toEqual({ kind: 'customer', customer: 'acme.example' });
    expect(run('--scope', 'rows=Ana@Shop.example,Users!row 17').scope).toEqual({
      kind: 'rows',
      rows: ['Users!ana@shop.example', 'Users!row 17'],
    });
  });

  test('the same person is nobody, everybody who asks, or certain rows', () => {
    expect(run('--same-person', 'all').samePerson).toBe('all');
    expect(run('--same-person', 'Users!ana@shop.example, bo@shop.example').samePerson).toEqual([
      'Users!ana@shop.example',
      'Users!bo@shop.example',
    ]);
  });

  test('an answer names its row and its choice', () => {
    expect(run('--answer', 'Team!mara.lindqvist=archive, ana@shop.example=leave').choices).toEqual({
      'Team!mara.lindqvist': 'archive',
      'Users!ana@shop.example': 'leave',
    });
    expect(() => run('--answer', 'Team!mara.lindqvist')).toThrow(UsageError);
  });

  test('a crash names its kind and number, and happens before the write unless said otherwise', () => {
    expect(run('--crash-at', 'google:5').crash).toEqual({ kind: 'google', n: 5, when: 'before' });
    expect(run('--crash-at', 'property:12', '--crash-when', 'after', '--no-resume')).toMatchObject({
      crash: { kind: 'property', n: 12, when: 'after' },
      resume: false,
    });
  });

  test('switches repeat, and a value may hold an equals sign', () => {
    expect(run('--switch', 'roleExists=409', '--switch', 'a=b=c').switches).toEqual({ roleExists: '409', a: 'b=c' });
  });

  test.each([
    ['--scope', 'some'],
    ['--scope', 'rows='],
    ['--scope', 'customer='],
    ['--latency', '-1'],
    ['--latency', 'fast'],
    ['--jitter', '-1'],
    ['--clock', 'sundial'],
    ['--crash-at', 'google'],
    ['--crash-at', 'disk:1'],
    ['--crash-at', 'google:0'],
    ['--crash-when', 'during'],
    ['--switch', 'roleExists'],
    ['--action', 'dance'],
    ['--transport', 'pigeon'],
    ['--surface', 'watch'],
    ['--tenant'],
    ['--out', ''],
    ['--no-such-option'],
    ['--check-only=1'],
  ])('%s %s is bad usage', (...args) => {
    expect(() => run(...args)).toThrow(UsageError);
  });

  test('a command takes only its own options', () => {
    expect(() => parseArguments('workspace', ['--scope', 'all'])).toThrow(UsageError);
    expect(parseArguments('workspace', ['--port', '9000']).port).toBe(9000);
  });
});

describe('the help', () => {
  const names = Object.keys(commands) as CommandName[];

  test.each(names)('of %s shows each of its options', (name) => {
    const help = commandHelp(name);
    for (const option of commands[name].options) expect(help).toContain(`--${option}`);
  });

  test('of run lists the actions, and the switches with their defaults', () => {
    const help = commandHelp('run');
    expect(help).toMatch(/Actions:\n {2}provision/);
    expect(help).toContain('cloudIdentityFree=assignable|siteWide');
    expect(help).toContain('roleExists=500|409');
    expect(help).toMatch(/--latency MS .*default: 250/);
  });

  test('without a command says which there are', () => {
    for (const name of names) expect(overview()).toContain(`  ${name} `);
  });
});
