import type { Store } from '../calls';
import { limits } from '../limits';
import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import { list, record, text, whole } from './arguments';

/** One cache, as Cache. Values are kept as text. */
export class Cache extends Service implements Simulates<Cache, GoogleAppsScript.Cache.Cache> {
  readonly _class = 'Cache';

  constructor(
    run: Execution,
    readonly _store: Store,
  ) {
    super(run);
  }

  get(key: unknown): string | null {
    const wanted = text(key, 'Cache.get');
    return this._run.invoke('cache.get', { store: this._store, keys: [wanted] })[wanted] ?? null;
  }

  getAll(keys: unknown): Record<string, string> {
    return this._run.invoke('cache.get', { store: this._store, keys: list(keys, text, 'Cache.getAll') });
  }

  put(key: unknown, value: unknown, seconds?: unknown): void {
    this._put({ [text(key, 'Cache.put')]: String(value) }, seconds);
  }

  putAll(values: unknown, seconds?: unknown): void {
    const entries = Object.entries(record(values, 'Cache.putAll')).map(([key, value]) => [key, String(value)]);
    this._put(Object.fromEntries(entries) as Record<string, string>, seconds);
  }

  _put(values: Record<string, string>, seconds: unknown = limits.cacheDefaultSeconds): void {
    this._run.invoke('cache.put', { store: this._store, values, seconds: whole(seconds, 'Cache.put') });
  }

  remove(key: unknown): void {
    this._run.invoke('cache.remove', { store: this._store, keys: [text(key, 'Cache.remove')] });
  }

  removeAll(keys: unknown): void {
    this._run.invoke('cache.remove', { store: this._store, keys: list(keys, text, 'Cache.removeAll') });
  }
}

/** CacheService of a bound script. */
export class CacheService extends Service implements Simulates<CacheService, GoogleAppsScript.Cache.CacheService> {
  readonly _class = 'CacheService';

  getDocumentCache(): Cache {
    return new Cache(this._run, 'document');
  }

  getScriptCache(): Cache {
    return new Cache(this._run, 'script');
  }

  getUserCache(): Cache {
    return new Cache(this._run, 'user');
  }
}
