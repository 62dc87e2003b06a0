import type { GoogleAct, SwitchView } from '../../wire';

/** The named quirks of the simulated Google, each of which can be changed while the workbench runs. */
export function Switches({
  switches,
  act,
}: {
  readonly switches: readonly SwitchView[];
  readonly act: (what: GoogleAct) => void;
}) {
  return (
    <div class="card">
      <h2>Switches</h2>
      <p class="quiet">Where Google's behaviour is not documented, or differs between accounts.</p>
      {switches.map((line) => (
        <Switch key={line.name} line={line} onSet={(value) => act({ kind: 'switch', name: line.name, value })} />
      ))}
    </div>
  );
}

function Switch({ line, onSet }: { readonly line: SwitchView; readonly onSet: (value: string) => void }) {
  return (
    <label class="switch">
      <span>
        <code>{line.name}</code>
        <span class="quiet">{line.says}</span>
      </span>
      {line.values.length ? (
        <select value={line.value} onChange={(event) => onSet(event.currentTarget.value)}>
          {line.values.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </select>
      ) : (
        <input value={line.value} size={8} onChange={(event) => onSet(event.currentTarget.value)} />
      )}
    </label>
  );
}
