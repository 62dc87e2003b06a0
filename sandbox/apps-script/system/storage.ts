import type { Handlers, Store } from '../calls';
import type { HostState } from '../host-state';
import { limits } from '../limits';
import { PlatformError } from '../exceptions';
import { lacking } from '../records';

/** Properties and cache: texts by name, in stores of the document, the script and each person. */

/** Whose stores are meant, and what time it is. */
export interface StorageHost {
  readonly state: HostState;
  readonly user: string;
  readonly now: () => number;
}

/** The handlers of PropertiesService. */
export function propertyCalls(host: StorageHost): Handlers<'properties'> {
  return {
    'properties.all': ({ store }) => ({ ...properties(host, store) }),
    'properties.get': ({ store, key }) => {
      const values = properties(host, store);
      return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
    },
    'properties.set': ({ store, values, deleteOthers }) => {
      const next = deleteOthers ? { ...values } : { ...properties(host, store), ...values };
      for (const value of Object.values(values))
        if (lengthOf(host, value) > limits.propertyValue) throw new PlatformError('Argument too large: value');
      const total = Object.entries(next).reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
      if (total > limits.propertyStore)
        throw new PlatformError(
          'You have exceeded the property storage quota. Please remove some properties and try again.',
        );
      keep(host, store, next);
    },
    'properties.delete': ({ store, key }) => {
      keep(host, store, key === undefined ? {} : lacking(properties(host, store), key));
    },
  };
}

function properties({ state, user }: StorageHost, store: Store): Record<string, string> {
  return store === 'user' ? (state.properties.users[user] ?? {}) : state.properties[store];
}

function keep({ state, user }: StorageHost, store: Store, values: Record<string, string>): void {
  if (store === 'user') state.properties.users[user] = values;
  else state.properties[store] = values;
}

function lengthOf({ state }: StorageHost, text: string): number {
  return state.settings?.propertyLimit === 'characters' ? text.length : bytes(text);
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The handlers of CacheService. Entries of one cache share a prefix; whoever has another prefix does not see them. */
export function cacheCalls(host: StorageHost): Handlers<'cache'> {
  const { state } = host;
  const prefix = (store: Store): string => (store === 'user' ? `user ${host.user} ` : `${store} `);
  return {
    'cache.get': ({ store, keys }) => {
      const found = keys.flatMap((key) => {
        const entry = Object.hasOwn(state.cache, prefix(store) + key) ? state.cache[prefix(store) + key] : undefined;
        return entry && entry.until > host.now() ? [[key, entry.value] as const] : [];
      });
      return Object.fromEntries(found);
    },
    'cache.put': ({ store, values, seconds }) => {
      checkCached(values, seconds);
      for (const [key, value] of Object.entries(values))
        state.cache[prefix(store) + key] = { value, until: host.now() + seconds * 1000 };
      trim(state, prefix(store), host.now());
    },
    'cache.remove': ({ store, keys }) => {
      for (const key of keys) Reflect.deleteProperty(state.cache, prefix(store) + key);
    },
  };
}

function checkCached(values: Readonly<Record<string, string>>, seconds: number): void {
  if (!(seconds >= 1 && seconds <= limits.cacheSeconds))
    throw new PlatformError('Argument too large: expirationInSeconds');
  for (const [key, value] of Object.entries(values)) {
    if (key.length > limits.cacheKey) throw new PlatformError('Argument too large: key');
    if (bytes(value) > limits.cacheValue) throw new PlatformError('Argument too large: value');
  }
}

/** Drops what has expired, and the entries nearest to their end where a cache has grown too long. */
function trim(state: HostState, prefix: string, now: number): void {
  const own = Object.entries(state.cache).filter(([key]) => key.startsWith(prefix));
  const living = own.filter(([, entry]) => entry.until > now);
  const surplus = living.length > limits.cacheItems ? living.length - limits.cacheItemsKept : 0;
  const dropped = [...living].sort(([, a], [, b]) => a.until - b.until).slice(0, surplus);
  for (const [key] of [...own.filter(([, entry]) => entry.until <= now), ...dropped])
    Reflect.deleteProperty(state.cache, key);
}
