import type { ComponentChildren } from 'preact';

interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  /** `primary`: the one thing to do next; `danger`: takes something away or stops it. */
  readonly kind?: 'primary' | 'danger';
  readonly wide?: boolean;
  readonly disabled?: boolean;
}

/** A button of the footer or a confirmation. */
export function Button({ onClick, children, kind, wide, disabled }: ButtonProps) {
  const looks = [kind, wide && 'wide'].filter(Boolean).join(' ');
  return (
    <button type="button" class={looks} onClick={onClick} disabled={disabled}>
      {children}
    </button>
  );
}
