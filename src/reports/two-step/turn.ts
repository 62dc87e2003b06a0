import type { AccountHolder } from './who';

/** Whose turn it is, and how pressing that is. */

/** `urgency`: 0 is the most pressing. */
export interface Turn {
  readonly urgency: number;
  readonly who: string;
  readonly todo: string;
}

const turnOn = 'Turn on 2-step verification at myaccount.google.com › Security › 2-Step Verification';
/**
 * Google makes the group, does not publish its address, and puts nobody into it (support.google.com/a/answer/12857893).
 */
const addToGroup =
  'add the address to Google’s security group for reseller administrators (Admin console › Directory › Groups), which enforces 2-step';

/** Who has to act, and what to do; nobody, where 2-step is used and enforced. */
export function turnOf(holder: AccountHolder): Turn {
  const { twoStep, lastSignIn, is, waitsFor } = holder;
  if (twoStep === '') return unseenTurn(waitsFor);
  if (twoStep === 'enforced') return { urgency: 9, who: 'Nobody', todo: '' };
  if (is === 'First administrator') return ofCustomer(holder);
  if (twoStep === 'enrolled') return { urgency: 6, who: 'You', todo: `Enforce it: ${addToGroup}.` };
  if (lastSignIn === 'never')
    return {
      urgency: 5,
      who: 'You',
      todo: `Hand off the first password, and ${addToGroup}. The person signs in, then: ${turnOn}.`,
    };
  if (twoStep === 'enforced, not enrolled')
    return { urgency: 2, who: 'The person', todo: `${turnOn}, before Google refuses the next sign-in.` };
  const urgency = is === 'Super administrator' ? 0 : 1;
  return { urgency, who: 'The person and you', todo: `${turnOn}; you ${addToGroup}.` };
}

function unseenTurn(waitsFor: string): Turn {
  if (waitsFor === '') return { urgency: 7, who: 'You', todo: 'There is no account: check the row.' };
  return { urgency: 8, who: capital(waitsFor), todo: 'Open this spreadsheet and make this report.' };
}

/** Customers enforce 2-step on their own side; a reseller asks them to. */
function ofCustomer({ twoStep, lastSignIn }: AccountHolder): Turn {
  if (twoStep === 'enrolled') return { urgency: 9, who: 'Nobody', todo: '' };
  const who = 'The customer';
  if (lastSignIn === 'never') return { urgency: 4, who, todo: `Sign in for the first time, then: ${turnOn}.` };
  return { urgency: 3, who, todo: `${turnOn}.` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
