import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface FirstNew {
  readonly list: RefObject<HTMLUListElement | null>;
  /** More lines were asked for, by the link behind the list. */
  readonly ask: () => void;
}

/**
 * Where somebody asks for more lines, the first that comes has the keyboard next: the link stands behind all of them
 * then, or is gone. Who went elsewhere meanwhile is left alone.
 */
export function useFirstNew(lines: number): FirstNew {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(lines);
  const asked = useRef(false);
  // Before anything else sees that the link which had the keyboard is gone.
  useLayoutEffect(() => {
    const first = list.current?.children[before.current];
    const { activeElement } = document;
    const stays = activeElement === document.body || activeElement === list.current?.nextElementSibling;
    if (first instanceof HTMLElement && asked.current && stays) takeKeyboard(first);
    if (first) asked.current = false;
    before.current = lines;
  }, [lines]);
  return { list, ask: () => (asked.current = true) };
}

function takeKeyboard(line: HTMLElement): void {
  const control = line.querySelector<HTMLElement>('button, a, input');
  if (!control) line.tabIndex = -1;
  (control ?? line).focus();
}
