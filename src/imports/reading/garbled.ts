/** Text that was saved in one encoding and read in another. */

/**
 * UTF-8 read as Windows-1252: a letter of the first kind is followed by one that only such a mistake puts there, `Ã©`,
 * `Å‚`, `â€™`. Proper names such as Łukasz or Ångström have no such pair.
 */
const misread =
  /[ÃÅÄÂÐÑØÙ][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2018-\u201E\u2020-\u2026\u2030\u2039\u203A\u20AC\u2122]|â€/;

/** Whether a text holds the sign of a letter that was lost, or letters that were read wrongly. */
export function isGarbled(text: string): boolean {
  return text.includes('\uFFFD') || misread.test(text);
}
