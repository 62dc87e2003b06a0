import type { TestDesk } from '../sandbox-desk';
import { account, expectNothingLeft, open, someone, statuses } from '../new-customers/reseller';

/**
 * UrlFetchApp.fetchAll may fail for a whole wave, of which some had reached Google: nobody is made twice or taken for
 * somebody else.
 */

const domains = ['acme', 'bolt', 'core', 'dune'].map((name) => `${name}.example`);
const rows = {
  users: domains.flatMap((domain) =>
    ['ana', 'ben', 'cat', 'dom', 'eva'].map((name) => someone(`${name}@${domain}`, { Licences: 'Business Starter' })),
  ),
};
const customers = domains.map((domain) => account(domain));

/** Everything is there once, and every row knows its own. */
function expectWhole(desk: TestDesk): void {
  for (let again = 0; again < 3 && Object.values(statuses(desk)).some((one) => !/Done|Up to date/.test(one)); again++) {
    desk.clock.sleep(90_000);
    desk.checkAndRun();
  }
  const odd = Object.entries(statuses(desk)).filter(([, status]) => !/^(Done|Up to date)$/.test(status));
  expect(odd.map(([key]) => [key, desk.rows('Users').find((row) => row['Email'] === key)?.['Details']])).toEqual([]);
  for (const domain of domains) {
    const found = desk.tenant().accounts.find(({ customer }) => customer.customerDomain === domain);
    expect(found?.users).toHaveLength(6);
  }
  expect(desk.handOff()).toHaveLength(rows.users.length);
  expectNothingLeft(desk);
}

test.each(['throwsBefore', 'throwsAfter'])('every third wave is lost as a whole (%s)', (fetchAll) => {
  const desk = open(rows, customers, { switches: { fetchAll } });
  desk.checkAndRun();
  expectWhole(desk);
});
