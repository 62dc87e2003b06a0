import { switchHelp } from '../workspace/switches';
import { lists } from './lists';
import { commandSpec, commands } from './commands';
import type { CommandName } from './commands';
import { optionSpec } from './options';
import type { OptionName } from './options';

/** The texts of `--help`. */

/** What there is, in a few lines. */
export function overview(): string {
  const lines = (Object.keys(commands) as CommandName[]).map((name) => {
    const { takes, says } = commandSpec(name);
    return `  ${`${name} ${takes}`.padEnd(42)}${says.split('\n')[0] ?? ''}`;
  });
  return ['Usage: npm run sandbox -- COMMAND …', '', ...lines, '', 'Each command tells more with --help.'].join('\n');
}

/** Everything about one command: its options with their defaults, and the actions and switches where it takes them. */
export function commandHelp(name: CommandName): string {
  const { takes, says, options } = commandSpec(name);
  const has = (option: OptionName) => options.includes(option);
  return [
    `Usage: npm run sandbox -- ${name} ${takes}`,
    '',
    says,
    '',
    'Options (the first value is the default):',
    ...options.map(optionLine),
    ...(has('action') ? ['', 'Actions:', ...lists.actions.map(({ id, help }) => `  ${id.padEnd(16)}${help}`)] : []),
    ...(name === 'report' ? ['', 'Reports:', ...lists.reports.map(({ id, help }) => `  ${id.padEnd(16)}${help}`)] : []),
    ...(has('format') ? ['', 'Formats:', ...lists.formats.map(({ id, label }) => `  ${id.padEnd(16)}${label}`)] : []),
    ...(has('switch')
      ? [
          '',
          'Switches (the first value, or the number in brackets, is the default):',
          ...switchHelp().map((line) => `  ${line}`),
        ]
      : []),
  ].join('\n');
}

function optionLine(name: OptionName): string {
  const { value, choices, fallback, says } = optionSpec(name);
  const shown = `--${name} ${choices?.join('|') ?? value ?? ''}`.trim();
  const byDefault = fallback === undefined ? '' : ` (default: ${fallback})`;
  return `  ${shown.padEnd(46)}${says}${byDefault}`;
}
