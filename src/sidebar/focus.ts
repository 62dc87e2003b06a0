/** The keyboard never falls to the page: where what had it goes or rests, the heading takes it over. */

const takesKeyboard = 'button, a, input, select, textarea, [tabindex]';
const works = (node: HTMLElement): boolean => node.isConnected && !node.matches(':disabled');

/**
 * Watches a place of the page. What rests for a while (a button while the server is asked) gets the keyboard back when
 * it works again, unless the person went elsewhere meanwhile. A person who is busy in the grid is left alone.
 */
export function keepFocus(place: HTMLElement): void {
  let last: HTMLElement | null = null;
  let resting: HTMLElement | null = null;
  const heading = (): HTMLElement | null => place.querySelector('h1');

  place.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target;
    if (target !== heading()) resting = null;
  });
  // Where a person clicked beside everything, nothing was lost.
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Element && !target.closest(takesKeyboard)) last = resting = null;
  });

  function lookAgain(): void {
    if (!document.hasFocus()) return;
    if (resting && works(resting) && document.activeElement === heading()) return resting.focus();
    if (document.activeElement !== document.body || !last) return;
    const lost = last;
    if (works(lost)) return lost.focus({ preventScroll: true });
    heading()?.focus({ preventScroll: true });
    resting = lost.isConnected ? lost : null;
  }

  // Browsers take the keyboard from what is disabled only when a next frame is drawn (HTML, “focus fixup”).
  const changed = (frames: number): void => {
    lookAgain();
    if (frames > 0) requestAnimationFrame(() => setTimeout(() => changed(frames - 1)));
  };
  new MutationObserver(() => changed(3)).observe(place, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled'],
  });
}
