import type { ComponentChildren } from 'preact';

interface LinkProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  /** The whole meaning, where the words alone do not say which row is meant. */
  readonly label?: string;
  readonly class?: string;
  readonly disabled?: boolean;
  /** Whether what it opens is open. */
  readonly expanded?: boolean;
}

/** A button that looks like a link: the small things beside a line. */
export function Link({ onClick, children, label, class: more, disabled, expanded }: LinkProps) {
  return (
    <button
      type="button"
      class={more ? 'link ' + more : 'link'}
      onClick={onClick}
      aria-label={label}
      aria-expanded={expanded}
      disabled={disabled}
    >
      {children}
    </button>
  );
}
