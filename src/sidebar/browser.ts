/** What only a browser can do: the clipboard and a file. */

function copyBySelection(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'unseen';
  const before = document.activeElement;
  document.body.append(box);
  box.select();
  const copied = document.execCommand('copy');
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/**
 * Puts text on the clipboard; false where the browser does not allow it. A frame of another site often may not use the
 * new way.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Saves text as a file that is made in this browser and kept nowhere else. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** A name that nothing else has. */
export function newId(): string {
  return crypto.randomUUID();
}

/** Saves rows of texts as a CSV file. */
export function saveRows(name: string, rows: readonly (readonly string[])[]): void {
  const quoted = (text: string): string => '"' + text.replace(/"/g, '""') + '"';
  saveFile(name, rows.map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n');
}
