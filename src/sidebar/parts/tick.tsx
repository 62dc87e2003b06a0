interface TickProps {
  /** Also the id of the box. */
  readonly name: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** A box to tick, with its label and what it means. */
export function Tick({ name, on, onChange, label, hint }: TickProps) {
  return (
    <div class="field tick">
      <input
        id={name}
        type="checkbox"
        checked={on}
        aria-describedby={hint ? name + '-hint' : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={name}>{label}</label>
      {hint && (
        <div class="sub" id={name + '-hint'}>
          {hint}
        </div>
      )}
    </div>
  );
}
