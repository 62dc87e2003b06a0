import type { ComponentChildren } from 'preact';

interface NoteProps {
  readonly tone: 'info' | 'ok' | 'wait' | 'stop';
  readonly title?: string;
  readonly children?: ComponentChildren;
}

/** A few sentences set apart, coloured by how much they matter. */
export function Note({ tone, title, children }: NoteProps) {
  return (
    <div class={'note ' + tone}>
      {title && <b>{title}</b>}
      {children}
    </div>
  );
}
