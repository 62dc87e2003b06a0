import { wishDigestInput } from '../../src/tabs/users/read';
import type { UserWish } from '../../src/tabs/users/wish';
import fc from '../property';

const starter = {
  productId: 'Google-Apps',
  skuId: '1010020027',
  name: 'Google Workspace Business Starter',
  productName: 'Google Workspace',
};
const premium = {
  productId: '101005',
  skuId: '1010050001',
  name: 'Cloud Identity Premium',
  productName: 'Cloud Identity',
};
const wish: UserWish = {
  email: 'ana@shop.example',
  account: 'C01shop',
  lastName: 'Ruiz',
  firstName: 'Ana',
  licences: [starter, premium],
  roles: ['B', 'A'],
  recoveryPhone: '',
};

test('a wish is one text: columns by id, lists in order, licences by their SKUs', () => {
  expect(wishDigestInput(wish)).toBe(
    '[["account","C01shop"],["email","ana@shop.example"],["firstName","Ana"],["lastName","Ruiz"],' +
      '["licences","1010020027\\n1010050001"],["recoveryPhone",""],["roles","A\\nB"]]',
  );
});

test('order and the names of products make no difference', () => {
  const other: UserWish = {
    roles: ['A', 'B'],
    licences: [premium, { ...starter, name: 'Starter' }],
    recoveryPhone: '',
    lastName: 'Ruiz',
    firstName: 'Ana',
    account: 'C01shop',
    email: 'ana@shop.example',
  };
  expect(wishDigestInput(other)).toBe(wishDigestInput(wish));
});

test('a password cell makes no difference: it is wiped while the run goes on', () => {
  expect(wishDigestInput({ ...wish, password: { kind: 'clear' } })).toBe(wishDigestInput(wish));
});

test('leaving a field, clearing it and none are different wishes', () => {
  const unsaid: UserWish = {
    email: wish.email,
    account: wish.account,
    firstName: 'Ana',
    lastName: 'Ruiz',
    roles: ['B', 'A'],
  };
  const left: UserWish = { ...unsaid, licences: [starter, premium] };
  expect(
    new Set(
      [wish, left, unsaid, { ...wish, licences: [] }, { ...wish, recoveryPhone: '+34600111222' }].map((one) =>
        wishDigestInput(one),
      ),
    ).size,
  ).toBe(5);
});

test('different texts in a field are different wishes', () => {
  const name = fc.string();
  fc.assert(
    fc.property(name, name, (one, other) => {
      fc.pre(one !== other);
      return wishDigestInput({ ...wish, firstName: one }) !== wishDigestInput({ ...wish, firstName: other });
    }),
  );
});
