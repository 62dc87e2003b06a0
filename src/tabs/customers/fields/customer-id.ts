import { columns } from './makers';

/** What names the customer at Google. Seatsheet writes it; a person may, where several accounts could be meant. */
export const customerId = {
  ...columns.text({
    id: 'customerId',
    header: 'Customer ID',
    note: 'Written by Seatsheet: names the customer at Google even after a new domain. Clear it in a copied row.',
    check: (text) =>
      isCustomerId(text)
        ? undefined
        : 'This is not a Customer ID as Google writes them, such as C0123abcd. Clear the cell; Seatsheet fills it again.',
  }),
  ours: true,
  names: true,
} as const;

/** Whether a text is a customer id as Google writes them. */
export function isCustomerId(text: string): boolean {
  return /^C\w{2,}$/i.test(text);
}
