import { expressionOf, matchesWhole } from '../../../src/analysis/simulation/selection-pattern';

test.each([
  ['Invalid.*', 'Invalid input', true], ['Invalid*', 'Invalid input', false], ['.*', 'two\nlines', false], ['[\\s\\S]*', 'zwei Zeilen: Grüße\n', true], ['a|b', 'ab', false],
])('%s and %s', (pattern, message, matches) => {
  expect(matchesWhole(pattern, message)).toBe(matches);
});

test.each(['(?i)a', 'a*+', 'a++', '\\Qa\\E', '\\p{L}', '[a&&b]', '[a[b]]', '\\h', '(?<x>a)', '(?<=a)b', 'a$', '(', '\\bA'])('%s is not the same in Java, or may not be', (pattern) => {
  expect(matchesWhole(pattern, 'a')).toBeUndefined();
});

test('what `.` and spaces are depends on the message', () => {
  expect(matchesWhole('.', '\u0085')).toBeUndefined();
  expect(matchesWhole('.', '\ud83d\ude00')).toBeUndefined();
  expect(matchesWhole('\\s', '\u00a0')).toBeUndefined();
  expect(matchesWhole('\\s', ' ')).toBe(true);
});

test('an expression is no more than the pattern', () => {
  expect(expressionOf('a+', '', '', 'g')).toEqual(/a+/g);
});
