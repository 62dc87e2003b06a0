import { Service } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { tagOf } from '../execution/realm';
import { Facade } from '../execution/facade';

/** Anything as one line of a log. */
function line(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string' || !first.includes('%s')) return values.map(shown).join(' ');
  const left = [...rest];
  const filled = first.replace(/%s/g, (mark) => (left.length > 0 ? shown(left.shift()) : mark));
  return [filled, ...left.map(shown)].join(' ');
}

function shown(value: unknown): string {
  if (value instanceof Facade) return value._text();
  if (typeof value === 'object' && value !== null && tagOf(value) !== 'Error') return JSON.stringify(value);
  return String(value);
}

/** Logger: the execution's own log. */
export class Logger extends Service implements Simulates<Logger, GoogleAppsScript.Base.Logger> {
  readonly _class = 'Logger';
  readonly _lines: string[] = [];

  log(...values: readonly unknown[]): this {
    this._lines.push(line(values));
    this._run.invoke('log.write', { line: line(values) });
    return this;
  }

  getLog(): string {
    return this._lines.map((one) => `${one}\n`).join('');
  }

  clear(): void {
    this._lines.length = 0;
  }
}

/** console: Cloud Logging. */
export class Console
  extends Service
  implements Simulates<Console, Pick<typeof globalThis.console, 'log' | 'info' | 'warn' | 'error'>>
{
  readonly _class = 'console';

  _write(severity: string, values: readonly unknown[]): void {
    this._run.invoke('log.write', { line: `${severity} ${line(values)}`.trim() });
  }

  log(...values: readonly unknown[]): void {
    this._write('', values);
  }

  info(...values: readonly unknown[]): void {
    this._write('INFO', values);
  }

  warn(...values: readonly unknown[]): void {
    this._write('WARNING', values);
  }

  error(...values: readonly unknown[]): void {
    this._write('ERROR', values);
  }
}
