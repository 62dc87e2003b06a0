/** The keyboard never falls to the page: where what had it goes or rests, the heading takes it over. */

const takesKeyboard = 'button, a, input, select, textarea, [tabindex]';
const works = (node: HTMLElement): boolean => node.isConnected && !node.matches(':disabled');

/** What a button is called. */
const wordsOf = (button: Element): string => button.getAttribute('aria-label') ?? button.textContent ?? '';

/**
 * The way back: whoever comes back to the start page finds the keyboard on the button that led away from it, by its
 * words, because the page is drawn anew; null where there is none.
 */
function wayBack(place: HTMLElement): () => HTMLElement | null {
  let ledAway = '';
  let goesBack = false;
  // Before the page changes by it. The start page is the one without a way back.
  place.addEventListener(
    'click',
    ({ target }) => {
      const pressed = target instanceof Element ? target.closest('button') : null;
      if (!pressed) return;
      goesBack = pressed.matches('.back');
      if (!place.querySelector('.back')) ledAway = wordsOf(pressed);
    },
    true,
  );
  return () => {
    if (!goesBack) return null;
    goesBack = false;
    const buttons = [...place.querySelectorAll<HTMLElement>('button:not(:disabled)')];
    return buttons.find((button) => wordsOf(button) === ledAway) ?? null;
  };
}

/**
 * Watches a place of the page. What rests for a while (a button while the server is asked) gets the keyboard back when
 * it works again, unless the person went elsewhere meanwhile. A person who is busy in the grid is left alone.
 */
export function keepFocus(place: HTMLElement): void {
  let last: HTMLElement | null = null;
  let resting: HTMLElement | null = null;
  const heading = (): HTMLElement | null => place.querySelector('h1');
  const opener = wayBack(place);

  place.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target;
    if (target !== heading()) resting = null;
    else opener()?.focus();
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
