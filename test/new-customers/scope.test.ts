import { ask } from '../../sandbox/cli/desk';
import { account, at, newCustomer, open, order, someone, statuses, withOthers, wrote } from './reseller';

/** What a selection leaves out is not done in passing: rows of a customer say which row has to come along. */

const acme = 'acme.example';
const rows = {
  customers: [newCustomer(acme, { Language: 'German' }), newCustomer('other.example')],
  subscriptions: [order(acme), order('other.example')],
  users: [someone(`root@${acme}`, { 'Super admin': 'yes' }), someone(`ana@${acme}`)],
};
const only = (...keys: string[]) => ({ scope: { kind: 'rows' as const, rows: keys } });

test('people alone never make their customer: the row says to check the customer’s row along', () => {
  const desk = open(rows);
  expect(wrote(desk, () => desk.checkAndRun(only(`Users!root@${acme}`, `Users!ana@${acme}`)))).toEqual([]);
  for (const email of [`root@${acme}`, `ana@${acme}`]) {
    expect(desk.row(email)).toMatchObject({
      Status: 'Waiting',
      Details: 'acme.example has no account yet. Check its row on Customers together with this one.',
    });
  }
  expect(desk.row(`Customers!${acme}`)['Status']).toBe('');
});

test('nor does a subscription alone', () => {
  const desk = open(rows);
  expect(wrote(desk, () => desk.checkAndRun(only(`Subscriptions!${acme}/Business Starter`)))).toEqual([]);
  expect(desk.row(`Subscriptions!${acme}/Business Starter`)).toMatchObject({
    Status: 'Waiting',
    Details: expect.stringContaining('Check its row on Customers together with this one'),
  });
});

test('people of a customer that is to get another language wait for its row, so that nobody gets the wrong one', () => {
  const desk = open({ customers: [{ Domain: acme, Language: 'German' }], users: [someone(`ana@${acme}`)] }, [
    account(acme),
  ]);
  expect(wrote(desk, () => desk.checkAndRun(only(`Users!ana@${acme}`)))).toEqual([]);
  expect(desk.row(`ana@${acme}`)).toMatchObject({
    Status: 'Waiting',
    Details: 'acme.example gets the language German first. Check its row on Customers together with this one.',
  });
  desk.checkAndRun(only(`Users!ana@${acme}`, `Customers!${acme}`));
  expect(statuses(desk)[`ana@${acme}`]).toBe('Done');
});

test('people of a customer that is in order need nothing else', () => {
  const desk = open({ customers: [{ Domain: acme, Language: 'English' }], users: [someone(`ana@${acme}`)] }, [
    account(acme),
  ]);
  expect(wrote(desk, () => desk.checkAndRun(only(`Users!ana@${acme}`)))).toEqual(['users.insert']);
});

test('a customer alone is made without its orders and people, which come later', () => {
  const desk = open(rows);
  expect(wrote(desk, () => desk.checkAndRun(only(`Customers!${acme}`)))).toEqual([
    'customers.insert',
    'customers.patch',
  ]);
  expect(desk.host.state.mails).toEqual([]);
  expect(wrote(desk, () => desk.checkAndRun(only(`Subscriptions!${acme}/Business Starter`)))).toEqual([
    'subscriptions.insert',
  ]);
});

test('a customer with a token alone is not transferred, and says what belongs to it', () => {
  const desk = open(
    {
      customers: [{ Domain: 'moved.example', 'Transfer token': 'feed0123cafe4567' }],
      subscriptions: [order('moved.example', { Seats: '10' })],
    },
    [withOthers('moved.example')],
  );
  expect(wrote(desk, () => desk.checkAndRun(only('Customers!moved.example')))).toEqual([]);
  expect(desk.row('Customers!moved.example')).toMatchObject({
    Status: 'Waiting',
    Details: expect.stringMatching(/is transferred by its rows on Subscriptions.*check/i),
  });
});

describe('This customer', () => {
  test('takes in the rows of all tabs, for one that is new by its domain', () => {
    const desk = open(rows);
    const plan = desk.check({ scope: { kind: 'customer', customer: acme } });
    expect(plan.lines.find(({ says }) => says === 'create customers')).toMatchObject({
      count: 1,
      detail: expect.stringMatching(new RegExp(`^${acme}: create the customer`)) as string,
    });
    desk.run();
    expect(statuses(desk)).toMatchObject({
      [acme]: 'Done',
      [`${acme}/Business Starter`]: 'Done',
      [`root@${acme}`]: 'Done',
      'other.example': '',
      'other.example/Business Starter': '',
    });
  });

  test('takes in the rows of one that exists by its id, though no row says it', () => {
    const desk = open(
      {
        customers: [{ Domain: acme, 'Contact name': 'New Person' }, newCustomer('other.example')],
        subscriptions: [{ Customer: acme, Product: 'Business Starter', Seats: '12' }],
      },
      [account(acme)],
    );
    expect(wrote(desk, () => desk.checkAndRun({ scope: { kind: 'customer', customer: 'C0acme' } })).sort()).toEqual([
      'customers.patch',
      'subscriptions.changeSeats',
    ]);
    expect(statuses(desk)['other.example']).toBe('');
  });

  test('is offered by name in the sidebar once its rows were checked', () => {
    const desk = open({ ...rows, customers: [...rows.customers, { Domain: 'old.example' }] }, [account('old.example')]);
    desk.checkAndRun();
    desk.check();
    const { customers } = ask(desk.host, 'getStartPage');
    expect(customers).toEqual(
      expect.arrayContaining([
        { id: at(desk, acme).customer.id, name: acme },
        { id: 'C0old', name: 'old.example' },
      ]),
    );
    expect(customers.filter(({ name }) => name === acme)).toHaveLength(1);
  });
});

describe('A customer whose order needs somebody first', () => {
  const withoutPlan = {
    customers: [newCustomer(acme)],
    subscriptions: [order(acme, { Plan: 'Free' })],
    users: [someone(`root@${acme}`, { 'Super admin': 'yes' })],
  };
  const key = `Subscriptions!${acme}/Business Starter`;

  test('says that nothing is ordered for it, and is told of the terms as soon as the rows that need a retry are done', () => {
    const desk = open(withoutPlan);
    desk.checkAndRun();
    expect(desk.row(`Customers!${acme}`)).toMatchObject({
      Status: 'Done',
      Details: expect.stringMatching(/Nothing is ordered for it yet: see its rows on Subscriptions/),
    });
    desk.type(key, 'Plan', 'Flexible');
    expect(wrote(desk, () => desk.checkAndRun({ scope: { kind: 'retry' } }))).toEqual(['subscriptions.insert']);
    expect(desk.host.state.mails).toMatchObject([{ subject: expect.stringContaining(acme) }]);
    expect(desk.row(`Customers!${acme}`)).toMatchObject({
      Terms: 'waiting 0 days',
      Details: expect.stringContaining('how to accept the terms'),
    });
  });

  test('is named by the order where that is checked alone, for nobody was told', () => {
    const desk = open(withoutPlan);
    desk.checkAndRun();
    desk.type(key, 'Plan', 'Flexible');
    desk.checkAndRun(only(key));
    expect(desk.row(key)['Details']).toMatch(/Nobody was told so yet: check its row on Customers, too/);
    expect(desk.host.state.mails).toEqual([]);
    desk.checkAndRun();
    expect(desk.host.state.mails).toHaveLength(1);
    expect(desk.row(key)['Details']).not.toContain('Nobody was told');
  });

  test('without any order says that a row is lacking', () => {
    const desk = open({ ...withoutPlan, subscriptions: [] });
    desk.checkAndRun();
    desk.checkAndRun();
    expect(desk.row(`Customers!${acme}`)['Details']).toMatch(/Nothing is ordered for it yet: write a row/);
  });
});
