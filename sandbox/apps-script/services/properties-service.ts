import type { Store } from '../calls';
import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import { record, text } from './arguments';

/** One property store, as Properties: texts by name. */
export class Properties extends Service implements Simulates<Properties, GoogleAppsScript.Properties.Properties> {
  readonly _class = 'Properties';

  constructor(
    run: Execution,
    readonly _store: Store,
  ) {
    super(run);
  }

  getProperty(key: unknown): string | null {
    return this._run.invoke('properties.get', { store: this._store, key: text(key, 'Properties.getProperty') });
  }

  getProperties(): Record<string, string> {
    return this._run.invoke('properties.all', { store: this._store });
  }

  getKeys(): string[] {
    return Object.keys(this.getProperties());
  }

  setProperty(key: unknown, value: unknown): this {
    const values = { [text(key, 'Properties.setProperty')]: text(value, 'Properties.setProperty') };
    this._run.invoke('properties.set', { store: this._store, values, deleteOthers: false });
    return this;
  }

  setProperties(values: unknown, deleteOthers: unknown = false): this {
    const entries = Object.entries(record(values, 'Properties.setProperties')).map(([key, value]) => [
      key,
      text(value, 'Properties.setProperties'),
    ]);
    this._run.invoke('properties.set', {
      store: this._store,
      values: Object.fromEntries(entries) as Record<string, string>,
      deleteOthers: deleteOthers === true,
    });
    return this;
  }

  deleteProperty(key: unknown): this {
    this._run.invoke('properties.delete', { store: this._store, key: text(key, 'Properties.deleteProperty') });
    return this;
  }

  deleteAllProperties(): this {
    this._run.invoke('properties.delete', { store: this._store });
    return this;
  }
}

/** PropertiesService of a bound script: it has all three stores. */
export class PropertiesService
  extends Service
  implements Simulates<PropertiesService, GoogleAppsScript.Properties.PropertiesService>
{
  readonly _class = 'PropertiesService';

  getDocumentProperties(): Properties {
    return new Properties(this._run, 'document');
  }

  getScriptProperties(): Properties {
    return new Properties(this._run, 'script');
  }

  getUserProperties(): Properties {
    return new Properties(this._run, 'user');
  }
}
