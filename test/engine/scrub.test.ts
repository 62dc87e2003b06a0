import fc from '../property';
import { encodings, escapes } from '../../sandbox/workspace/quoting';
import { Scrubber } from '../../src/engine/scrub';
import type { Request } from '../../src/engine/request';

/** What comes back from outside has no secrets in it, however they are escaped there. */

const request: Request = {
  op: 'directory.users.insert',
  account: 'C0test001',
  params: { customer: 'C0test001' },
  body: { primaryEmail: 'ann@shop.example', password: { secret: 'password of ann@shop.example' } },
};

function scrubberFor(...secrets: readonly string[]): Scrubber {
  const scrubber = new Scrubber([request]);
  for (const secret of secrets) scrubber.keep(secret);
  return scrubber;
}

/** Printable ASCII, as Google takes passwords. */
const secrets = fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 100 });
const escape = fc.constantFrom(...escapes);
const encode = fc.constantFrom(...encodings);
/** Signs that no form of a secret begins or ends with. */
const around = fc.stringMatching(/^[äöüß ]{0,20}$/);

/** A secret as somebody may write it: escaped once or twice, encoded, encoded and escaped, or the other way round. */
const written = fc
  .tuple(secrets, escape, escape, encode)
  .map(([secret, inner, outer, encoding]) => ({
    secret,
    forms: [
      outer(inner(secret)),
      outer(encoding(secret)),
      encoding(JSON.stringify(secret).slice(1, -1)),
      encoding(encodeURIComponent(secret)),
    ],
  }));

test('a secret goes, in every form and in forms of forms, and what stands around it stays', () => {
  fc.assert(
    fc.property(written, around, ({ secret, forms }, beside) => {
      for (const one of forms) {
        const left = scrubberFor('another-secret', secret).text(`${beside}“${one}”${beside}`);
        expect(left.startsWith(`${beside}“`)).toBe(true);
        expect(left.endsWith(`”${beside}`)).toBe(true);
        expect(left).toContain('***');
        expect(left).not.toContain(one);
      }
    }),
  );
});

test('in base64 it goes wherever it stands in what is encoded', () => {
  fc.assert(
    fc.property(secrets, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (secret, before, after) => {
      for (const alphabet of ['base64', 'base64url'] as const) {
        const left = scrubberFor(secret).text(Buffer.from(before + secret + after).toString(alphabet));
        expect(Buffer.from(left.replace(/\*+/g, ''), alphabet).toString()).not.toContain(secret.slice(2, -2));
      }
    }),
  );
});

test('a text without secrets is left as it is, and so is a value', () => {
  const value = { id: '1', name: { givenName: 'Ann %41 &amp; \\u0041' }, list: [1, true, null], none: undefined };
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(scrubberFor('Schlehe.9.Hecke').text(text)).toBe(text);
    }),
  );
  expect(scrubberFor('Schlehe.9.Hecke').value(value)).toBe(value);
  expect(scrubberFor('Schlehe.9.Hecke').value(undefined)).toBeUndefined();
});

test('a value loses secrets at every depth, and nothing else', () => {
  const value = { a: [{ b: 'Invalid: Schlehe.9.Hecke"' }], 'Schlehe.9.Hecke': 2 };
  expect(scrubberFor('Schlehe.9.Hecke').value(value)).toEqual({ a: [{ b: 'Invalid: ***"' }], '***': 2 });
});

test('what a request says in the open is no secret: a password that is the address changes no address', () => {
  expect(scrubberFor('ann@shop.example').text('ann@shop.example exists')).toBe('ann@shop.example exists');
  expect(scrubberFor('password').text('Invalid password')).toBe('Invalid password');
});
