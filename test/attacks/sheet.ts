import type { TestDesk } from '../sandbox-desk';
import { columnOf, textsOf } from '../interference/people';

/** What a co-editor can do: write into cells, of the hidden Journal too, and keep copies of what stood there. */

/** A line of the journal by its key, as its cells stand. Throws where there is none. */
export function lineOf(desk: TestDesk, key: string): readonly string[] {
  const line = textsOf(desk.host, 'Journal').find((cells) => cells[0] === key);
  if (!line) throw new Error(`The journal has no line ${key}.`);
  return line;
}

/** Pastes cells over the line of a key. */
export function pasteLine(desk: TestDesk, key: string, cells: readonly string[]): void {
  const row = textsOf(desk.host, 'Journal').findIndex(([name]) => name === key) + 1;
  cells.forEach((text, column) => {
    desk.host.edit.setCell('Journal', [row, column + 1], text);
  });
}

/** Writes texts into cells of a line, by header. */
export function rewrite(desk: TestDesk, key: string, texts: Readonly<Record<string, string>>): void {
  const cells = [...lineOf(desk, key)];
  for (const [header, text] of Object.entries(texts)) cells[columnOf(desk.host, header, 'Journal') - 1] = text;
  pasteLine(desk, key, cells);
}

/** The Journal as it stands, and how to bring it back as the version history does. */
export function versionOf(desk: TestDesk, name = 'Journal'): () => void {
  const sheets = desk.host.state.sheets;
  const kept = structuredClone(sheets.find((one) => one.name === name)?.cells);
  return () => {
    const sheet = sheets.find((one) => one.name === name);
    if (sheet && kept) sheet.cells = structuredClone(kept);
  };
}

/** Writes another header over one of the Users tab. */
export function renameHeader(desk: TestDesk, from: string, to: string): void {
  desk.host.edit.setCell('Users', [1, columnOf(desk.host, from)], to);
}
