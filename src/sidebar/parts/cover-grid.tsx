import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CoverageView, CoverCell, CoverDomain, CoverPerson } from '../../job/coverage/wire';
import { looks, stateOf, type CoverState } from '../cover-words';
import { count } from '../words';
import { Link } from './link';
import { ShapeOf } from './shape';

/** So many people at first: thousands of cells would make the page slow. */
const atFirst = 100;

interface GridProps {
  readonly view: CoverageView;
  readonly people: readonly CoverPerson[];
  /** Cells of other states are shown pale. */
  readonly wanted: CoverState | 'all';
  /** The key of the person who is open, or ''. */
  readonly open: string;
  /** What is shown below the person who is open. */
  readonly pane: ComponentChildren;
  readonly onOpen: (key: string) => void;
  /** Goes to a row of Users or Team. */
  readonly onGo: (key: string) => void;
}

/** `cloudpartner.example` may break after its first part. */
function Domain({ name }: { name: string }) {
  const dot = name.indexOf('.');
  return (
    <span>
      {name.slice(0, dot)}
      <wbr />
      {name.slice(dot)}
    </span>
  );
}

function Head({ domain: { name, waitsFor, seen } }: { domain: CoverDomain }) {
  const when = seen ? 'seen ' + seen : 'not seen yet';
  return (
    <th scope="col" class={waitsFor ? 'held' : ''} title={waitsFor ? name + ' waits for ' + waitsFor : name}>
      <Domain name={name} />
      <small>{waitsFor ? 'other account, ' + when : 'read now'}</small>
    </th>
  );
}

interface CellProps {
  readonly person: CoverPerson;
  readonly cell: CoverCell | undefined;
  readonly domain: CoverDomain;
  readonly wanted: GridProps['wanted'];
  readonly onGo: GridProps['onGo'];
}

/** A click goes to the row of Users, or of Team where there is none; the keyboard gets there by the person's name. */
function Cell({ person, cell, domain, wanted, onGo }: CellProps) {
  const held = domain.waitsFor ? ' held' : '';
  if (!cell)
    return (
      <td class={'unwished' + held}>
        <ShapeOf shape="none" />
        <span class="unseen">not wished</span>
      </td>
    );
  const state = stateOf(cell, person);
  const { shape, word } = looks[state];
  const pale = wanted !== 'all' && wanted !== state ? ' pale' : '';
  return (
    <td
      class={shape + held + pale}
      title={domain.name + ': ' + word + '. Click: go to the row'}
      onClick={() => onGo(cell.userRow || person.key)}
    >
      <ShapeOf shape={shape} />
      <span class="word">{word}</span>
    </td>
  );
}

function Person({ person, ...grid }: Omit<GridProps, 'people'> & { readonly person: CoverPerson }) {
  const { view, wanted, open, pane, onOpen, onGo } = grid;
  const isOpen = open === person.key;
  return (
    <>
      <tr class={isOpen ? 'open' : ''}>
        <th scope="row">
          <Link onClick={() => onOpen(isOpen ? '' : person.key)} expanded={isOpen}>
            {person.left ? person.name + ' (left)' : person.name}
          </Link>
        </th>
        {view.domains.map((domain, at) => (
          <Cell
            key={domain.name}
            {...{ person, domain, wanted, onGo }}
            cell={person.cells.find((cell) => cell.domain === at)}
          />
        ))}
      </tr>
      {isOpen && pane && (
        <tr class="more">
          <td colSpan={view.domains.length + 1}>{pane}</td>
        </tr>
      )}
    </>
  );
}

/** The picture: a line for each person, a column for each domain of the roster. */
export function CoverGrid({ people, ...grid }: GridProps) {
  const [limit, setLimit] = useState(atFirst);
  const hidden = people.length - limit;
  return (
    <div class="grid-box">
      <div class="grid" role="region" aria-label="People by domains" tabIndex={0}>
        <table>
          <caption class="unseen">Who of the support team can work on which domain</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              {grid.view.domains.map((domain) => (
                <Head key={domain.name} domain={domain} />
              ))}
            </tr>
          </thead>
          <tbody>
            {people.slice(0, limit).map((person) => (
              <Person key={person.key} person={person} {...grid} />
            ))}
          </tbody>
        </table>
      </div>
      {people.length === 0 && <p class="sub">Nobody is like that.</p>}
      {hidden > 0 && (
        <Link onClick={() => setLimit(limit + atFirst)}>Show {count(Math.min(hidden, atFirst), 'more', 'more')}</Link>
      )}
    </div>
  );
}
