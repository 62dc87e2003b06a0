import { coveredWord, nameOf, type Cover } from './coverage/cover';
import { keptHeaders } from './coverage/kept';
import { coverageTab, lookAtTeam, refuseNobody } from './coverage/look';
import { reportOf } from './report';

/** Who of the support team can work on which domain, and what is missing. */
export const coverage = reportOf<Cover>({
  id: 'coverage',
  label: coverageTab,
  help: 'Everybody on Team, on every domain that is ticked: account, role, sign-in, 2-step, and what is missing.',
  columns: [
    { header: 'Name', of: ({ person }) => nameOf(person) },
    { header: 'Domain', of: ({ domain }) => domain },
    { header: keptHeaders.address, of: ({ address }) => address },
    { header: keptHeaders.account, of: ({ account }) => account },
    { header: keptHeaders.cloudIdentity, of: ({ cloudIdentity }) => cloudIdentity },
    { header: keptHeaders.role, of: ({ role }) => role },
    { header: keptHeaders.firstSignIn, of: ({ firstSignIn }) => firstSignIn },
    { header: keptHeaders.lastSignIn, of: ({ lastSignIn }) => lastSignIn },
    { header: keptHeaders.twoStep, of: ({ twoStep }) => twoStep },
    { header: 'Covered', of: coveredWord },
    { header: keptHeaders.seen, of: ({ seen }) => seen },
    { header: 'In reach', of: ({ waitsFor }) => (waitsFor === '' ? 'yes' : `waits for ${waitsFor}`) },
  ],
  *entries(at) {
    const looked = yield* lookAtTeam(at);
    refuseNobody(looked);
    return looked.covers;
  },
});
