import { useState } from 'preact/hooks';
import type { StartPage, Scope } from '../../job/wire';
import { changeColours, isDark } from '../colours';
import { Button } from '../parts/button';
import { Frame, type PageProps } from '../parts/frame';
import { Link } from '../parts/link';
import { Note } from '../parts/note';
import { ScopePicker } from '../parts/scope-picker';
import { Step } from '../parts/step';
import { Tiles } from '../parts/tiles';
import { underWay } from '../state';
import { count, sum, tallies } from '../words';

function checkLabel(kind: Scope['kind'], rows: number): string {
  if (kind === 'customer') return 'Check this customer';
  if (kind === 'selected') return 'Check selected rows';
  if (kind === 'visible') return 'Check visible rows';
  return kind === 'retry' ? 'Check again what did not work' : 'Check ' + count(rows, 'row');
}

/** The one thing to do next. */
function Primary({ state, act }: PageProps) {
  const { desk, progress, busy, scopeKind } = state;
  const button = (label: string, onClick: () => void) => (
    <Button kind="primary" onClick={onClick} disabled={busy !== ''}>
      {label}
    </Button>
  );
  if (underWay(progress)) return button('Show what is under way', () => void act.resume());
  if (desk?.stops.some(({ offersSetUp }) => offersSetUp))
    return button('Set this spreadsheet up', () => void act.setUp());
  if (desk?.uncounted && busy) return button('Check', () => void act.checkChosen());
  if (!desk || desk.stops.length || !desk.rows) return button('Look again', () => void act.refresh());
  return button(checkLabel(scopeKind, desk.rows), () => void act.checkChosen());
}

function needSays({ counts }: StartPage): string {
  const need = sum(counts, 'blocked', 'failed');
  const wait = sum(counts, 'waiting');
  const parts = [need && count(need, 'row needs you', 'rows need you'), wait && count(wait, 'row waits', 'rows wait')];
  return parts.filter(Boolean).join(' · ');
}

function LastRun({ state, act, desk }: PageProps & { desk: StartPage }) {
  const { progress } = state;
  if (!desk.lastRun) return null;
  const ended = progress?.phase === 'finished' || progress?.phase === 'stopped';
  return (
    <>
      <h2>Last run</h2>
      <ul>
        {ended ? (
          <Step says={desk.lastRun} action="Show" onClick={() => act.go('finished')} />
        ) : (
          <li>{desk.lastRun}</li>
        )}
      </ul>
    </>
  );
}

function NextSteps({ state, act, desk }: PageProps & { desk: StartPage }) {
  const needs = needSays(desk);
  const waits = count(desk.handOff, 'person waits', 'people wait') + ' for the first password';
  const ready = desk.hasPlan && !underWay(state.progress);
  return (
    <>
      <h2>Next</h2>
      <ul>
        {ready && <Step says="A checked plan can be run" action="Plan" onClick={() => void act.showPlan()} />}
        {needs && <Step says={needs} action="Show" onClick={() => void act.showNeeds()} />}
        {desk.handOff > 0 && <Step says={waits} action="Hand off" onClick={() => void act.showHandOff()} />}
        {desk.who?.reseller && !desk.stops.length && <CustomerSteps act={act} />}
        {!desk.stops.length && (
          <Step says="A list of people as a file?" action="Import" onClick={() => void act.startImport('file')} />
        )}
        <Step says="Is everything ready at Google?" action="Readiness" onClick={() => void act.showReadiness()} />
      </ul>
    </>
  );
}

function CustomerSteps({ act }: { act: PageProps['act'] }) {
  return (
    <>
      <Step
        says="Terms, domains and transfers of your customers"
        action="Customers"
        onClick={() => void act.showCustomers()}
      />
      <Step says="Somebody bought from you?" action="New customer" onClick={() => void act.startCustomer()} />
    </>
  );
}

function StartView({ state, act, desk }: PageProps & { desk: StartPage }) {
  const usable = !desk.stops.length && !desk.uncounted;
  return (
    <>
      {desk.stops.map(({ message, remedy }) => (
        <Note key={message} tone="stop" title={message}>
          <p>{remedy}</p>
        </Note>
      ))}
      {usable && <Tiles tallies={tallies(desk.counts)} />}
      {usable && !desk.rows && (
        <p>
          Write people on the Users tab, one in a row, or paste them there. Customers and what they order have tabs of
          their own.
        </p>
      )}
      {usable && desk.rows > 0 && !underWay(state.progress) && <ScopePicker state={state} act={act} />}
      <LastRun state={state} act={act} desk={desk} />
      <NextSteps state={state} act={act} desk={desk} />
      {usable && desk.rows > 0 && (
        <Note tone="info">Checking changes nothing at Google. You see every change before it is made.</Note>
      )}
      <Colours />
    </>
  );
}

/** Dark is the reader's choice. */
function Colours() {
  const [dark, setDark] = useState(isDark());
  const change = () => {
    changeColours();
    setDark(isDark());
  };
  return (
    <p class="sub">
      <Link onClick={change}>{dark ? 'Light colours' : 'Dark colours'}</Link>
    </p>
  );
}

function titleOf({ desk, busy }: PageProps['state']): string {
  if (!desk) return busy ? 'Opening…' : 'Seatsheet could not be opened';
  if (desk.stops.length) return 'First, one thing';
  if (desk.uncounted) return busy ? 'Counting rows…' : 'Rows were not counted';
  return desk.rows ? count(desk.rows, 'row') : 'No rows yet';
}

/** Where it begins: how the rows stand, what to check, what to do next. */
export function Start({ state, act }: PageProps) {
  const { desk, busy } = state;
  const again = desk && !desk.stops.length && desk.rows > 0 && (
    <Link onClick={() => void act.refresh()} disabled={busy !== ''}>
      Count again
    </Link>
  );
  return (
    <Frame state={state} act={act} title={titleOf(state)} aside={again} footer={<Primary state={state} act={act} />}>
      {desk && <StartView state={state} act={act} desk={desk} />}
    </Frame>
  );
}
