/**
 * Long test files first: a machine that never ran them, as in CI, has no times to go by, and one that begins late is
 * waited for by all. Browser files wait more than they compute, so they lead.
 */
import Sequencer from '@jest/test-sequencer';

/** Parts of paths, the longest first. */
const long = [
  'test/browser/workbench',
  'test/browser/sidebar.',
  'test/crash/parallel',
  'test/crash/',
  'test/interference/',
  'test/faults/',
  'test/cli/',
  'test/users/',
  'test/attacks/',
  // Few and small files, which start processes that take long.
  'test/structure/lists',
  'test/bench/',
  'test/clasp/',
  'test/browser/',
];

const rank = ({ path }) => {
  const found = long.findIndex((part) => path.replaceAll('\\', '/').includes(part));
  return found < 0 ? long.length : found;
};

export default class LongFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
