interface TickProps {
  /** Also the id of the box. */
  readonly name: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly label: string;
  /** What the label is about, where only somebody who sees the page can tell. */
  readonly of?: string;
  readonly hint?: string | undefined;
}

/** A box to tick, with its label and what it means. */
export function Tick({ name, on, onChange, label, of, hint }: TickProps) {
  return (
    <div class="field tick">
      <input
        id={name}
        type="checkbox"
        checked={on}
        aria-describedby={hint ? name + '-hint' : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={name}>
        {label}
        {of && <span class="unseen">: {of}</span>}
      </label>
      {hint && (
        <div class="sub" id={name + '-hint'}>
          {hint}
        </div>
      )}
    </div>
  );
}
