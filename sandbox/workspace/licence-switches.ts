import type { Switch } from './switch';

/** Switches of licences: who gets and may lose one, and what takes a seat. */
export const licenceSwitches = {
  archivedSeats: {
    values: ['172800'],
    seconds: true,
    says: 'How long new Archived User licences on an annual plan cannot be used.',
  },
  archiveFreesSeat: {
    values: ['86400'],
    seconds: true,
    says: "How long after archiving the edition's licence is not free for others.",
  },
  autoLicensingDelay: {
    values: ['90'],
    seconds: true,
    says: 'How long after its creation a user gets what automatic licensing gives.',
  },
  autoLicensingRemoval: {
    values: ['allowed', 'refused'],
    says: 'Whether a licence may be taken or switched where automatic licensing governs the org unit.',
  },
  cloudIdentityCap: {
    values: ['enforced', 'off'],
    says: 'Whether an account with a Cloud Identity Free subscription refuses users beyond its seats and those of paid editions.',
  },
  cloudIdentityFree: {
    values: ['assignable', 'siteWide'],
    says: 'Whether Cloud Identity Free is a licence per user or an edition of the whole account.',
  },
  deletedHoldSeats: {
    values: ['no', 'yes'],
    says: 'Whether deleted users hold their seat for the 20 days in which they can be restored.',
  },
  essentialsProduct: {
    values: ['Google-Apps', '101006'],
    says: 'Product id under which License Manager files Essentials.',
  },
  foreignLicences: {
    values: ['403', '412', 'allowed'],
    says: 'What a reseller is told who gives, switches or takes licences of a subscription that others sold.',
  },
  licenceExists: { values: ['412', '409'], says: 'Status when a user already has the licence.' },
  licenceLimit: { values: ['503', '429'], says: 'Status when licences are asked for faster than one a second.' },
  licencePageSize: { values: ['1000', '100'], says: 'Largest page of a list of licences.' },
  licensingBatch: {
    values: ['working', 'broken'],
    says: "Whether License Manager's batch endpoint answers, or with 404.",
  },
  seatlessUsers: {
    values: ['refused', 'created'],
    says: 'What happens to a new user whose org unit licenses automatically when no seat is left.',
  },
  suspendedSeats: { values: ['usable', 'none'], says: 'Whether a suspended subscription has seats to assign.' },
  unarchiveRefusal: {
    values: ['conditionNotMet', 'limitExceeded'],
    says: 'Reason of the 412 where no licence of the edition is free for somebody who is archived.',
  },
} as const satisfies Record<string, Switch>;
