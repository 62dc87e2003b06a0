import { isJsonObject, type Json, type JsonObject } from '../engine/request';
import { asUser, type User } from './resources';

/** A user as Google has it, and after an update. */

/** A user in Google's own shape, as far as it is known: `asUser` reads it back. */
export function resourceOf({ more, ...user }: User): JsonObject {
  return { ...more, ...user, languages: user.languages.map((languageCode) => ({ languageCode })) };
}

/** The user after an update with this body: lists are replaced as a whole, objects field by field. */
export function patchedUser(user: User, body: JsonObject): User {
  return asUser(patched(resourceOf(user), body));
}

function patched(resource: JsonObject, body: JsonObject): JsonObject {
  const changed = Object.entries(body).map(([field, value]): [string, Json] => {
    const before = resource[field];
    return [field, isJsonObject(value) && isJsonObject(before) ? patched(before, value) : value];
  });
  return { ...resource, ...Object.fromEntries(changed) };
}
