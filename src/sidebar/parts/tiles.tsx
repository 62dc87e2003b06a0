import type { Counts } from '../../job/wire';
import { figure, tallies } from '../words';

/** How many rows stand at each status, those without a row left out. */
export function Tiles({ counts }: { counts: Counts }) {
  return (
    <dl class="tiles">
      {tallies(counts).map(({ count, word, tone }) => (
        <div key={word} class={'tile ' + tone}>
          <dt>{word}</dt>
          <dd>{figure(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
