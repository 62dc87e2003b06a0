import { doubtOfDay, doubtOfText } from '../../../engine/stand-in';
import type { JsonObject } from '../../../engine/request';
import type { Place } from '../../../table/field';
import { textOf } from '../../../table/places';
import { inUser, user } from './make';
import { membersIn } from './members';
import { optional } from './optional';

/**
 * Where somebody works. Google replaces these lists as a whole; each column changes one entry and sends the others back
 * as they were (Directory API, "Manage users").
 */

/** Job title. */
export const title = user.text({
  ...optional,
  id: 'title',
  takenOver: true,
  header: 'Title',
  synonyms: [
    'Job title',
    'Employee Title',
    'Stellenbezeichnung',
    'Cargo',
    'Intitulé du poste',
    '役職',
    '职位',
    '職稱',
    '직책',
    'Qualifica',
    'Functie',
    'Stanowisko',
    'Berufsbezeichnung',
    'Jobtitel',
    'Funktion',
    'Puesto',
    'Puesto de trabajo',
    'Fonction',
    'Intitulé de poste',
  ],
  note: 'The job title; - clears it.',
  doubt: (text) => doubtOfText(text) ?? doubtOfDay(text),
  place: inUser(inOrganization('title')),
});

/** Department. */
export const department = user.text({
  ...optional,
  id: 'department',
  header: 'Department',
  synonyms: [
    'Abteilung',
    'Departamento',
    'Département',
    '部署',
    '部门',
    '部門',
    '부서',
    'Dipartimento',
    'Reparto',
    'Afdeling',
    'Dział',
  ],
  note: '- clears it.',
  doubt: (text) => doubtOfText(text) ?? doubtOfDay(text),
  place: inUser(inOrganization('department')),
});

/** Cost centre. */
export const costCentre = user.text({
  ...optional,
  id: 'costCentre',
  header: 'Cost centre',
  synonyms: [
    'Cost center',
    'Kostenstelle',
    'Centro de coste',
    'Centre de coûts',
    'Centro de costo',
    'Centro de costos',
    'Centro de costes',
    'Centre de coût',
    'Centro de custo',
    'Centro de custos',
  ],
  note: '- clears it.',
  place: inUser(inOrganization('costCenter')),
});

/**
 * A text of the organization that counts: the primary one, else that of type work, else the first. What the Admin
 * console makes is primary and often has no type.
 */
function inOrganization(field: string): Place<JsonObject, string> {
  const counts = (all: readonly JsonObject[]): JsonObject | undefined =>
    all.find(({ primary }) => primary === true) ?? all.find(({ type }) => type === 'work') ?? all[0];
  return {
    read: ({ organizations }) => textOf(counts(membersIn(organizations))?.[field]),
    write: (body, value, thing) => {
      const all = membersIn(body.organizations ?? thing?.organizations);
      const before = counts(all);
      const { [field]: _before, ...rest } = before ?? { type: 'work', primary: true };
      const changed: JsonObject = value === '' ? rest : { ...rest, [field]: value };
      return { ...body, organizations: before ? all.map((one) => (one === before ? changed : one)) : [changed] };
    },
  };
}
