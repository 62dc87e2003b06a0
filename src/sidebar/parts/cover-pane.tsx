import type { CoverageView, CoverCell, CoverPerson, Lack } from '../../job/coverage/wire';
import { looks, stateOf } from '../cover-words';
import type { Act } from '../act';
import { Link } from './link';
import { ShapeOf, type Shape } from './shape';

interface PaneProps {
  readonly person: CoverPerson;
  readonly view: CoverageView;
  readonly act: Act;
}

interface Fact {
  readonly shape: Shape;
  readonly says: string;
}

/** What was seen, from the account to 2-step; each line with its shape. */
function factsOf(cell: CoverCell): readonly Fact[] {
  const { account, cloudIdentity, role, firstSignIn, twoStep, lacks } = cell;
  if (account === 'not seen yet') return [];
  if (account === 'missing') return [{ shape: 'dashed', says: 'No account' }];
  const shape = (bad: Shape, ...of: readonly Lack[]): Shape => (of.some((one) => lacks.includes(one)) ? bad : 'ok');
  return [
    { shape: shape('stop', 'suspended', 'stays'), says: account === 'suspended' ? 'Account is suspended' : 'Account' },
    { shape: shape('stop', 'paid'), says: identitySays(cloudIdentity) },
    { shape: shape('stop', 'role'), says: role === 'none' ? 'No role for the portal' : 'Role ' + role },
    { shape: shape('half', 'signIn'), says: firstSignIn === 'never' ? 'Never signed in' : 'Signed in ' + firstSignIn },
    { shape: shape('half', 'twoStep'), says: '2-step: ' + (twoStep === 'no' ? 'off' : twoStep) },
  ];
}

function identitySays(cloudIdentity: string): string {
  if (cloudIdentity === 'yes') return 'Cloud Identity Free';
  return cloudIdentity === 'unknown'
    ? 'Licence not shown'
    : cloudIdentity.charAt(0).toUpperCase() + cloudIdentity.slice(1);
}

function OnDomain({ cell, person, view, act }: PaneProps & { readonly cell: CoverCell }) {
  const domain = view.domains[cell.domain];
  const { shape, word } = looks[stateOf(cell, person)];
  const first = cell.lacks[0];
  return (
    <section>
      <h3>
        {domain?.name} <ShapeOf shape={shape} /> {word}
      </h3>
      <div class="sub">{cell.address}</div>
      <ul class="facts">
        {factsOf(cell).map(({ says, shape: stands }) => (
          <li key={says}>
            <ShapeOf shape={stands} /> {says}
          </li>
        ))}
      </ul>
      {first && <p class="todo">{view.lacks[first].todo}</p>}
      {domain?.waitsFor && (
        <p class="sub">
          {cell.seen ? 'Seen on ' + cell.seen + '. ' : ''}Waits for {domain.waitsFor}.
        </p>
      )}
      {cell.userRow && (
        <Link onClick={() => void act.goToRow({ key: cell.userRow })} label={'Go to Users, ' + cell.address}>
          Go to Users
        </Link>
      )}
    </section>
  );
}

/** One person: what is there on each domain, what is missing, and what to do. */
export function CoverPane({ person, view, act }: PaneProps) {
  return (
    <div class="person">
      <h2 class="name">{person.name}</h2>
      {person.workAddress && <div class="sub">{person.workAddress}</div>}
      <Link onClick={() => void act.goToRow({ key: person.key })} label={'Go to Team row ' + person.row}>
        Go to Team row {person.row}
      </Link>
      {person.cells.map((cell) => (
        <OnDomain key={cell.domain} {...{ cell, person, view, act }} />
      ))}
    </div>
  );
}
