import { editDistance, foldName, nearestNames, samePersonName } from '../../src/google/names';
import fc from '../property';

fc.configureGlobal({ seed: 7 });

const word = fc.stringMatching(/^[a-záéñöüçøł]{1,8}$/);

describe('folding a name', () => {
  test.each([
    ['  Ana   María ', 'ana maria'],
    ['ÑANDÚ', 'nandu'],
    ['Łukasz Øster Straße', 'lukasz oster strasse'],
    ['İstanbul', 'istanbul'],
    ['Ａｎａ', 'ana'],
    ['ガギグ', 'ガギグ'],
    ['가나다', '가나다'],
    ['हिन्दी', 'हिन्दी'],
  ])('%j is compared as %j', (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });
});

describe('the same person', () => {
  test.each([
    ['Ana García', 'garcia ana'],
    ["O'Brien, Mary", 'Mary O’Brien'],
    ['Mary O Brien', 'Mary OBrien'],
    ['Anne-Marie Roy', 'Anne Marie Roy'],
    ['山田 太郎', '山田太郎'],
    ['太郎 山田', '山田太郎'],
    ['J. R. Smith', 'J R Smith'],
    ['김철수', '김 철수'],
  ])('%j and %j are', (a, b) => {
    expect(samePersonName(a, b)).toBe(true);
  });

  test.each([
    ['Ana García', 'Ana Gómez'],
    ['山田太郎', '山田花子'],
    ['かき', 'がき'],
    ['', ''],
    ['—', '?'],
    ['Ana', 'Ana García'],
  ])('%j and %j are not', (a, b) => {
    expect(samePersonName(a, b)).toBe(false);
  });

  test('the order and the case of the parts never matter', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (parts) => {
        expect(samePersonName(parts.join(' '), [...parts].reverse().join(' ').toUpperCase())).toBe(true);
      }),
    );
  });

  test('it does not matter who is asked first', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(samePersonName(a, b)).toBe(samePersonName(b, a));
      }),
    );
  });
});

describe('the distance of two texts', () => {
  test.each([
    ['', '', 0],
    ['a', '', 1],
    ['starter', 'startre', 1],
    ['kitten', 'sitting', 3],
    ['Sales', 'Sales', 0],
  ])('%j to %j: %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test('it is the same both ways, and 0 only for equal texts', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe([...a].join() === [...b].join());
      }),
    );
  });
});

describe('the nearest name', () => {
  const names = ['Business Starter', 'Business Standard', 'Frontline Starter', 'Cloud Identity Free'];

  test('is offered for a slip of the pen', () => {
    expect(nearestNames('Busines Startre', names)[0]).toBe('Business Starter');
  });

  test('is offered for words that begin it', () => {
    expect(nearestNames('starter', names)).toEqual(['Business Starter', 'Frontline Starter']);
    expect(nearestNames('cloud free', names)[0]).toBe('Cloud Identity Free');
  });

  test('is not made up where nothing is near', () => {
    expect(nearestNames('Photoshop', names)).toEqual([]);
    expect(nearestNames('  ', names)).toEqual([]);
  });

  test('is at most three names', () => {
    expect(nearestNames('b', ['ba', 'bb', 'bc', 'bd'])).toHaveLength(3);
  });
});
