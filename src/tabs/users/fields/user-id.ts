import type { User } from '../../../google/resources';
import type { Field } from '../../../table/field';
import { user, type At } from './make';

function check(id: string): string | undefined {
  return /^[\w-]+$/.test(id)
    ? undefined
    : 'This is not a User ID as Google writes them. Clear the cell; Seatsheet fills it again.';
}

/** What names a person at Google. */
export const userId: Field<'userId', string, User, At> = {
  ...user.text({
    id: 'userId',
    header: 'User ID',
    width: 180,
    note: 'Written by Seatsheet: names the person at Google even after a new address. Clear it in a copied row.',
    dash: 'A - does not belong here. Clear the cell.',
    check,
  }),
  ours: true,
  names: true,
};
