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

/** Groups of three digits, and what may stand behind whole ones: `1.200.000,00`. */
const grouped = /^([1-9]\d{0,2})((?:([.,'’ ])\d{3})(?:\3\d{3})*)(?:(?!\3)[.,]0{1,2})?$/;

/**
 * A whole number above zero, also `1 200`, `1,200,000` and as a sheet shows a whole one with decimals: `12.00`. One
 * point or comma before three digits is either mark, by the locale in which it was written: it is asked about.
 */
function wholeNumber(text: string): Cell<number> {
  const [shown, head = '', groups = '', mark = ''] = grouped.exec(text) ?? [];
  if (shown !== undefined && /[.,]/.test(mark) && text.length === head.length + 4) return inDoubt(head, groups);
  const plain = shown === undefined ? text.replace(/[.,]0{1,2}$/, '') : head + groups.replace(/\D/g, '');
  const value = /^\d{1,7}$/.test(plain) ? Number(plain) : 0;
  if (value > 0) return { kind: 'value', value };
  const says = `${quote(text)} is no number of seats. Write the total as a whole number above zero, without + or −.`;
  return { kind: 'wrong', says };
}

function inDoubt(head: string, group: string): Cell<number> {
  const many = `${head}${group.slice(1)}`;
  const says = `${quote(head + group)} may be ${many} seats, or ${head} with decimals. Write ${many} or ${head}, without a mark.`;
  return { kind: 'wrong', says };
}
