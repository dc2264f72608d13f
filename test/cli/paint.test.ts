import { painter, plain } from '../../src/cli/paint';

test('colours where they are wanted', () => {
  expect(painter(true)('red', 'x')).toBe('\u001b[31mx\u001b[39m');
  expect(painter(false)('red', 'x')).toBe('x');
});

test('control characters of others are spaces', () => {
  expect(plain('a\u001b[31m\n\u009bb')).toBe('a [31m b');
});
