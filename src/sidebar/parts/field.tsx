import type { ComponentChildren } from 'preact';

interface FieldProps {
  /** Also the id of the input. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** Called when the keyboard leaves the field. */
  readonly onLeave?: () => void;
  /** What is wrong, or ''. */
  readonly says?: string;
  /** It has to be filled in: a star says so. */
  readonly needed?: boolean;
  /** What to write, where the label does not say it. */
  readonly hint?: string;
  /** A field of several lines, so many of them in view. */
  readonly lines?: number;
  /** The words of a drop-down. */
  readonly options?: readonly string[];
  /** Which keyboard a small screen shows. */
  readonly kind?: 'email' | 'tel' | 'text';
}

function describedBy({ name, says, hint }: FieldProps): string | undefined {
  return [says && name + '-wrong', hint && name + '-hint'].filter(Boolean).join(' ') || undefined;
}

function Input(props: FieldProps) {
  const { name, value, onInput, onLeave, says, options, lines, needed, kind = 'text' } = props;
  const same = {
    id: name,
    dir: 'auto' as const,
    value,
    onBlur: onLeave,
    'aria-required': needed,
    'aria-invalid': says ? true : undefined,
    'aria-describedby': describedBy(props),
  };
  if (lines) return <textarea {...same} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />;
  if (!options)
    return (
      <input
        {...same}
        type="text"
        inputMode={kind}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    );
  return (
    <select {...same} onChange={(event) => onInput(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option} value={option}>
          {option || '–'}
        </option>
      ))}
    </select>
  );
}

/** A field of a form with its label, what to write and what is wrong. */
export function Field(props: FieldProps) {
  const { name, label, says, hint, needed } = props;
  return (
    <div class="field">
      <label for={name} class={needed ? 'needed' : undefined}>
        {label}
      </label>
      <Input {...props} />
      {hint && (
        <div class="sub" id={name + '-hint'}>
          {hint}
        </div>
      )}
      <div class="wrong" id={name + '-wrong'}>
        {says}
      </div>
    </div>
  );
}

/** Fields that belong together, under a heading. */
export function Fields({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
