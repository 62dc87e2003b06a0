/** Tab-separated text as spreadsheets put it on the clipboard: cells with tabs, line ends or quotes stand in quotes. */

/** Cells to clipboard text. */
export function toTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(quoted).join('\t')).join('\n');
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Clipboard text to cells. The line end that spreadsheets put after the last row is no row. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    row.push(field.value);
    at = field.end;
    const mark = text[at];
    if (mark === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += mark === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at >= text.length) break;
  }
  return rows;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function plainField(text: string, start: number): Field {
  let end = start;
  while (end < text.length && !/[\t\r\n]/.test(text.charAt(end))) end += 1;
  return { value: text.slice(start, end), end };
}

/** A field that opens with a quote but does not close before a tab or line end was meant literally. */
function quotedField(text: string, start: number): Field {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== '"') value += text.charAt(at);
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else {
      const next = text[at + 1];
      const closes = next === undefined || /[\t\r\n]/.test(next);
      return closes ? { value, end: at + 1 } : plainField(text, start);
    }
  }
  return plainField(text, start);
}
