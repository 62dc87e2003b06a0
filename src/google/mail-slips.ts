/** Slips of the mail domains that most people’s private addresses are on; a domain of anybody’s own is none. */

const slipsOf: Readonly<Record<string, string>> = {
  gmail: 'gmial gamil gmal gmai gmil gnail gmaill gmali gimail gmeil gmaul ggmail',
  hotmail: 'hotmial hotmal hotmai hotmil homail hotmaill hotmali hormail hotamil',
  outlook: 'outlok outloo outllook outook oulook outlool outlock otlook',
  yahoo: 'yaho yahooo yhaoo yhoo yaoo',
  icloud: 'iclod icoud iclould icluod',
};

/** Who offers mail on one ending only: Gmail’s addresses end in gmail.com, Apple’s in icloud.com, in every country. */
const onlyCom: readonly string[] = ['gmail', 'icloud'];

/** `.com`, hit beside it. */
const ending = /^(?:co|cm|om|con|cmo|ocm|vom|xom|cim|comm|c0m)$/;

/** The address that is probably meant by one whose domain looks like a slip; undefined for any other. */
export function meantAddress(address: string): string | undefined {
  const [, local = '', name = '', top = ''] = /^(.+@)([^.@]+)\.([^.@]+)$/.exec(address) ?? [];
  const known = Object.keys(slipsOf).find((one) => one === name || slipsOf[one]?.split(' ').includes(name));
  if (known === undefined) return undefined;
  const meant = `${known}.${ending.test(top) || onlyCom.includes(known) ? 'com' : top}`;
  return meant === `${name}.${top}` ? undefined : local + meant;
}
