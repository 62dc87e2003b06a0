import type { JsonObject } from '../../../engine/request';
import { resourceOf } from '../../../google/patched-user';
import type { User } from '../../../google/resources';
import { Fields, type Place } from '../../../table/field';
import type { DomainState } from '../../domains';
import type { Lookups } from '../read-lookups';

/** What the columns of the Users tab are made with. */

/** What a row is read with. */
export interface At {
  readonly lookups: Lookups;
  /** How the domain of the row's address stands; undefined where the row has no usable address. */
  readonly standing: DomainState | undefined;
}

/** Makes the columns of the tab. */
export const user = new Fields<User, At>();

/** A place in Google's own shape of a user, whatever of the profile it is. */
export function inUser<Value>(place: Place<JsonObject, Value>): Place<User, Value> {
  return {
    read: (one, wished) => place.read(resourceOf(one), wished),
    write: (body, value, one) => place.write(body, value, one && resourceOf(one)),
  };
}
