import { figure, type Tally } from '../words';

/** Counts beside each other, each with its word. */
export function Tiles({ tallies }: { tallies: readonly Tally[] }) {
  return (
    <dl class="tiles">
      {tallies.map(({ count, word, tone }) => (
        <div key={word} class={'tile ' + tone}>
          <dt>{word}</dt>
          <dd>{figure(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
