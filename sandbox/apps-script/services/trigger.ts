import type { TriggerInfo } from '../calls';
import { Service, enumOf } from '../execution/facade';
import type { EnumValue } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';

/** What can start a trigger; only clocks do here. */
export const EventType = enumOf('ScriptApp.EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);
/** Where a trigger comes from. */
export const TriggerSource = enumOf('ScriptApp.TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
]);

/** A trigger, as Trigger. */
export class Trigger extends Service implements Simulates<Trigger, GoogleAppsScript.Script.Trigger> {
  readonly _class = 'Trigger';

  constructor(
    run: Execution,
    readonly _trigger: TriggerInfo,
  ) {
    super(run);
  }

  getHandlerFunction(): string {
    return this._trigger.handler;
  }

  getUniqueId(): string {
    return this._trigger.id;
  }

  getEventType(): EnumValue {
    return EventType.CLOCK;
  }

  getTriggerSource(): EnumValue {
    return TriggerSource.CLOCK;
  }
}
