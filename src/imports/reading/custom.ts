import { customFieldIn, customLine } from '../../tabs/users/custom-headers';
import type { Headers, Take } from '../format';

/**
 * Custom fields of a file, whose headers are `Schema.field`, as lines of the column Custom fields, below what such a
 * column of the file says itself; undefined where the file has none.
 */
export function customTake(headers: Headers): Take | undefined {
  const whole = headers.at('Custom fields');
  const fields = fieldsIn(headers);
  if (!fields.size) return undefined;
  const from = [whole, ...[...fields.values()].reduce<readonly number[]>((all, places) => all.concat(places), [])];
  return {
    column: 'custom',
    from,
    make: (texts) => {
      const textAt = (place: number): string => (place < 0 ? '' : (texts[from.indexOf(place)] ?? ''));
      const lines = [...fields].map(([field, places]) =>
        customLine(field, places.map(textAt).filter(Boolean).join('; '), '; '),
      );
      return [textAt(whole), ...lines].filter((text) => text.trim() !== '').join('\n');
    },
  };
}

/** GAM numbers the values of one field, `Schema.field.0.value`, beside a column with how many there are. */
const numbered = /^(.*)\.\d+\.value$/;

/** The places of each field. */
function fieldsIn({ all }: Headers): ReadonlyMap<string, readonly number[]> {
  const places = (isWanted: (header: string) => boolean): Map<string, number[]> => {
    const found = new Map<string, number[]>();
    all.forEach((header, place) => {
      const field = isWanted(header) ? customFieldIn(numbered.exec(header)?.[1] ?? header) : undefined;
      if (field !== undefined) found.set(field, [...(found.get(field) ?? []), place]);
    });
    return found;
  };
  return new Map([...places((header) => !numbered.test(header)), ...places((header) => numbered.test(header))]);
}
