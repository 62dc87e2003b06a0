import { PlatformError } from '../exceptions';
import { limits } from '../limits';
import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import { whole } from './arguments';
import { Trigger } from './trigger';

/** What newTrigger gives: only clock triggers are simulated. */
export class TriggerBuilder
  extends Service
  implements Simulates<TriggerBuilder, GoogleAppsScript.Script.TriggerBuilder>
{
  readonly _class = 'TriggerBuilder';

  constructor(
    run: Execution,
    readonly _handler: string,
  ) {
    super(run);
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this._run, this._handler);
  }
}

/** A clock trigger that is being built, as ClockTriggerBuilder. */
export class ClockTriggerBuilder
  extends Service
  implements Simulates<ClockTriggerBuilder, GoogleAppsScript.Script.ClockTriggerBuilder>
{
  readonly _class = 'ClockTriggerBuilder';
  _when: { readonly everyMinutes: number } | { readonly after: number } | undefined;

  constructor(
    run: Execution,
    readonly _handler: string,
  ) {
    super(run);
  }

  everyMinutes(minutes: unknown): this {
    const every = whole(minutes, 'ClockTriggerBuilder.everyMinutes');
    if (!limits.everyMinutes.includes(every))
      throw new PlatformError(`everyMinutes must be one of ${limits.everyMinutes.join(', ')}.`);
    this._when = { everyMinutes: every };
    return this;
  }

  everyHours(hours: unknown): this {
    const every = whole(hours, 'ClockTriggerBuilder.everyHours');
    if (every < 1) throw new PlatformError('everyHours must be at least 1.');
    this._when = { everyMinutes: every * 60 };
    return this;
  }

  everyDays(days: unknown): this {
    const every = whole(days, 'ClockTriggerBuilder.everyDays');
    if (every < 1) throw new PlatformError('everyDays must be at least 1.');
    this._when = { everyMinutes: every * 1_440 };
    return this;
  }

  /** Checked only: the simulated trigger comes a whole day after it was made. */
  atHour(hour: unknown): this {
    const at = whole(hour, 'ClockTriggerBuilder.atHour');
    if (at < 0 || at > 23) throw new PlatformError('atHour must be between 0 and 23.');
    return this;
  }

  after(milliseconds: unknown): this {
    this._when = { after: Math.max(0, whole(milliseconds, 'ClockTriggerBuilder.after')) };
    return this;
  }

  create(): Trigger {
    if (!this._when) throw new PlatformError('The trigger needs a time: everyMinutes, everyHours, everyDays or after.');
    return new Trigger(this._run, this._run.invoke('triggers.create', { handler: this._handler, ...this._when }));
  }
}
