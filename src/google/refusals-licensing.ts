import { consoles } from './consoles';
import { isNotFound, licenceAlreadyThere, licenceOtherSku, licenceSwitchToSame, noLicencesLeft } from './predicates';
import type { RefusalRow } from './refusal-rows';

const licensing = ['licensing.'];

/** What License Manager refuses (its guide "Manage licenses"). Its 412s share one reason, so here the text decides. */
export const licensingRows: readonly RefusalRow[] = [
  {
    code: 'licenceHeld',
    op: licensing,
    means: licenceAlreadyThere,
    says: '{Who} has {product} already.',
    remedy: `Nothing needs doing. To see it: ${consoles.userLicences.path}.`,
  },
  {
    code: 'licenceOtherSku',
    op: licensing,
    means: licenceOtherSku,
    says: '{Who} has another edition of the same product as {product}, and can have only one.',
    remedy:
      'Check the row again: Seatsheet then plans a switch instead of a second licence. If both stand in Licences, take one out.',
  },
  {
    code: 'noLicencesLeft',
    op: licensing,
    means: noLicencesLeft,
    says: 'All bought licences of {product} are given out, so {who} has none.',
    remedy: `Raise the seats of {product} (number of seats on annual plans, maximum number of seats on flexible and trial plans) in the ${consoles.partnerCustomers.path} › the customer › the subscription. Then run this row again.`,
  },
  {
    code: 'autoLicenceSwitch',
    op: licensing,
    status: [412],
    text: /auto license switching is not allowed/i,
    says: 'Automatic licensing decides which edition {who} has, and Google does not let it be switched.',
    remedy: `Turn automatic licensing off for the person's org unit under ${consoles.automaticLicensing.path}, or move the person to an org unit without it, and run the row again.`,
  },
  {
    code: 'autoLicenceRemoval',
    op: licensing,
    status: [412],
    text: /auto license un-?assignment is not allowed/i,
    says: 'Automatic licensing gives {who} {product}, and Google does not let it be taken away.',
    remedy: `Turn automatic licensing off for the person's org unit under ${consoles.automaticLicensing.path} (choose the org unit, the subscription, Off, Override), then run the row again.`,
  },
  {
    code: 'licenceSame',
    op: licensing,
    means: licenceSwitchToSame,
    says: '{Who} was to be switched to {product}, but has it already.',
    remedy: 'Check the row again: it should come out as up to date.',
  },
  {
    code: 'licenceAcrossProducts',
    op: licensing,
    status: [412],
    text: /different products/i,
    says: 'A licence cannot be switched to {product}, because that is another product and not another edition.',
    remedy: 'Check the row again: Seatsheet then plans to give the one and remove the other.',
  },
  {
    code: 'licenceAcrossPeople',
    op: licensing,
    status: [412],
    text: /different users/i,
    says: 'The licence to be switched belongs to somebody else than {who}. The address may have changed at Google.',
    remedy: `Compare the address with the one under ${consoles.users.path}, and check the row again.`,
  },
  {
    code: 'licenceAbsent',
    op: [
      'licensing.licenseAssignments.delete',
      'licensing.licenseAssignments.update',
      'licensing.licenseAssignments.patch',
      'licensing.licenseAssignments.get',
    ],
    means: isNotFound,
    says: '{Who} does not have {product}.',
    remedy: 'Nothing needs removing. Check the row again to see what the person has.',
  },
  {
    code: 'licenceNobody',
    op: licensing,
    means: isNotFound,
    says: 'License Manager knows neither {who} nor {product} in this account.',
    remedy: `Look whether the person exists under ${consoles.users.path} with exactly this address, and whether {product} was ordered: ${consoles.subscriptions.path}.`,
  },
  {
    code: 'licenceInvalid',
    op: licensing,
    status: [400],
    says: 'License Manager knows {who} or {product} by another name.{google}',
    remedy: `Write the person's present main address (no alias), and choose the product from the list. For a person made a moment ago, run the row again in some minutes.`,
  },
  {
    code: 'licenceForbidden',
    op: licensing,
    status: [403],
    says: 'The person signed in may not manage licences of {domain}, or its customer has turned off reseller access.',
    remedy: `Give that person the License Management privilege under ${consoles.adminRoles.path}, or ask the customer to switch on: ${consoles.resellerAccess.path}.`,
  },
  {
    code: 'licenceCondition',
    op: licensing,
    status: [412],
    says: 'License Manager did not accept {product} for {who}.{google}',
    remedy: `Look at ${consoles.userLicences.path} and ${consoles.automaticLicensing.path}, then check the row again.`,
  },
  {
    code: 'licenceFault',
    op: licensing,
    status: [500, 502, 503, 504],
    says: 'License Manager answered with a fault several times for {product}. That can also mean that no licence is left, or that {product} is not given person by person.',
    remedy: `Compare bought and used licences under ${consoles.subscriptions.path}; try it by hand under ${consoles.userLicences.path}. Then run the row again.`,
  },
];
