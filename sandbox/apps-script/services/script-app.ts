import { PlatformError } from '../exceptions';
import { Service, enumOf } from '../execution/facade';
import type { EnumValue } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import { list, instance, text } from './arguments';
import { EventType, Trigger, TriggerSource } from './trigger';
import { TriggerBuilder } from './trigger-builder';

/** How much an execution may do. */
export const AuthMode = enumOf('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);

const AuthorizationStatus = enumOf('ScriptApp.AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);

/** ScriptApp: triggers and authorisation. */
export class ScriptApp extends Service implements Simulates<ScriptApp, GoogleAppsScript.Script.ScriptApp> {
  readonly _class = 'ScriptApp';
  readonly AuthMode = AuthMode;
  readonly AuthorizationStatus = AuthorizationStatus;
  readonly EventType = EventType;
  readonly TriggerSource = TriggerSource;

  getScriptId(): string {
    return '1sandboxScriptOfSeatsheet';
  }

  getOAuthToken(): string {
    return this._run.info.token;
  }

  newTrigger(handler: unknown): TriggerBuilder {
    return new TriggerBuilder(this._run, text(handler, 'ScriptApp.newTrigger'));
  }

  getProjectTriggers(): Trigger[] {
    return this._run.invoke('triggers.list', {}).map((trigger) => new Trigger(this._run, trigger));
  }

  deleteTrigger(trigger: unknown): void {
    this._run.invoke('triggers.delete', { id: instance(trigger, Trigger, 'ScriptApp.deleteTrigger')._trigger.id });
  }

  getAuthorizationInfo(_mode: unknown, scopes?: unknown): AuthorizationInfo {
    return new AuthorizationInfo(
      this._run,
      scopes === undefined
        ? (this._run.info.manifest.scopes ?? [])
        : list(scopes, text, 'ScriptApp.getAuthorizationInfo'),
    );
  }

  /** Ends the execution with a prompt where a scope is missing; here it ends with Google's text. */
  requireScopes(_mode: unknown, scopes: unknown): void {
    this._require(list(scopes, text, 'ScriptApp.requireScopes'));
  }

  requireAllScopes(_mode: unknown): void {
    this._require(this._run.info.manifest.scopes ?? []);
  }

  _require(scopes: readonly string[]): void {
    const missing = scopes.filter((scope) => !this._run.info.scopes.includes(scope));
    if (missing.length > 0)
      throw new PlatformError(
        `Authorization is required to perform that action. Required permissions: ${missing.join(' && ')}`,
      );
  }
}

/**
 * Which of the scopes asked for the person has granted, as AuthorizationInfo. Its types lack getAuthorizedScopes, its
 * reference has it.
 */
export class AuthorizationInfo
  extends Service
  implements
    Simulates<AuthorizationInfo, GoogleAppsScript.Script.AuthorizationInfo & { getAuthorizedScopes(): string[] }>
{
  readonly _class = 'AuthorizationInfo';

  constructor(
    run: Execution,
    readonly _scopes: readonly string[],
  ) {
    super(run);
  }

  getAuthorizationStatus(): EnumValue {
    const missing = this._scopes.some((scope) => !this._run.info.scopes.includes(scope));
    return missing ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED;
  }

  getAuthorizationUrl(): string | null {
    return this.getAuthorizationStatus() === AuthorizationStatus.REQUIRED
      ? 'https://script.google.com/macros/s/sandbox/auth'
      : null;
  }

  getAuthorizedScopes(): string[] {
    return [...this._run.info.scopes];
  }
}
