import { isObject } from '../../engine/request';
import { derivePassword } from '../../engine/password';
import type { PasswordName } from '../../tabs/users/row';
import { hexMacWith, macWith, newSecret } from './codes';
import { userStore } from '../keeping/stores';

/**
 * The vault: what hand-off needs, in the runner's own user properties. Generated passwords are derived from a run's
 * secret; only given ones are kept. Nothing of it ever stands in a cell, a log or a shared property.
 */

/** Days after which the secret of a run goes, handed off or not: then a new password is the answer. */
export const keepDays = 30;
const dayInMilliseconds = 86_400_000;

/** `given`: passwords by address; `used`: digests of the cells that they came from, to know them again. */
interface RunSecret {
  readonly secret: string;
  readonly since: string;
  readonly given: Readonly<Record<string, string>>;
  readonly used: Readonly<Record<string, string>>;
}

/** A password that a person gave: `value` only where it is clear text, which alone can be handed off. */
export interface Given {
  readonly address: string;
  readonly used: string;
  readonly value?: string;
}

type Named = PasswordName;

const nameOf = (run: string): string => `vault:${run}`;

function isRunSecret(value: unknown): value is RunSecret {
  return (
    isObject(value) &&
    typeof value.secret === 'string' &&
    typeof value.since === 'string' &&
    isObject(value.given) &&
    isObject(value.used)
  );
}

/** The secret of a run, made before anything is sent. */
export function openRun(run: string, now: string): RunPasswords {
  const known = userStore().steady(nameOf(run), isRunSecret);
  const kept = known ?? { secret: newSecret(), since: now, given: {}, used: {} };
  if (!known) userStore().set(nameOf(run), kept);
  return new RunPasswords(run, kept);
}

/** The passwords of one run. */
export class RunPasswords {
  /** A message authentication code under the run's secret, in hexadecimal. */
  readonly mac: (message: string) => string;
  private readonly bytes: (message: string) => readonly number[];

  constructor(
    private readonly run: string,
    private kept: RunSecret,
  ) {
    this.bytes = macWith(kept.secret);
    this.mac = hexMacWith(kept.secret);
  }

  /** Keeps what people gave, before it is sent. */
  keepGiven(all: readonly Given[]): void {
    if (all.length === 0) return;
    const given = { ...this.kept.given };
    const used = { ...this.kept.used };
    for (const { address, value, used: text } of all) {
      used[address] = text;
      if (value !== undefined) given[address] = value;
    }
    this.kept = { ...this.kept, given, used };
    userStore().set(nameOf(this.run), this.kept);
  }

  /** The digest of the cell that an address's password came from. */
  used(address: string): string | undefined {
    return this.kept.used[address];
  }

  /** The first password of an address. */
  derive(address: string, generation: number): string {
    return derivePassword({ address, generation }, this.bytes);
  }

  given(address: string): string | undefined {
    return this.kept.given[address];
  }

  /** Forgets given passwords of people who have been handed theirs. */
  forget(addresses: readonly string[]): void {
    const given = Object.fromEntries(
      Object.entries(this.kept.given).filter(([address]) => !addresses.includes(address)),
    );
    this.kept = { ...this.kept, given };
    userStore().set(nameOf(this.run), this.kept);
  }
}

/** A look into the vault. Each run's secret is read once, however many people wait for theirs. */
export class Vault {
  private readonly runs = new Map<string, RunSecret | undefined>();

  /** Whether there is the password that a journal line names: its secret may be gone, or be somebody else's. */
  has(named: Named): boolean {
    const kept = this.secretOf(named.run);
    return kept !== undefined && (!named.given || kept.given[named.address] !== undefined);
  }

  /** The password that a journal line names, or undefined where it is not here. */
  passwordOf(named: Named): string | undefined {
    const kept = this.secretOf(named.run);
    if (!kept) return undefined;
    if (named.given) return kept.given[named.address];
    return derivePassword({ address: named.address, generation: named.generation }, macWith(kept.secret));
  }

  /** The digest of the cell that an address's password came from in a run. */
  used(run: string, address: string): string | undefined {
    return this.secretOf(run)?.used[address];
  }

  private secretOf(run: string): RunSecret | undefined {
    if (!this.runs.has(run)) this.runs.set(run, userStore().get(nameOf(run), isRunSecret));
    return this.runs.get(run);
  }
}

/** Forgets what has been erased, and the secrets of runs that nobody waits for or that are too old. */
export function tidyVault(ask: {
  readonly erased: readonly Named[];
  readonly waiting: readonly { readonly run: string }[];
  readonly now: number;
  readonly running: readonly string[];
}): void {
  const store = userStore();
  for (const name of store.names('vault:')) {
    const run = name.slice('vault:'.length);
    const kept = store.get(name, isRunSecret);
    const old = !kept || Date.parse(kept.since) + keepDays * dayInMilliseconds < ask.now;
    const waits = ask.running.includes(run) || ask.waiting.some((one) => one.run === run);
    if (old || !waits) store.remove(name);
    else forgetIn(run, kept, ask.erased);
  }
}

function forgetIn(run: string, kept: RunSecret, erased: readonly Named[]): void {
  const gone = erased.filter((one) => one.run === run && one.given).map((one) => one.address);
  if (gone.length) new RunPasswords(run, kept).forget(gone);
}
