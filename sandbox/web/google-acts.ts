import type { SimulatedWorkspace } from '../workspace/workspace';
import type { GoogleAct } from './wire';

const reasons: Readonly<Record<number, string>> = {
  403: 'forbidden',
  404: 'notFound',
  409: 'duplicate',
  429: 'rateLimitExceeded',
  500: 'internalError',
  503: 'backendError',
};

/**
 * Does what a person asked for inside the simulated Google and answers with a sentence. Throws for what does not exist.
 */
export function actAtGoogle({ control }: SimulatedWorkspace, act: GoogleAct): string {
  switch (act.kind) {
    case 'switch':
      control.setSwitch(act.name, act.value);
      return `${act.name} is now ${act.value}.`;
    case 'acceptTerms':
      control.acceptTerms(act.account);
      return `An administrator of ${act.account} has signed in and accepted the terms.`;
    case 'signIn':
      control.signIn(act.address);
      return `${act.address} has signed in.`;
    case 'enrol':
      control.enrol(act.address);
      return `${act.address} uses 2-step verification now.`;
    case 'verifyDomain':
      control.verifyDomain(act.account, act.domain);
      return `${act.domain} is verified.`;
    case 'licenseNobody':
      control.licenseNobody(act.account);
      return `Automatic licensing is off for everybody of ${act.account}.`;
    case 'transferToken':
      return `Transfer token for ${act.reseller}, valid for ${control.valueOf('transferTokenDays')} days: ${control.makeTransferToken(act.account, act.reseller)}`;
    case 'failNext':
      control.failNext(act.op, { status: act.status, reason: reasons[act.status] ?? 'backendError' });
      return `The next ${act.op} will be answered with ${act.status}.`;
  }
}
