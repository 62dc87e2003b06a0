/**
 * Light and dark. Sheets is light whatever the browser prefers, so the sidebar is dark only where its reader wants it.
 */

const kept = 'seatsheet-colours';

/** Whether the page is dark at the moment. */
export function isDark(): boolean {
  return document.documentElement.dataset.colours === 'dark';
}

/** Takes up what the reader chose in this browser. A frame of another site may be kept from remembering: then light. */
export function recallColours(): void {
  try {
    if (localStorage.getItem(kept) === 'dark') show('dark');
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Changes from light to dark, or back, and remembers it where the browser allows. */
export function changeColours(): void {
  const colours = isDark() ? 'light' : 'dark';
  show(colours);
  try {
    localStorage.setItem(kept, colours);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function show(colours: 'light' | 'dark'): void {
  document.documentElement.dataset.colours = colours;
}
