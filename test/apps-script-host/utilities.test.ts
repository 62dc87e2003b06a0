import { evaluate } from './bench';

test('digests and signatures are those of the known examples, as signed bytes', () => {
  const hex =
    "const hex = (bytes) => bytes.map((byte) => ((byte + 256) % 256).toString(16).padStart(2, '0')).join('');";
  expect(
    evaluate(`${hex} return [
    hex(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc')),
    hex(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc', Utilities.Charset.UTF_8)),
    hex(Utilities.computeHmacSha256Signature('what do ya want for nothing?', 'Jefe')),
    hex(Utilities.computeHmacSignature(Utilities.MacAlgorithm.HMAC_SHA_256, 'what do ya want for nothing?', 'Jefe')),
    Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_1, [97, 98, 99]).some((byte) => byte < 0)];`),
  ).toEqual([
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    '900150983cd24fb0d6963f7d28e17f72',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    true,
  ]);
});

test('base64, both alphabets, there and back', () => {
  expect(
    evaluate(
      "const bytes = [-5, -1, -2]; return [Utilities.base64Encode('ä?>'), Utilities.base64Encode(bytes), Utilities.base64EncodeWebSafe(bytes), Utilities.base64Decode('+//+'), Utilities.base64DecodeWebSafe('-__-'), Utilities.newBlob(Utilities.base64Decode('w6Q=')).getDataAsString()];",
    ),
  ).toEqual(['w6Q/Pg==', '+//+', '-__-', [-5, -1, -2], [-5, -1, -2], 'ä']);
  expect(() => evaluate("Utilities.base64Decode('*');")).toThrow('Could not decode string.');
});

test('gzip and back', () => {
  expect(
    evaluate(
      "const packed = Utilities.gzip(Utilities.newBlob('ä'.repeat(5000))); return [packed.getContentType(), packed.getBytes().length < 100, Utilities.ungzip(packed).getDataAsString() === 'ä'.repeat(5000)];",
    ),
  ).toEqual(['application/x-gzip', true, true]);
  expect(() => evaluate("Utilities.ungzip(Utilities.newBlob('no'));")).toThrow('Invalid argument');
});

test.each([
  ["yyyy-MM-dd'T'HH:mm:ss'Z'", 'Etc/UTC', '2026-03-02T05:07:09Z'],
  ['EEE, d MMM yy h:mm a', 'GMT', 'Mon, 2 Mar 26 5:07 AM'],
  ['EEEE d. MMMM', 'Europe/Berlin', 'Monday 2. March'],
  ['HH:mm Z', 'America/New_York', '00:07 -0500'],
  ['HH:mm XXX', 'Europe/Berlin', '06:07 +01:00'],
  ['SSS z', 'Etc/UTC', '042 UTC'],
])('formatDate %s in %s', (pattern, zone, shown) => {
  expect(
    evaluate(
      `return Utilities.formatDate(new Date(Date.UTC(2026, 2, 2, 5, 7, 9, 42)), ${JSON.stringify(zone)}, ${JSON.stringify(pattern)});`,
    ),
  ).toBe(shown);
});

test('formatDate names letters and zones it does not know', () => {
  expect(() => evaluate("Utilities.formatDate(new Date(), 'Etc/UTC', 'G');")).toThrow('letter G is not simulated');
  expect(() => evaluate("Utilities.formatDate(new Date(), 'Mars', 'y');")).toThrow('Invalid argument: timeZone');
  expect(() => evaluate("Utilities.formatDate('2026', 'Etc/UTC', 'y');")).toThrow("don't match the method signature");
});

test.each([
  [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '"a ""q"", b",c\r\n"two\nlines",',
    [
      ['a "q", b', 'c'],
      ['two\nlines', ''],
    ],
  ],
  ['a\n\nb\n', [['a'], [''], ['b']]],
])('parseCsv %j', (csv, rows) => {
  expect(evaluate(`return Utilities.parseCsv(${JSON.stringify(csv)});`)).toEqual(rows);
});

test('parseCsv takes another delimiter and refuses a quote that never ends', () => {
  expect(evaluate("return Utilities.parseCsv('a;b', ';');")).toEqual([['a', 'b']]);
  expect(() => evaluate("Utilities.parseCsv('\"a');")).toThrow('Could not parse text.');
});

test('a blob keeps bytes, type and name', () => {
  expect(
    evaluate(
      "const blob = Utilities.newBlob('hi', 'text/csv', 'a.csv'); return [blob.getBytes(), blob.getContentType(), blob.getName()];",
    ),
  ).toEqual([[104, 105], 'text/csv', 'a.csv']);
});
