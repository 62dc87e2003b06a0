import { readManifest } from '../manifest';
import type { Manifest } from '../manifest';
import type { HostState } from '../host-state';
import type { BatchHandler, EffectKind, Host, HostOptions, Surface } from '../port';
import type { Reply } from '../../workspace/port';
import { Locks } from './locks';
import { Screen } from './screen';
import { Session } from './session';
import type { SessionHost } from './session';
import { freshState } from './state';
import { limits } from '../limits';
import { PlatformError } from '../exceptions';

/** Everything that outlives an execution, and the executions that are under way. */
export class System implements SessionHost {
  readonly state: HostState;
  readonly manifest: Manifest;
  readonly screen = new Screen();
  readonly locks = new Locks();
  readonly failures: { handler: string; message: string }[] = [];
  onEffect: Host['onEffect'] | undefined;
  /** Whoever sits at the spreadsheet. */
  user: string;
  /** The tabs, as JSON, as they were before writes that wait to be applied, where that is kept. */
  #applied: string | undefined;
  #effects: Record<EffectKind, number> = { google: 0, sheet: 0, property: 0 };
  readonly #running = new Set<Session>();

  constructor(
    readonly options: HostOptions,
    readonly batch: BatchHandler,
  ) {
    this.state = freshState(options.state);
    this.manifest = readManifest(options.bundle.manifest);
    this.user = options.user;
  }

  /** The handed-in clock's time. */
  readonly now = (): number => this.options.clock.now();

  /** The spreadsheet's id and name. */
  get book(): { readonly id: string; readonly name: string } {
    return this.options.spreadsheet ?? { id: '1sandboxSpreadsheetOfSeatsheet', name: 'Seatsheet' };
  }

  /** The advanced services that are enabled. */
  get services(): readonly string[] {
    return this.manifest.services.filter((name) => !(this.options.disabledServices ?? []).includes(name));
  }

  /** Begins an execution. `owner` is the person a trigger belongs to. Throws where too many run at the same time. */
  begin(surface: Surface, owner?: string): Session {
    const user = owner ?? this.user;
    // onOpen asks for nothing that has to be granted: the menu is there all the same.
    const away = surface === 'open' ? '' : (this.options.turnedAway?.(user) ?? '');
    if (away) throw new PlatformError(away);
    const own = [...this.#running].filter((session) => session.info.effectiveUser === user);
    if (own.length >= limits.simultaneous)
      throw new PlatformError('There are too many scripts running simultaneously for this Google user account.');
    this.state.counters.executions++;
    if (surface !== 'trigger') this.screen.clear(surface === 'sidebar');
    const session = new Session(this, surface, user);
    this.#running.add(session);
    return session;
  }

  /** Told before a write to the spreadsheet, which waits until it is applied. */
  aboutToWrite(): void {
    if (this.options.tracksUnapplied) this.#applied ??= JSON.stringify(this.state.sheets);
  }

  /** Told when everything written is applied. */
  writesApplied(): void {
    this.#applied = undefined;
  }

  /** Ends an execution: its locks are released, and what it wrote is applied. */
  end(session: Session): void {
    this.writesApplied();
    this.locks.releaseAll(session.info.number);
    this.#running.delete(session);
  }

  /** Lets something happen, and tells the effect hook before and after it. */
  effect<T>(kind: EffectKind, happen: () => T): T {
    this.#tell(kind, 'before');
    const result = happen();
    this.#effects[kind]++;
    this.#tell(kind, 'after');
    return result;
  }

  /**
   * A write to Google counts where Google accepted it; the hook is told before every attempt. A batch is one attempt.
   */
  accepted(send: () => readonly Reply[], isWrite: (at: number) => boolean): readonly Reply[] {
    this.#tell('google', 'before');
    const replies = send();
    for (const [at, { status }] of replies.entries()) {
      if (status < 200 || status >= 300 || !isWrite(at)) continue;
      this.#effects.google++;
      this.#tell('google', 'after');
    }
    return replies;
  }

  #tell(kind: EffectKind, when: 'before' | 'after'): void {
    const n = this.#effects[kind] + (when === 'before' ? 1 : 0);
    this.onEffect?.({ kind, when, n });
  }

  /**
   * Everything that outlives an execution, as JSON, with or without writes that are not applied yet: making it and
   * putting it back are one copy each.
   */
  snapshot(unapplied: 'kept' | 'lost' = 'kept'): unknown {
    const sheets = (unapplied === 'lost' ? this.#applied : undefined) ?? JSON.stringify(this.state.sheets);
    const { menus } = this.screen;
    return {
      sheets,
      rest: JSON.stringify({ state: { ...this.state, sheets: [] }, menus, effects: this.#effects, user: this.user }),
    };
  }

  /** Puts a snapshot of this class back; objects handed out before keep showing the state. Throws for anything else. */
  restore(snapshot: unknown): void {
    if (typeof snapshot !== 'object' || snapshot === null || !('sheets' in snapshot && 'rest' in snapshot))
      throw new Error('That is no snapshot of a host.');
    const saved = JSON.parse(String(snapshot.rest)) as {
      state: HostState;
      menus: Screen['menus'];
      effects: Record<EffectKind, number>;
      user: string;
    };
    const sheets = JSON.parse(String(snapshot.sheets)) as HostState['sheets'];
    for (const key of Object.keys(this.state))
      if (!Object.hasOwn(saved.state, key)) Reflect.deleteProperty(this.state, key);
    Object.assign(this.state, saved.state, { sheets });
    this.screen.menus = saved.menus;
    this.#effects = saved.effects;
    this.user = saved.user;
  }
}
