/** The manifest without the card: everything else of the script stays as it is. */

/**
 * Whether an add-on's card in a bound project makes Google run its triggers hourly instead of every five minutes is not
 * documented for such a project; without the card the question does not arise.
 * @param {string} manifest @returns {string}
 */
export function withoutCard(manifest) {
  const { addOns: _card, ...rest } = JSON.parse(manifest);
  return `${JSON.stringify(rest, null, 2)}\n`;
}
