import { Killed } from '../../sandbox/apps-script/port';
import { ask } from '../../sandbox/cli/desk';
import type { TestDesk } from '../sandbox-desk';
import {
  account,
  at,
  behind,
  expectNothingLeft,
  fail,
  goOn,
  newCustomer,
  open,
  order,
  sent,
  someone,
  statuses,
  withOthers,
  wrote,
} from './reseller';

/** Google’s four answers about a domain, and what becomes of a row then. */

const acme = 'acme.example';
const team = {
  Domain: 'crew.example',
  Type: 'Team',
  Organisation: 'Crew',
  'Contact name': 'Mo',
  'Postal code': 'H91 X4P2',
  Country: 'Ireland',
  'Primary admin': 'mo@crew.example',
};
const teamKey = 'Customers!crew.example/mo@crew.example';
const teamOf = (id: string, admin: string) => ({
  ...account('crew.example', {
    customer: {
      id,
      customerDomain: 'crew.example',
      customerType: 'team',
      primaryAdmin: { primaryEmail: admin },
      postalAddress: { contactName: 'X', organizationName: 'X', postalCode: '1', countryCode: 'IE' },
    },
    users: [],
    subscriptions: [],
  }),
});

describe('A row whose Type is not what Google has under its Customer ID', () => {
  test.each(['Domain', ''])('(“%s”, and a team) says so, and changes nothing by it', (Type) => {
    const there = teamOf('C0crew1', 'mo@crew.example');
    const desk = open({ customers: [{ Domain: 'crew.example', Type, 'Customer ID': 'C0crew1' }] }, [there]);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row('Customers!crew.example')).toMatchObject({
      Status: 'Up to date',
      Details: expect.stringMatching(/C0crew1 is a team at Google.*Essentials editions alone.*clear the Customer ID/),
    });
  });

  test('(“Team”, and a domain account) says that a team becomes one', () => {
    const desk = open(
      { customers: [{ Domain: acme, Type: 'Team', 'Primary admin': `mo@${acme}`, 'Customer ID': 'C0acme' }] },
      [account(acme)],
    );
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(`Customers!${acme}/mo@${acme}`)).toMatchObject({
      Status: 'Up to date',
      Details: expect.stringMatching(
        /C0acme is a domain account at Google, and Type says Team.*Nothing has to be done/,
      ),
    });
  });
});

describe('A customer of ours', () => {
  test('is found and changed where the row differs, not ordered again', () => {
    const desk = open(
      { customers: [{ Domain: acme, 'Contact name': 'New Person', Language: 'Spanish', Phone: '+34600111222' }] },
      [account(acme)],
    );
    expect(wrote(desk, () => desk.checkAndRun()).sort()).toEqual(['customers.patch', 'customers.patch']);
    expect(sent(desk, 'reseller.customers.patch')).toMatchObject([
      {
        params: { customerId: 'C0acme' },
        body: { postalAddress: { contactName: 'New Person' }, phoneNumber: '+34600111222' },
      },
    ]);
    expect(desk.row(`Customers!${acme}`)).toMatchObject({
      Status: 'Done',
      'Customer ID': 'C0acme',
      Details: expect.stringMatching(/set the language to Spanish/i),
    });
    expectNothingLeft(desk);
  });

  test('whose contact was changed at Google since is reported and left, and put back only when asked', () => {
    const desk = open({ customers: [{ Domain: acme, 'Contact name': 'New Person' }] }, [account(acme)]);
    desk.checkAndRun();
    behind(desk, 'other@resell.example', [
      'reseller.customers.patch',
      { customerId: 'C0acme' },
      { postalAddress: { contactName: 'Somebody Else' } },
    ]);
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(`Customers!${acme}`)['Details']).toMatch(/Contact name is “Somebody Else” at Google.*Put back/);
  });

  test('that was closed and opened again under a new id asks for it', () => {
    const desk = open({ customers: [{ Domain: acme, 'Customer ID': 'C0before' }, { Domain: 'fine.example' }] }, [
      account(acme),
      account('fine.example'),
    ]);
    desk.checkAndRun();
    expect(desk.row(`Customers!${acme}`)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/no customer C0before.*new id.*correct the Customer ID cell/),
    });
    expect(statuses(desk)['fine.example']).toBe('Up to date');
    desk.type(`Customers!${acme}`, 'Customer ID', '');
    desk.checkAndRun();
    expect(desk.row(`Customers!${acme}`)).toMatchObject({ Status: 'Up to date', 'Customer ID': 'C0acme' });
  });
});

describe('A customer of somebody else', () => {
  test('waits for a transfer token with our public id, and its rows wait with it', () => {
    const desk = open(
      {
        customers: [newCustomer('moved.example')],
        subscriptions: [order('moved.example')],
        users: [someone('ana@moved.example')],
      },
      [withOthers('moved.example')],
    );
    desk.host.call('setCustomerRules', [{ publicId: 'C0pub77', countries: '', letPeopleThrough: false }], 'sidebar');
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row('Customers!moved.example')).toMatchObject({
      Status: 'Waiting',
      Details: expect.stringMatching(/another reseller.*C0pub77.*TransferToken/),
    });
    expect(new Set(Object.values(statuses(desk)))).toEqual(new Set(['Waiting']));
  });
});

describe('A free domain', () => {
  test('needs what Google wants of a new customer, and the row says all of it at once', () => {
    const desk = open({ customers: [{ Domain: acme, Organisation: 'Acme' }] });
    desk.checkAndRun();
    expect(desk.row(`Customers!${acme}`)).toMatchObject({
      Status: 'Needs you',
      Details:
        'acme.example does not exist yet. A new customer needs Contact name, Postal code, Country, Alternate email.',
    });
  });

  test('from Gmail is not ordered before it is unlocked', () => {
    const desk = open({ customers: [newCustomer(acme, { 'From Gmail': 'yes' })] });
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(`Customers!${acme}`)).toMatchObject({
      Status: 'Waiting',
      Details: expect.stringMatching(/unlock.*untick From Gmail/),
    });
  });

  test.each(['duplicate', 'conflict'])(
    'that somebody takes between check and run is 409 (%s): the row waits for a token',
    (reason) => {
      const desk = open({ customers: [newCustomer(acme)], subscriptions: [order(acme)] }, [], {
        switches: { customerExists: reason },
      });
      desk.check();
      behind(desk, 'boss@others.example', [
        'reseller.customers.insert',
        {},
        {
          customerDomain: acme,
          alternateEmail: 'it@else.example',
          postalAddress: { contactName: 'E', organizationName: 'E', postalCode: '1070', countryCode: 'AT' },
        },
      ]);
      desk.run();
      expect(desk.row(`Customers!${acme}`)).toMatchObject({
        Status: 'Waiting',
        Details: expect.stringContaining('exists with Google or another reseller'),
      });
      expect(at(desk, acme).resoldBy).toBe('C0others1');
    },
  );

  test('whose order was carried out though the answer was lost is ours, and is not ordered twice', () => {
    const desk = open({ customers: [newCustomer(acme, { Language: 'German' })], subscriptions: [order(acme)] });
    fail(desk, 'reseller.customers.insert', { status: 0, applied: true });
    desk.checkAndRun();
    expect(desk.row(`Customers!${acme}`)).toMatchObject({ Status: 'Done', 'Customer ID': at(desk, acme).customer.id });
    expect(at(desk, acme).subscriptions).toHaveLength(1);
    expectNothingLeft(desk);
  });
});

describe('A run that dies right after Google made the customer', () => {
  const rows = {
    customers: [newCustomer(acme, { Language: 'German' })],
    subscriptions: [order(acme)],
    users: [someone(`root@${acme}`, { 'Super admin': 'yes' })],
  };

  function dieAfterInsert(desk: TestDesk, when: (kind: string, moment: string) => boolean): void {
    const { planId } = desk.check();
    desk.host.onEffect = ({ kind, when: moment }) => {
      if (desk.google.writes('reseller.customers.insert').length > 0 && when(kind, moment)) throw new Killed('dead');
    };
    expect(() => ask(desk.host, 'startRun', { planId })).toThrow(Killed);
    desk.host.onEffect = () => undefined;
  }

  test('has its id in sheet and journal before anything else is sent', () => {
    const desk = open(rows);
    dieAfterInsert(desk, (kind, moment) => kind === 'google' && moment === 'before');
    const id = at(desk, acme).customer.id ?? '';
    expect(desk.row(`Customers!${acme}`)['Customer ID']).toBe(id);
    expect(desk.rows('Journal').find(({ Key }) => Key === `Customers!${acme}`)?.['Memory']).toContain(
      `"customerId":"${id}"`,
    );
    expect(desk.google.writes().map(({ op }) => op)).toEqual(['reseller.customers.insert']);
  });

  test.each(['google', 'sheet', 'property'])('goes on and makes nothing twice (%s)', (where) => {
    const desk = open(rows);
    dieAfterInsert(desk, (kind) => kind === where);
    goOn(desk);
    expect(Object.values(statuses(desk)).filter((status) => status !== 'Done' && status !== 'Up to date')).toEqual([]);
    expect(at(desk, acme).subscriptions).toHaveLength(1);
    expect(desk.host.state.mails).toHaveLength(1);
    expectNothingLeft(desk);
  });
});

describe('A team', () => {
  test('is ordered with its first administrator, whom Google and one mail of ours tell what to do', () => {
    const desk = open({
      customers: [team],
      subscriptions: [order('crew.example', { Product: 'Enterprise Essentials', Plan: 'Annual, paid monthly' })],
    });
    desk.checkAndRun();
    expect(sent(desk, 'reseller.customers.insert')).toMatchObject([
      { body: { customerType: 'team', primaryAdmin: { primaryEmail: 'mo@crew.example' } } },
    ]);
    expect(desk.row(teamKey)).toMatchObject({ Status: 'Done', 'Customer ID': expect.stringMatching(/^C/) });
    expect(desk.host.state.mails.map(({ to }) => to)).toEqual(['mo@crew.example']);
    expectNothingLeft(desk);
  });

  test('whose order got no answer is never ordered again by itself', () => {
    const desk = open({ customers: [team] });
    fail(desk, 'reseller.customers.insert', { status: 0, applied: true });
    desk.checkAndRun();
    expect(desk.row(teamKey)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/did not say whether it came to be.*Look in.*write its Customer ID/),
    });
    desk.checkAndRun();
    expect(desk.workspace.log.filter(({ op }) => op === 'reseller.customers.insert')).toHaveLength(1);
    desk.type(teamKey, 'Customer ID', at(desk, 'crew.example').customer.id ?? '');
    desk.checkAndRun();
    expect(desk.row(teamKey)['Status']).toMatch(/Up to date|Done/);
    expect(desk.tenant().accounts.filter(({ customer }) => customer.customerDomain === 'crew.example')).toHaveLength(1);
  });

  test('whose order was lost is ordered again once a person says that it is not there, and that counts for one order', () => {
    const desk = open({ customers: [team] });
    const orders = (): number => desk.workspace.log.filter(({ op }) => op === 'reseller.customers.insert').length;
    fail(desk, 'reseller.customers.insert', { status: 0, times: 2 });
    desk.checkAndRun();
    desk.check();
    const question = { kind: 'orderAgain', says: 'It is not there: order again?' };
    expect(desk.needs()).toMatchObject([{ key: teamKey, question }]);
    ask(desk.host, 'answerQuestion', { keys: [teamKey], yes: false });
    desk.checkAndRun();
    expect(orders()).toBe(1);
    ask(desk.host, 'answerQuestion', { keys: [teamKey], yes: true });
    desk.checkAndRun();
    // That order was lost, too: the yes was for one.
    desk.checkAndRun();
    expect([orders(), desk.needs()[0]?.question?.kind]).toEqual([2, 'orderAgain']);
    ask(desk.host, 'answerQuestion', { keys: [teamKey], yes: true });
    desk.checkAndRun();
    expect(desk.row(teamKey)['Status']).toBe('Done');
    expect([orders(), at(desk, 'crew.example').customer.id]).toEqual([3, desk.row(teamKey)['Customer ID']]);
    expectNothingLeft(desk);
  });

  test('whose run died around the order is not ordered again either', () => {
    const desk = open({ customers: [team] });
    const { planId } = desk.check();
    desk.host.onEffect = ({ kind, when }) => {
      if (kind === 'google' && when === 'after') throw new Killed('dead');
    };
    expect(() => ask(desk.host, 'startRun', { planId })).toThrow(Killed);
    desk.host.onEffect = () => undefined;
    goOn(desk);
    desk.checkAndRun();
    expect(desk.tenant().accounts.filter(({ customer }) => customer.customerDomain === 'crew.example')).toHaveLength(1);
  });

  test.each(['400', '409', '412'])(
    'may be one of several on its domain (%s), and a subscription by domain asks which',
    (status) => {
      const desk = open(
        {
          customers: [team],
          subscriptions: [order('crew.example', { Product: 'Enterprise Essentials', Plan: 'Annual, paid monthly' })],
        },
        [teamOf('C0crewa1', 'a@crew.example'), teamOf('C0crewb1', 'b@crew.example')],
        { switches: { multipleTeams: status } },
      );
      desk.checkAndRun();
      expect(desk.row(teamKey)['Status']).toBe('Done');
      const id = desk.row(teamKey)['Customer ID'] ?? '';
      expect(['C0crewa1', 'C0crewb1', '']).not.toContain(id);
      expect(desk.tenant().accounts.find(({ customer }) => customer.id === id)?.subscriptions).toHaveLength(1);
    },
  );

  test.each(['400', '409', '412'])('stands in the way of a domain account (%s), and the row says so', (status) => {
    const desk = open(
      { customers: [newCustomer('crew.example')] },
      [teamOf('C0crewa1', 'a@crew.example'), teamOf('C0crewb1', 'b@crew.example')],
      { switches: { multipleTeams: status } },
    );
    expect(wrote(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row('Customers!crew.example')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringContaining('Team accounts use the domain'),
    });
  });

  test('is meant by its Customer ID where two rows have one domain', () => {
    const essentials = { Product: 'Enterprise Essentials', Plan: 'Annual, paid monthly' };
    const desk = open(
      {
        customers: [
          { ...team, 'Primary admin': 'a@crew.example', 'Customer ID': 'C0crewa1' },
          { ...team, 'Primary admin': 'b@crew.example', 'Customer ID': 'C0crewb1' },
        ],
        subscriptions: [order('crew.example', essentials), order('C0crewb1', essentials)],
      },
      [teamOf('C0crewa1', 'a@crew.example'), teamOf('C0crewb1', 'b@crew.example')],
    );
    desk.checkAndRun();
    expect(desk.row('Subscriptions!crew.example/Enterprise Essentials')).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/Several customers have the domain crew\.example\. Write the Customer ID/),
    });
    const soldTo = (id: string) =>
      desk.tenant().accounts.find(({ customer }) => customer.id === id)?.subscriptions ?? [];
    expect([soldTo('C0crewa1').length, soldTo('C0crewb1').length]).toEqual([0, 1]);
  });

  test('that takes no people before its administrator has confirmed lets them wait', () => {
    const desk = open(
      {
        customers: [team],
        subscriptions: [order('crew.example', { Product: 'Enterprise Essentials', Plan: 'Annual, paid monthly' })],
        users: [someone('finn@crew.example')],
      },
      [],
      { switches: { teamUsers: 'refused' } },
    );
    desk.host.call('setCustomerRules', [{ publicId: '', countries: '', letPeopleThrough: true }], 'sidebar');
    desk.checkAndRun();
    expect(desk.row('finn@crew.example')['Status']).toMatch(/Waiting|Needs you/);
    expect(desk.row('finn@crew.example')['Details']).toMatch(/team|administrator|confirm/i);
    expect(statuses(desk)['crew.example']).toBe('Done');
  });
});
