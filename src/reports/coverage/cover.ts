import type { RosterPerson } from '../../tabs/team/roster';

/**
 * How somebody of the support team stands on one domain, as far as Google showed it. Texts are '' where nobody knows.
 */
export interface Cover {
  readonly person: RosterPerson;
  readonly domain: string;
  readonly address: string;
  /** The key of the row on Users, or ''. */
  readonly userRow: string;
  readonly account: AccountState;
  /** `yes`, `no paid licence` (and nobody knows of a subscription), `paid licence NAME`, `unknown`. */
  readonly cloudIdentity: string;
  /** The role that opens the Customer Care Portal, `none` or `unknown`. */
  readonly role: string;
  /** `by 2026-11-12`: Google tells the last sign-in, so the first one was then at the latest. Or `never`. */
  readonly firstSignIn: string;
  readonly lastSignIn: string;
  readonly twoStep: TwoStep | '';
  /** The day on which it was seen. */
  readonly seen: string;
  /** Who could look now, where whoever is signed in cannot; else ''. */
  readonly waitsFor: string;
}

/** Whether somebody has an account, in words. */
export const accountStates = ['exists', 'suspended', 'missing', 'not seen yet'] as const;
/** Whether somebody has an account. */
export type AccountState = (typeof accountStates)[number];

/** Google's 2-step verification of a person: required and used, used, required and not used yet, or neither. */
export const twoSteps = ['enforced', 'enrolled', 'enforced, not enrolled', 'no'] as const;
/** How somebody's 2-step verification stands. */
export type TwoStep = (typeof twoSteps)[number];

/** What keeps somebody from working for customers on a domain; the first of several is the one to begin with. */
export type Lack = 'waits' | 'stays' | 'missing' | 'suspended' | 'paid' | 'unread' | 'role' | 'signIn' | 'twoStep';

/** Each lack in words, and what ends it. */
export const lacks: Readonly<Record<Lack, { readonly says: string; readonly todo: string }>> = {
  waits: {
    says: 'not seen yet',
    todo: 'An administrator of that account opens this spreadsheet and looks at Team › Coverage.',
  },
  stays: { says: 'has left, account is active', todo: 'Check the row on Team: Left suspends the account.' },
  missing: { says: 'no account', todo: 'Check the row on Team: the account is created.' },
  suspended: { says: 'suspended', todo: 'Write Active into State of the row on Users, and check it.' },
  paid: {
    says: 'paid licence',
    todo: 'Turn automatic licensing off for the org unit (Admin console › Billing › License settings), then check the row on Team.',
  },
  unread: { says: 'licence or role not shown', todo: 'Look again as a super administrator of the account.' },
  role: {
    says: 'no role for the portal',
    todo: 'Write a role that opens the portal into Role on Team, and check the row.',
  },
  signIn: { says: 'never signed in', todo: 'Hand off the first password (Hand-off…); the person then signs in once.' },
  twoStep: {
    says: '2-step is off',
    todo: 'The person turns it on at myaccount.google.com › Security. Add the address to Google’s security group for reseller administrators, which enforces it.',
  },
};

/** What somebody lacks on a domain, the most pressing first; nothing for who is covered, and for who left for good. */
export function lacksOf(cover: Cover): readonly Lack[] {
  const { person, account } = cover;
  if (account === 'not seen yet') return ['waits'];
  if (person.left) return account === 'exists' ? ['stays'] : [];
  return account === 'missing' ? ['missing'] : ofAccount(cover);
}

function ofAccount({ account, cloudIdentity, role, firstSignIn, twoStep }: Cover): readonly Lack[] {
  const found: readonly (readonly [Lack, boolean])[] = [
    ['suspended', account === 'suspended'],
    ['paid', cloudIdentity.startsWith('paid licence')],
    ['role', role === 'none'],
    ['unread', cloudIdentity === 'unknown' || role === 'unknown'],
    ['signIn', firstSignIn === 'never'],
    ['twoStep', twoStep === 'no' || twoStep === 'enforced, not enrolled'],
  ];
  return found.flatMap(([lack, isSo]) => (isSo ? [lack] : []));
}

/** `yes`, what is missing, or that nothing is due any more of who left. */
export function coveredWord(cover: Cover): string {
  const found = lacksOf(cover);
  if (found.length) return found.map((one) => (one === 'paid' ? cover.cloudIdentity : lacks[one].says)).join('; ');
  return cover.person.left ? 'left' : 'yes';
}

/** The name to show of a person; the user name where the roster has no other. */
export function nameOf({ given, family, userName }: RosterPerson): string {
  return `${given} ${family}`.trim() || userName;
}
