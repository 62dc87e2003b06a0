import { atFirstUse } from '../engine/at-first-use';
import { Blocked } from '../engine/outcome';
import { ask, type Procedure } from '../engine/procedure';
import { answerTo, type Answer, type Question } from '../engine/question';
import { rolesFact } from '../google/facts';
import { foldName } from '../google/names';
import { pairOf, resellerPart, type Privilege, type PrivilegeAt } from '../google/privileges';
import type { Role } from '../google/resources';
import { resellerAdminRole } from '../google/roles';

/**
 * The two privileges that open the Customer Care Portal. The Admin console calls them so (support.google.com/a/answer/
 * 7524343, "Access the Customer Care Portal"); what the API calls them is not public, and differs.
 */
const careWords: readonly string[] = ['View Customers', "Access Customers' Support Cases"];

/** Both of them, in the console's words. */
export const bothCareWords = careWords.join(' and ');

const kind = 'privileges';

const folded = atFirstUse<readonly string[]>(() => careWords.map(foldCare));

function foldCare(text: string): string {
  return foldName(text.replace(/[’']/g, ''));
}

/** Whether a text is one of the two privileges in the console's words. */
export function isCareWord(text: string): boolean {
  return folded().includes(foldCare(text));
}

/** Whether a role of this name is meant to hold these two, where its row says no privileges. */
export function isCareRole(roleName: string): boolean {
  return foldName(roleName).startsWith('customer care');
}

/** Where the two privileges are looked for. */
export interface CareAsked {
  readonly account: string;
  readonly tree: readonly Privilege[];
  /** What people answered before. */
  readonly answers: readonly Answer[] | undefined;
}

/**
 * The two privileges of an account, on a person's word. Throws Blocked with the question, or where nothing can be
 * proposed with all that a person may choose from.
 */
export function* carePrivileges({ account, tree, answers }: CareAsked): Procedure<readonly Privilege[]> {
  const roles = yield* ask(rolesFact(account));
  const admin = roles.find(({ roleName }) => roleName === resellerAdminRole);
  const part = resellerPart(tree, admin?.rolePrivileges ?? []);
  if (part.length === 0)
    throw blocked(
      'No reseller tools are among the privileges: this account is not a reseller, or you lack rights.',
      'Check as a super administrator of a reseller account, or write the privileges as name@serviceId.',
    );
  const confirmed = confirmedIn({ account, part, answers });
  if (confirmed) return confirmed;
  const proposal = ofRole(roles, part) ?? byWords(part);
  if (!proposal) throw unknown(part);
  const question = questionOf(account, proposal);
  const answer = answerTo(answers, question);
  if (answer === false) throw unknown(part);
  if (answer === undefined)
    throw new Blocked(question.says, 'Answer in the sidebar, or write both as name@serviceId into Privileges.', {
      question,
      column: 'privileges',
    });
  return proposal.two.map(({ privilege }) => privilege);
}

/**
 * The two privileges that administrators of an account said to be these, as pairs of name and service; none where
 * nobody did, or somebody took it back.
 */
export function confirmedPair(account: string, answers: readonly Answer[] = []): readonly string[] {
  const about = answers.filter((one) => one.kind === kind && one.about.account === account);
  const said = about.filter(({ yes }) => yes).reverse();
  const held = said.find((one) => answerTo(about, one));
  return held?.about.privileges?.split('\n') ?? [];
}

/** These in the account's reseller part; undefined where they are not there any more: then somebody is asked anew. */
function confirmedIn({
  account,
  part,
  answers,
}: Pick<CareAsked, 'account' | 'answers'> & { readonly part: readonly PrivilegeAt[] }):
  | readonly Privilege[]
  | undefined {
  const pair = confirmedPair(account, answers);
  const two = part.map(({ privilege }) => privilege).filter((one) => pair.includes(pairOf(one)));
  return pair.length === careWords.length && two.length === pair.length ? two : undefined;
}

interface Proposal {
  readonly two: readonly PrivilegeAt[];
  /** Why these: the role that has them. */
  readonly from: string;
}

/** A role of the account's own with exactly two reseller privileges; none where such roles differ. */
function ofRole(roles: readonly Role[], part: readonly PrivilegeAt[]): Proposal | undefined {
  const found = roles.flatMap(({ roleName, isSystemRole, rolePrivileges }) => {
    const names = new Set(rolePrivileges.map(pairOf));
    const two = part.filter(({ privilege }) => names.has(pairOf(privilege)));
    return isSystemRole || names.size !== 2 || two.length !== 2
      ? []
      : [{ two, from: ` (the role ${roleName} has them)` }];
  });
  const [first] = found;
  return new Set(found.map(({ two }) => pairsOf(two))).size === 1 ? first : undefined;
}

/** Names that tell: one alone that views customers, and one alone that is about support cases. */
function byWords(part: readonly PrivilegeAt[]): Proposal | undefined {
  const named = (...words: readonly RegExp[]): readonly PrivilegeAt[] =>
    part.filter(({ privilege }) => words.every((word) => word.test(privilege.privilegeName)));
  const two = [named(/CUSTOMER/, /VIEW|READ|RETRIEVE|GET|LIST/), named(/CASE/)];
  const [first, ...others] = two.flat();
  if (!first || others.length !== 1 || two.some(({ length }) => length !== 1)) return undefined;
  return pairOf(first.privilege) === pairOf(others[0]?.privilege ?? first.privilege)
    ? undefined
    : { two: two.flat(), from: '' };
}

function questionOf(account: string, { two, from }: Proposal): Question {
  return {
    kind,
    says: `Are these two ${bothCareWords}: ${two.map(pathShown).join(' and ')}${from}?`,
    about: { account, privileges: pairsOf(two) },
  };
}

function pairsOf(two: readonly PrivilegeAt[]): string {
  return two
    .map(({ privilege }) => pairOf(privilege))
    .sort()
    .join('\n');
}

/** `TOOLS › CUSTOMERS › CUSTOMER_VIEW@0abc`. */
export function pathShown({ path, privilege }: PrivilegeAt): string {
  return `${path}@${privilege.serviceId}`;
}

function unknown(part: readonly PrivilegeAt[]): Blocked {
  return blocked(
    `Which privileges are ${bothCareWords} only you can tell. The account's reseller privileges: ${part.map(pathShown).join('; ')}.`,
    'Write both as name@serviceId into Privileges; or tick the two boxes in the console in a role called Customer Care (Account › Admin roles), then check again.',
  );
}

function blocked(says: string, remedy: string): Blocked {
  return new Blocked(says, remedy, { column: 'privileges' });
}
