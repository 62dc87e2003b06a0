import { defined } from '../../engine/defined';
import { derivePassword } from '../../engine/password';
import type { PasswordOf } from '../../tabs/secrets';
import type { Shares } from '../keeping/shares';
import { userStore } from '../keeping/stores';
import { now } from '../ports';
import { spreadsheet } from '../rows/spreadsheet';
import { hexMacWith, macWith, newSecret } from './codes';
import {
  isRunSecret,
  leave,
  leaveAll,
  peopleOf,
  secretOf,
  type Person,
  type RunSecret,
  type Stage,
} from './run-people';

/**
 * The vault: what hand-off needs, in the runner's own user properties. Generated passwords are derived from a run's
 * secret; only given ones are kept. It knows by itself who waits, so that nothing that happens to the spreadsheet loses
 * a password. Nothing of it ever stands in a cell, a log or a shared property.
 */

/** Days after which first passwords go, handed off or not: then a new password is the answer. */
export const keepDays = 30;
const dayInMilliseconds = 86_400_000;

/** The secret of a run, made before anything is sent. `at` is now, RFC 3339. */
export function openRun(run: string, at: string): RunPasswords {
  const known = userStore().steady(secretOf + run, isRunSecret);
  const kept = known ?? { secret: newSecret(), since: at, spreadsheet: spreadsheet().getId() };
  if (!known) userStore().setShort(secretOf + run, kept);
  return new RunPasswords(run, kept);
}

/** The passwords of one run. What it is told of people stands in the vault from `approve` and `keep` on. */
export class RunPasswords {
  /** A message authentication code under the run's secret, in hexadecimal. */
  readonly mac: (message: string) => string;
  private readonly bytes: (message: string) => readonly number[];
  private known: Shares<Person> | undefined;
  /** User IDs by address. */
  readonly made = new Map<string, string>();
  /** Addresses of whom it is known that nobody has a password there that was only approved. */
  readonly denied = new Set<string>();
  private readonly resolved = new Set<string>();

  constructor(
    private readonly run: string,
    private kept: RunSecret,
  ) {
    this.bytes = macWith(kept.secret);
    this.mac = hexMacWith(kept.secret);
  }

  /** Takes what people gave. `value` only where it is clear text, which alone can be handed off. */
  take(given: readonly PasswordOf[]): void {
    for (const { address, used, value } of given)
      this.people.set(address, { waits: 'none', name: '', used, ...defined({ given: value }) });
  }

  /** Somebody may be sent a password of this run. */
  expect(address: string, name: string): void {
    this.people.set(address, { ...this.people.get(address), waits: 'approved', name });
  }

  /** Keeps everybody who is expected, with what they gave, before anything is sent: their days count from now on. */
  approve(at: string): void {
    this.saveWith({ ...this.kept, since: at, atWork: true });
  }

  /** Begins a later slice. */
  resume(): void {
    this.note({ ...this.kept, atWork: true, ...(this.kept.atWork ? { died: true } : {}) });
  }

  /** A password goes out to Google. */
  sending(address: string): void {
    this.resolved.add(address);
  }

  /** Somebody has the password at Google. */
  has(address: string, id: string): void {
    const person = this.people.get(address);
    if (person?.waits === 'none') return;
    this.made.set(address, id);
    if (person) this.people.change(address, { ...person, waits: 'made', id });
    else this.people.set(address, { waits: 'made', name: '', id });
  }

  /**
   * Somebody has no password of ours at all: whether one of a run that died before came to be is no question any more.
   */
  deny(address: string): void {
    this.denied.add(address);
  }

  /** Somebody who was expected has not the password at Google and will not get it. */
  hasNot(address: string): void {
    if (this.people.get(address)?.waits === 'approved') leave(this.people, address);
  }

  /**
   * Ends a slice: keeps what became of people. Whoever has a password of this run has none of an earlier one any more.
   */
  keep(): void {
    for (const [address, person] of this.people.all)
      if (person.waits === 'approved' && this.resolved.has(address))
        this.people.change(address, { ...person, waits: 'sent' });
    this.saveWith({ ...this.kept, atWork: false });
    if (this.made.size === 0 && this.denied.size === 0) return;
    for (const { run } of new Vault().runs) if (run !== this.run) supersede(run, this);
  }

  /** Ends the run: whoever was never sent a password gets none of it. */
  close(): void {
    if (this.kept.died) return;
    for (const [address, { waits }] of this.people.all) if (waits === 'approved') leave(this.people, address);
    this.people.save();
  }

  /** The digest of the cell that an address's password came from. */
  used(address: string): string | undefined {
    return this.people.get(address)?.used;
  }

  /** The first password of an address. */
  derive(address: string, generation: number): string {
    return derivePassword({ address, generation }, this.bytes);
  }

  given(address: string): string | undefined {
    return this.people.get(address)?.given;
  }

  private get people(): Shares<Person> {
    return (this.known ??= peopleOf(this.run));
  }

  /** Keeps people and their run with one call. */
  private saveWith(kept: RunSecret): void {
    this.kept = kept;
    this.people.save({ [secretOf + this.run]: kept });
  }

  private note(kept: RunSecret): void {
    this.kept = kept;
    userStore().setShort(secretOf + this.run, kept);
  }
}

/**
 * People with a new password have none of an earlier run, by whatever address they had it; those of whom it is known
 * that they got none are no longer in doubt.
 */
function supersede(run: string, { made, denied }: Pick<RunPasswords, 'made' | 'denied'>): void {
  const ids = new Set([...made.values()].filter(Boolean));
  const before = peopleOf(run).all.filter(
    ([address, { id = '', waits }]) =>
      made.has(address) || ids.has(id) || (denied.has(address) && waits !== 'made' && waits !== 'none'),
  );
  if (before.length)
    leaveAll(
      run,
      before.map(([address]) => address),
    );
}

/** Somebody who may wait, as the vault knows it. */
export interface InVault {
  readonly run: string;
  readonly address: string;
  readonly name: string;
  /** `unknown`: it may have been sent by a slice that did not live to note more. */
  readonly stage: 'unsent' | 'unknown' | 'made';
  readonly since: string;
}

function stageOf(stage: Stage, { atWork, died }: RunSecret): InVault['stage'] {
  if (stage === 'made') return stage;
  return stage === 'sent' || atWork || died ? 'unknown' : 'unsent';
}

/** A look into the vault, as this execution first saw it: runs that are not too old, of this spreadsheet. */
export class Vault {
  /** The latest first. */
  readonly runs: readonly { readonly run: string; readonly kept: RunSecret }[];

  constructor() {
    const here = spreadsheet().getId();
    this.runs = everyRun()
      .flatMap(({ run, kept }) => (kept && !isOver(kept) && kept.spreadsheet === here ? [{ run, kept }] : []))
      .sort((a, b) => Date.parse(b.kept.since) - Date.parse(a.kept.since));
  }

  /** Everybody who may wait, the latest run first. */
  get people(): readonly InVault[] {
    return this.runs.flatMap(({ run, kept }) =>
      peopleOf(run).all.flatMap(([address, person]) =>
        person.waits === 'none'
          ? []
          : [{ run, address, name: person.name, stage: stageOf(person.waits, kept), since: kept.since }],
      ),
    );
  }

  /** Gives the passwords of a run's people; undefined for whom it has none. */
  passwords(run: string): (address: string) => string | undefined {
    const found = this.runs.find((one) => one.run === run);
    if (!found) return () => undefined;
    const mac = macWith(found.kept.secret);
    const people = peopleOf(run);
    return (address) => people.get(address)?.given ?? derivePassword({ address, generation: 0 }, mac);
  }

  /** The digest of the cell that an address's password came from in a run. */
  used(run: string, address: string): string | undefined {
    return this.runs.some((one) => one.run === run) ? peopleOf(run).get(address)?.used : undefined;
  }
}

function everyRun(): readonly { readonly run: string; readonly kept: RunSecret | undefined }[] {
  const store = userStore();
  return store
    .steadyNames(secretOf)
    .map((name) => ({ run: name.slice(secretOf.length), kept: store.steady(name, isRunSecret) }));
}

function isOver({ since }: RunSecret): boolean {
  return Date.parse(since) + keepDays * dayInMilliseconds < now();
}

/** The runs that may go: those that are too old or damaged, and those of this spreadsheet that nobody waits for. */
export function runsToForget(needed: ReadonlySet<string>): readonly string[] {
  const here = spreadsheet().getId();
  const isIdle = (run: string): boolean => peopleOf(run).all.every(([, { waits }]) => waits === 'none');
  return everyRun()
    .filter(({ run, kept }) => {
      if (!kept || isOver(kept)) return true;
      return kept.spreadsheet === here && !needed.has(run) && isIdle(run);
    })
    .map(({ run }) => run);
}

/** Forgets a run: its secret at last. */
export function forgetRun(run: string): void {
  peopleOf(run).clear();
  userStore().remove(secretOf + run);
}
