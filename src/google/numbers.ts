/**
 * Google's numbers, in one place. Sources: Directory API "Quotas and limits", reference of users, org units and
 * customers; "Name guidelines for users and groups" (support.google.com/a/answer/9193374); Reseller API reference and
 * "Limits".
 */
export const limits = {
  /** First and last name, each. The limits page says 40, the reference and the name guidelines 60. */
  personName: { most: 60, careful: 40 },
  displayName: { most: 256 },
  /** Characters of a group’s name and description. */
  group: { name: 73, description: 4_096 },
  /** Clear text, ASCII only. */
  password: { least: 8, most: 100 },
  hashRounds: { most: 10_000 },
  /** What stands before the @ of an address. */
  localPart: { most: 64 },
  domain: { most: 253, label: 63 },
  aliasesPerUser: 30,
  orgUnits: { levels: 35, perAccount: 40_000, movedAtOnce: 20 },
  roles: { customPerAccount: 750, assignmentsPerOrgUnit: 1_000, assignmentsToGroups: 250 },
  domains: { perAccount: 600, aliases: 20, daysToVerify: 21 },
  /** Days in which a deleted person can be restored. */
  restoreDays: 20,
  phone: { leastDigits: 7, mostDigits: 15 },
  /** Fields of a customer's postal address, each. */
  addressField: { most: 255 },
  purchaseOrder: { most: 80 },
  dealCode: { most: 100 },
  seats: { trial: 10, free: 50, contract: 50_000 },
  transferTokenDays: 30,
  /** Days before its renewal in which a transferred annual plan may become another one. */
  transferLeavesTerm: 30,
  /** Days a suspended subscription can be taken up again. */
  suspendedDays: 60,
  /**
   * The largest pages Google gives. Licences: the two pages of Google's documentation differ (100 and 1,000); ask for
   * 100.
   */
  pages: { users: 500, licences: 100, subscriptions: 100, roles: 100, roleAssignments: 200 },
  batchCalls: 1_000,
} as const;
