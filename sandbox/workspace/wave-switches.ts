/** Switches of waves of requests, which the Apps Script host reads. */
export const waveSwitches = {
  fetchAll: {
    values: ['answers', 'throwsBefore', 'throwsAfter'],
    says: 'Whether every third wave of UrlFetchApp.fetchAll is lost as a whole, before any of it went out or when half had. Read by the Apps Script host.',
  },
  fetchAllMost: {
    values: ['any', '30', '15', '5'],
    says: 'How many requests UrlFetchApp.fetchAll takes at once; more are lost as a whole, before any of them went out. Read by the Apps Script host.',
  },
  fetchQuota: {
    values: ['midWave', 'before'],
    says: "Whether the day's quota of requests that ends within a wave lets its first requests go. Read by the Apps Script host.",
  },
} as const;
