import type { JsonObject } from '../../../engine/request';
import type { Place } from '../../../table/field';
import { inList } from '../../../table/places';
import { inUser, user } from './make';
import { membersIn } from './members';
import { optional } from './optional';

/** The building, by the id that the account gave it. Google wants the area of a desk named (Users reference). */
export const building = user.text({
  ...optional,
  id: 'building',
  header: 'Building',
  synonyms: ['Building ID', 'Gebäude', 'Edificio', 'Bâtiment'],
  note: 'The id of the building; - clears it.',
  place: inUser(atDesk()),
});

/** The building of the desk. A new desk needs an area; that it is the desk says nothing more. */
function atDesk(): Place<JsonObject, string> {
  const place = inList('locations', { type: 'desk' }, 'buildingId');
  return {
    read: (thing) => place.read(thing, ''),
    write: (body, value, thing) => {
      const { locations, ...rest } = place.write(body, value, thing);
      const all = membersIn(locations).map((one) => (one.type === 'desk' ? { area: 'desk', ...one } : one));
      return { ...rest, locations: all.filter(({ type, ...one }) => type !== 'desk' || !isBare(one)) };
    },
  };
}

/** A desk that says nothing but that it is one. */
function isBare(desk: JsonObject): boolean {
  return Object.entries(desk).every(([field, value]) => field === 'area' && value === 'desk');
}
