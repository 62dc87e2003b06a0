import { readText } from '../../table/cell';
import { visible } from '../../table/text';
import type { Values } from '../sheet';

/**
 * Headers such as `Employment.number` name a custom field of the account: schema and field (Directory API, "Manage
 * custom user fields"). Their cells are read as one text of lines, `Employment.number: 4711`, beside those of the
 * column Custom fields.
 */

/** Google's own objects, whose fields other tools write with a dot: they are no schemas. Lists have a number there. */
const googles: readonly string[] = ['name', 'gender', 'notes'];

/** The custom field that a header names; undefined for any other header. GAM writes `customSchemas.` in front. */
export function customFieldIn(header: string): string | undefined {
  if (!header.includes('.')) return undefined;
  const [, schema = '', field = ''] =
    /^(?:customSchemas\.)?([A-Za-z][\w-]*)\.([A-Za-z_][\w-]*)$/.exec(visible(header)) ?? [];
  return schema === '' || googles.includes(schema.toLowerCase()) ? undefined : `${schema}.${field}`;
}

/** The id of the column that has a custom field's own header. */
export function customColumn(field: string): `custom:${string}` {
  return `custom:${field}`;
}

/** Where the columns with headers of custom fields stand, 0-based, by their ids. */
export function customPositions(headers: readonly string[]): Readonly<Record<`custom:${string}`, number>> {
  return Object.fromEntries(
    headers.flatMap((header, place) => {
      const field = customFieldIn(header);
      return field === undefined ? [] : [[customColumn(field), place]];
    }),
  );
}

/** What stands for a new line inside of one value. */
export const betweenValues = '\u2028';

/** One line of the text of custom fields; a `-` clears. '' for a cell that says nothing. `between`: for a new line. */
export function customLine(field: string, text: string, between: string): string {
  const cell = readText(text);
  if (cell.kind === 'blank') return '';
  return `${field}: ${cell.kind === 'none' ? '-' : visible(text).replace(/\s*\n\s*/g, between)}`;
}

/**
 * The tab with a column of custom fields at this place (0-based), as far as reading it goes: what stands there, and
 * what columns of their own say. As it is where no header names one.
 */
export function withCustomFields(
  values: Values,
  at: { readonly place: number | undefined; readonly header: string },
): Values {
  const [headers = []] = values;
  const fields = headers.flatMap((header, place) => {
    const field = customFieldIn(header);
    return field === undefined ? [] : [{ field, place }];
  });
  if (!fields.length) return values;
  const place = at.place ?? values.reduce((most, { length }) => Math.max(most, length), 0);
  return values.map((cells, row) => {
    const filled = [...cells, ...Array.from({ length: Math.max(0, place - cells.length + 1) }, () => '')];
    const own = fields.map((one) => customLine(one.field, cells[one.place] ?? '', betweenValues));
    filled[place] =
      row === 0 ? at.header : [cells[place] ?? '', ...own].filter((text) => text.trim() !== '').join('\n');
    return filled;
  });
}
