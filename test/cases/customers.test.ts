import {
  account,
  expectNothingLeft,
  flexible,
  open,
  order,
  sent,
  sold,
  standard,
  statuses,
  withOthers,
} from '../new-customers/reseller';

/**
 * Troubles with customers that resellers reported in public, each as one wrote it. Ten thousand or ten with decimals is
 * held in `new-customers/seats`.
 */

test('a transfer sends the seats that the plan takes, and nothing of what Google counts by itself', () => {
  const subscription = { ...flexible(standard, 9), seats: { maximumNumberOfSeats: 9, licensedNumberOfSeats: 1 } };
  const desk = open(
    {
      customers: [{ Domain: 'mover.example', 'Transfer token': 'feed0123cafe4567' }],
      subscriptions: [order('mover.example', { Product: 'Business Standard', Seats: '9' })],
    },
    [withOthers('mover.example', { subscriptions: [subscription] })],
  );
  desk.checkAndRun();
  expect(sent(desk, 'reseller.subscriptions.insert').map(({ body }) => body)).toEqual([
    expect.objectContaining({ skuId: standard, seats: { maximumNumberOfSeats: 9 } }),
  ]);
  expect(sold(desk, 'mover.example')).toEqual({ [standard]: 9 });
  expectNothingLeft(desk);
});

test('a primary domain that was changed: the new one is the customer, the old one is told with its Customer ID', () => {
  const renamed = (now: string, before: string) => account(now, { domains: domains(now, before) });
  const desk = open(
    {
      customers: [
        { Domain: 'newone.example', 'Customer ID': 'C0newone' },
        { Domain: 'oldtwo.example', 'Customer ID': 'C0newtwo' },
        { Domain: 'oldthree.example', 'Customer ID': '' },
      ],
      subscriptions: [order('newone.example', { Seats: '12' })],
    },
    [
      renamed('newone.example', 'oldone.example'),
      renamed('newtwo.example', 'oldtwo.example'),
      renamed('newthree.example', 'oldthree.example'),
    ],
  );
  desk.checkAndRun();
  expect(statuses(desk)).toEqual({
    'newone.example': 'Up to date',
    'oldtwo.example': 'Needs you',
    'oldthree.example': 'Needs you',
    'newone.example/Business Starter': 'Done',
  });
  const told = (domain: string) => desk.row(`Customers!${domain}`)['Details'];
  expect(told('oldtwo.example')).toMatch(/C0newtwo has the domain newtwo\.example.*write the present one into Domain/);
  expect(told('oldthree.example')).toContain('oldthree.example does not exist yet');
  expect(sent(desk, 'reseller.customers.insert')).toEqual([]);
});

function domains(primary: string, second: string): readonly object[] {
  return [
    { domainName: primary, isPrimary: true, verified: true },
    { domainName: second, isPrimary: false, verified: true },
  ];
}
