import { customFieldIn, customLine } from '../../tabs/users/custom-headers';
import type { Headers, Take } from '../format';

/**
 * Custom fields of a file, whose headers are `Schema.field`, as lines of the column Custom fields, below what such a
 * column of the file says itself; undefined where the file has none.
 */
export function customTake(headers: Headers): Take | undefined {
  const whole = headers.at('Custom fields');
  const fields = headers.all.flatMap((header, place) => {
    const field = customFieldIn(header);
    return field === undefined ? [] : [{ field, place }];
  });
  if (!fields.length) return undefined;
  return {
    column: 'custom',
    from: [...fields.map(({ place }) => place), whole],
    make: (texts) => {
      const lines = fields.map(({ field }, at) => customLine(field, texts[at] ?? ''));
      return [texts[fields.length] ?? '', ...lines].filter((text) => text.trim() !== '').join('\n');
    },
  };
}
