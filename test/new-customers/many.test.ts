import { ask } from '../../sandbox/cli/desk';
import type { Progress } from '../../src/job/wire';
import type { TestDesk } from '../sandbox-desk';
import { newCustomer, open, someone, type Rows } from './reseller';

/** Domains by the hundred that nobody knows: each is looked up, at the pace of the Reseller API. */

const count = 150;
const domains = Array.from({ length: count }, (_, at) => `new${at}.example`);

function deskOf(rows: Rows, transport: 'parallel' | 'advanced', latency: number): TestDesk {
  const desk = open(rows, [], { latency });
  desk.host.state.properties.document['setting:transport'] = transport;
  desk.host.state.properties.document['setting:pace'] = 'documented';
  return desk;
}

const start = (desk: TestDesk): Progress =>
  ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' });

/** The domains that Google was asked for and told of, in order. */
const lookedUp = (desk: TestDesk): readonly string[] =>
  desk.google
    .reads('reseller.customers.get')
    .filter(({ status }) => status < 429)
    .map(({ params }) => params['customerId'] ?? '')
    .sort();

test.each([
  ['parallel', 10_000],
  ['advanced', 2_500],
] as const)(
  'new customers are looked up in slices, with progress, and each of them once (%s)',
  (transport, latency) => {
    const desk = deskOf({ customers: domains.map((domain) => newCustomer(domain)) }, transport, latency);
    const seen = [start(desk)];
    for (let last = seen[0]; last?.more && seen.length < 20; last = seen[seen.length - 1])
      seen.push(ask(desk.host, 'continueWork'));
    expect(seen.length).toBeGreaterThan(1);
    const through = seen.map(({ due, left }) => due - left);
    expect(through[0]).toBeGreaterThan(20);
    expect(through).toEqual([...through].sort((a, b) => a - b));
    expect(seen[seen.length - 1]).toMatchObject({ phase: 'checked', plan: { rows: count } });
    expect(lookedUp(desk)).toEqual([...domains].sort());
  },
);

test('people on domains that nobody knows: what takes longer than an execution goes on where it was', () => {
  const desk = deskOf({ users: domains.map((domain) => someone(`ana@${domain}`)) }, 'advanced', 2_500);
  expect(() => start(desk)).toThrow('Looking around at Google was not finished');
  const first = lookedUp(desk).length;
  expect(first).toBeGreaterThan(50);
  expect(first).toBeLessThan(count);
  expect(start(desk).phase).toBe('checked');
  expect(lookedUp(desk)).toEqual([...domains].sort());
});

test('customers that are made in one wave are kept together, and their mails cost one writing each', () => {
  const calls = (customers: number): number => {
    const desk = deskOf(
      { customers: domains.slice(0, customers).map((domain) => newCustomer(domain)) },
      'parallel',
      250,
    );
    desk.check();
    const before = desk.host.state.counters.documentCalls;
    desk.run();
    expect(desk.google.writes('reseller.customers.insert')).toHaveLength(customers);
    return desk.host.state.counters.documentCalls - before;
  };
  expect((calls(14) - calls(4)) / 10).toBeLessThan(7);
});
