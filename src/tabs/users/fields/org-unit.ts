import { checkOrgUnitPath } from '../../../google/limits';
import { at } from '../../../table/places';
import { inUser, user } from './make';

/** Google keeps the capitals of an org unit's first maker: paths that differ in nothing else are the same. */
export const orgUnit = user.text({
  id: 'orgUnit',
  header: 'Org unit',
  choices: 'orgUnits',
  takenOver: true,
  width: 160,
  synonyms: [
    'OU',
    'Org Unit Path',
    'Org Unit Path [Required]',
    'Organisational unit',
    'Organizational unit',
    'Organisationseinheit',
    'Unidad organizativa',
    'Unité organisationnelle',
    '組織部門',
    '组织部门',
    '组织单位',
    '機構單位',
    '조직 단위',
    'Unidade organizacional',
    'Unità organizzativa',
    'Organisatie-eenheid',
    'Jednostka organizacyjna',
    'Подразделение',
    'Организационное подразделение',
    'OU-Pfad',
    'Pfad der Organisationseinheit',
    'Organisationseinheitspfad',
    'Ruta de la unidad organizativa',
    'Chemin de l’unité organisationnelle',
    'Caminho da unidade organizacional',
  ],
  note: 'Path of the organisational unit, such as /Sales/North; / is the top. One that is not there yet is created.',
  dash: 'A - does not belong here: everybody is in an org unit. Write / for the top.',
  anyCase: true,
  tidy: pathOf,
  check: (path) => severalLines(path) ?? checkOrgUnitPath(path),
  doubt: () => undefined,
  place: inUser(at('orgUnitPath')),
});

/** `Sales / North` is `/Sales/North`. Empty levels inside stay, so that the path is refused and not guessed at. */
export function pathOf(text: string): string {
  if (severalLines(text) !== undefined) return text;
  const levels = text
    .split('/')
    .map((level) => level.trim())
    .join('/');
  return `/${levels.replace(/^\/|\/$/g, '')}`;
}

function severalLines(text: string): string | undefined {
  return /[\r\n]/.test(text)
    ? 'The cell holds several lines, and a person is in one org unit. Write one path, as /Sales/North.'
    : undefined;
}
