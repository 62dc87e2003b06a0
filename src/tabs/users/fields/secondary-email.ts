import type { JsonObject } from '../../../engine/request';
import { checkMailAddress } from '../../../google/limits';
import type { Place } from '../../../table/field';
import { inList } from '../../../table/places';
import { inUser, user } from './make';
import { membersIn } from './members';
import { optional } from './optional';

/** A further address elsewhere, that colleagues see. */
export const secondaryEmail = user.text({
  ...optional,
  id: 'secondaryEmail',
  header: 'Secondary email',
  width: 200,
  synonyms: [
    'Home Secondary Email',
    'Zweite E-Mail-Adresse',
    'Correo secundario',
    'E-mail secondaire',
    'Zweite E-Mail',
    'E-mail secundário',
  ],
  note: 'A private address that colleagues see; - clears it.',
  anyCase: true,
  tidy: (text) => text.toLowerCase(),
  check: checkMailAddress,
  place: inUser(elsewhere(inList('emails', { type: 'home' }, 'address'))),
});

/** The list of addresses shows the person's own ones too (Users reference); they are not sent back. */
function elsewhere(place: Place<JsonObject, string>): Place<JsonObject, string> {
  return {
    read: (thing) => place.read(thing, ''),
    write: (body, value, thing) => {
      const written = place.write(body, value, thing);
      const own = [thing?.primaryEmail, ...(Array.isArray(thing?.aliases) ? thing.aliases : [])];
      const all = membersIn(written.emails).filter(({ address: one, primary }) => !primary && !own.includes(one ?? ''));
      return { ...written, emails: all };
    },
  };
}
