import { isObject, type Json, type JsonObject } from '../../../engine/request';

/** The members of one of Google's lists. */
export function membersIn(list: Json | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter((one: Json): one is JsonObject => isObject(one)) : [];
}
