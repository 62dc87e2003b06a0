import { roleLabel } from './roles';

/**
 * A role as somebody holds it: for the whole account or one org unit, and under a condition. Wishes, memories and
 * comparisons have it as one text: the role's name alone, or with where and under what it holds.
 */
export interface ScopedRole {
  /** The name in the API. */
  readonly roleName: string;
  /** A path; of an org unit that nobody knows `id:03ph8a2z`. Left out: the whole account. */
  readonly orgUnit?: string;
  /** In words; of one that nobody knows as Google has it. Left out: unconditionally. */
  readonly condition?: string;
}

const labels = "api.getAttribute('cloudidentity.googleapis.com/groups.labels', [])";
const ofSecurity = `${labels}.hasAny(['groups.security']) && resource.type == 'cloudidentity.googleapis.com/Group'`;

/**
 * The conditions in words, as Google takes them word by word (Directory API reference, roleAssignments, `condition`).
 */
export const conditions: Readonly<Record<string, string>> = {
  'Security groups only': ofSecurity,
  'No security groups': `!${ofSecurity}`,
};

/** The roles that Google takes conditions for (the same page). */
const conditional: readonly string[] = ['_GROUPS_EDITOR_ROLE', '_GROUPS_READER_ROLE'];

/** What is wrong with a condition on a role, as a sentence; undefined where nothing is. */
export function checkCondition(roleName: string): string | undefined {
  return conditional.includes(roleName)
    ? undefined
    : `${roleLabel(roleName)} takes no condition: Google has them for Groups Editor and Groups Reader alone.`;
}

/** A condition that a text names, in whatever case, in words. */
export function conditionNamed(text: string): string | undefined {
  return Object.keys(conditions).find((words) => words.toLowerCase() === text.trim().toLowerCase());
}

/** A condition of Google's in words, or as it is. */
export function conditionSeen(text: string): string {
  return Object.keys(conditions).find((words) => conditions[words] === text) ?? text;
}

/** The one text for a role. Names and paths have no tabs. */
export function roleText({ roleName, orgUnit = '', condition = '' }: ScopedRole): string {
  return orgUnit || condition ? [roleName, orgUnit, condition].join('\t') : roleName;
}

/** The role of such a text. */
export function roleIn(text: string): ScopedRole {
  const [roleName = '', orgUnit = '', condition = ''] = text.split('\t');
  return { roleName, ...(orgUnit && { orgUnit }), ...(condition && { condition }) };
}

/** One text for roles that are the same: org units are told apart without regard to case. */
export function sameRole(text: string): string {
  const { orgUnit, ...role } = roleIn(text);
  return roleText(orgUnit === undefined ? role : { ...role, orgUnit: orgUnit.toLowerCase() });
}

/** Whether a cell can say it: where nobody knows the org unit or the condition, none can. */
export function canBeSaid(text: string): boolean {
  const { orgUnit = '/', condition } = roleIn(text);
  return orgUnit.startsWith('/') && (condition === undefined || condition in conditions);
}

/** The role as a cell says it: `Help Desk Admin @ /Sales`, `Groups Editor (No security groups)`, `"Support, EMEA"`. */
export function roleShown(text: string): string {
  const { roleName, orgUnit, condition } = roleIn(text);
  const name = quotedIn(roleLabel(roleName));
  const where = orgUnit === undefined ? '' : ` @ ${orgUnit.startsWith('/') ? orgUnit : 'an org unit'}`;
  const when = condition === undefined ? '' : ` (${condition in conditions ? condition : 'another condition'})`;
  return separators.test(where) ? quoted(`${roleLabel(roleName)}${where}${when}`) : `${name}${where}${when}`;
}

/** What stands between the roles of a cell. */
export const separators = /[,;、，；\n]/;

function quotedIn(name: string): string {
  return separators.test(name) || name.startsWith('"') ? quoted(name) : name;
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
