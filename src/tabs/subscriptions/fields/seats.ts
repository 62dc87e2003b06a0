import type { Cell } from '../../../table/cell';
import { quote } from '../../../table/text';
import { sold } from './sold';

/** The total number of seats. */
export const seats = sold.found({
  id: 'seats',
  header: 'Seats',
  width: 80,
  synonyms: [
    'Number of seats',
    'Total seats',
    'Licences',
    'Licenses',
    'Quantity',
    'Plätze',
    'Lizenzen',
    'Anzahl',
    'Licencias',
    'Cantidad',
    'Asientos',
    'Nombre de licences',
    'Quantité',
  ],
  note: 'The total number of seats, never a difference: 14 means fourteen in all. On an annual plan the number can fall only at renewal.',
  dash: 'A - does not belong here. Write the total number of seats.',
  numbers: true,
  find: wholeNumber,
  seen: { read: (one) => one.seats },
});

/** A whole number above zero, also as `1,200` or `1.200` and as a sheet shows a whole one with decimals: `12.00`. */
function wholeNumber(text: string): Cell<number> {
  const plain = /^\d{1,3}(?:[.,'’ ]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text.replace(/[.,]0{1,2}$/, '');
  const value = /^\d{1,7}$/.test(plain) ? Number(plain) : 0;
  if (value > 0) return { kind: 'value', value };
  const says = `${quote(text)} is no number of seats. Write the total as a whole number above zero, without + or −.`;
  return { kind: 'wrong', says };
}
