import { call, form, lines, open } from './partner';

test('a customer that was typed into the form is checked and run from its rows alone', () => {
  const desk = open({ users: [{ Email: 'else@resell.example', 'First name': 'E', 'Last name': 'L' }] });
  const { keys } = call(
    desk,
    'newCustomer',
    form({
      adminEmail: 'root@acme.example',
      firstName: 'Ada',
      lastName: 'Root',
      product: 'Google Workspace Business Starter',
      plan: 'Flexible',
      seats: '5',
    }),
  );
  const plan = desk.check({ scope: { kind: 'rows', rows: keys } });
  expect({ rows: plan.rows, needs: plan.needs }).toEqual({ rows: 3, needs: [] });
  desk.run();
  expect(desk.google.writes('reseller.customers.insert')).toHaveLength(1);
  expect(desk.google.writes('reseller.subscriptions.insert')).toHaveLength(1);
  expect(lines(desk, 'Users')[0]).toMatchObject({ Status: '' });
  const [line] = call(desk, 'getCustomers');
  expect(line).toMatchObject({
    key: 'Customers!acme.example',
    terms: 'waiting 0 days',
    domainVerified: '21 days left',
    remind: true,
    consoleUrl: expect.stringContaining('acme.example'),
  });
  expect(call(desk, 'customerMail', { key: keys[0]!, kind: 'reminder' })).toMatchObject({
    to: 'it@mail.example',
    text: expect.stringContaining('root@acme.example'),
  });
  expect(call(desk, 'refreshCustomers').says).toContain('1 customer.');
  expect(call(desk, 'readCustomers').says).toContain('in the sheet already');
  call(desk, 'goToRow', { key: keys[0]! });
});
