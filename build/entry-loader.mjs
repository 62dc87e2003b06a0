/** Adds to the entry what follows from the lists. `lines`: see build/lists.mjs. */
export default function addLines(source) {
  return `${source}\n${this.getOptions().lines}\n`;
}
