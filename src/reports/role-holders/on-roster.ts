import { readRoster, rosterAddresses } from '../../tabs/team/roster';
import { nameOf } from '../coverage/cover';
import type { ReportAt } from '../report';

/** Says of an address whether somebody on the roster has it: a ticked account of theirs, or their work address. */
export function rosterWords({ read }: Pick<ReportAt, 'read'>): (address: string) => string {
  const { people } = readRoster(read('Team'));
  const addresses = rosterAddresses(people, read('Users'));
  const words = new Map<string, string>();
  for (const person of people) {
    const yes = person.left ? `no: ${nameOf(person)} has left` : `yes: ${nameOf(person)}`;
    for (const { email, ticked, domain } of addresses.get(person.name) ?? [])
      words.set(email, ticked || person.left ? yes : `no: ${nameOf(person)} is not ticked for ${domain}`);
    if (person.workAddress) words.set(person.workAddress, words.get(person.workAddress) ?? yes);
  }
  return (address) => words.get(address) ?? 'no';
}
