/**
 * Google's limits for Apps Script, in one place because they may change without notice (Apps Script quotas page,
 * 2026-04).
 */

const minute = 60_000;
const day = 24 * 60 * minute;

/** Limits with their units. Daily quotas are per person and start anew 24 hours after the first use. */
export const limits = {
  /** Milliseconds an execution may take; cards and simple triggers have less. */
  execution: 6 * minute,
  shortExecution: 30_000,
  /** Executions of one person at the same time. */
  simultaneous: 30,
  /** Utilities.sleep takes no more than this at once (reference of Utilities). */
  sleep: 300_000,
  triggers: 20,
  everyMinutes: [1, 5, 10, 15, 30] as readonly number[],
  /** Values: 9 KB; a whole store: 500 KB, its keys counted. */
  propertyValue: 9 * 1024,
  propertyStore: 500 * 1024,
  cacheKey: 250,
  cacheValue: 100 * 1024,
  cacheSeconds: 21_600,
  cacheDefaultSeconds: 600,
  /** A cache that grows above the first number is cut to the second (reference of Cache). */
  cacheItems: 1_000,
  cacheItemsKept: 900,
  cellText: 50_000,
  listItems: 500,
  cells: 10_000_000,
  urlLength: 2_082,
  fetchPayload: 50 * 1024 * 1024,
  fetchHeaders: 8 * 1024,
  mailRecipientsPerMessage: 50,
  mailBody: { workspace: 400 * 1024, consumer: 200 * 1024 },
  cardParts: 100,
  day,
} as const;

/**
 * Quotas per person and day, as the quotas page has them. It has none for executions, the document, caches, Utilities
 * and advanced services.
 */
export const dailyQuotas = {
  workspace: { urlFetch: 100_000, mailRecipients: 1_500, triggerMinutes: 360, propertyCalls: 500_000 },
  consumer: { urlFetch: 20_000, mailRecipients: 100, triggerMinutes: 90, propertyCalls: 50_000 },
} as const;

/** The name of a daily quota. */
export type DailyQuota = keyof (typeof dailyQuotas)['workspace'];
