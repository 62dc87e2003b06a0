import { reportOf } from './report';
import { accountHolders, type AccountHolder } from './two-step/who';
import { turnOf } from './two-step/turn';
import { twoStepHeaders, twoStepTab } from './two-step/kept';

/** Who signs in with a password alone, and who has to act: the most urgent first. */
export const twoStep = reportOf<AccountHolder>({
  id: 'two-step',
  label: twoStepTab,
  help: 'Who of the support team, of your super administrators and of customers’ first administrators uses 2-step verification, and who has to act.',
  columns: [
    { header: twoStepHeaders.address, of: ({ address }) => address },
    { header: 'Name', of: ({ name }) => name },
    { header: twoStepHeaders.is, of: ({ is }) => is },
    { header: 'Account', of: ({ account }) => account },
    { header: twoStepHeaders.enrolled, of: ({ twoStep: stands }) => enrolledWord(stands) },
    { header: twoStepHeaders.enforced, of: ({ twoStep: stands }) => enforcedWord(stands) },
    { header: twoStepHeaders.since, of: ({ since }) => since },
    { header: twoStepHeaders.lastSignIn, of: ({ lastSignIn }) => lastSignIn },
    { header: 'Who acts', of: (one) => turnOf(one).who },
    { header: 'What to do', of: (one) => turnOf(one).todo },
    { header: twoStepHeaders.seen, of: ({ seen }) => seen },
    { header: 'In reach', of: ({ waitsFor }) => (waitsFor === '' ? 'yes' : `waits for ${waitsFor}`) },
  ],
  *entries(at) {
    const all = yield* accountHolders(at);
    return [...all].sort((one, other) => turnOf(one).urgency - turnOf(other).urgency || byAddress(one, other));
  },
});

function byAddress(one: AccountHolder, other: AccountHolder): number {
  return one.address < other.address ? -1 : 1;
}

const enrolledWord = (stands: AccountHolder['twoStep']): string =>
  stands === '' ? '' : stands.startsWith('enrolled') || stands === 'enforced' ? 'yes' : 'no';

const enforcedWord = (stands: AccountHolder['twoStep']): string =>
  stands === '' ? '' : stands.startsWith('enforced') ? 'yes' : 'no';
