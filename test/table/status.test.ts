import { outcomes } from '../../src/engine/outcome';
import { outcomeOf, statusLooks, statusWord } from '../../src/table/status';

test('every outcome has its word, and every word its outcome', () => {
  expect(Object.fromEntries(outcomes.map((outcome) => [outcome, statusWord(outcome)]))).toEqual({
    notChecked: '',
    planned: 'Ready',
    settled: 'Up to date',
    running: 'Running',
    done: 'Done',
    waiting: 'Waiting',
    blocked: 'Needs you',
    failed: 'Failed',
    notReached: 'Not reached',
    stale: 'Changed since check',
  });
  expect(outcomes.map((outcome) => outcomeOf(statusWord(outcome)))).toEqual(outcomes);
});

test('a status is read in whatever case; a word of somebody else is none of ours', () => {
  expect(outcomeOf(' needs YOU\u00A0')).toBe('blocked');
  expect(outcomeOf('on holiday')).toBeUndefined();
  expect(outcomeOf('✓')).toBeUndefined();
});

test('every word can be read on its colour (contrast 4.5 or more)', () => {
  for (const { text, background } of Object.values(statusLooks))
    expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
});

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
