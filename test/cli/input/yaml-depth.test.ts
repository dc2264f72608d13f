import { isYamlDeeperThan } from '../../../src/cli/input/yaml-depth';

test.each([
  ['lists in brackets', (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
  ['maps in braces', (depth: number) => `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`],
  ['lists with dashes', (depth: number) => `${'- '.repeat(depth)}1`],
  ['maps with indents', (depth: number) => Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['keys that are maps', (depth: number) => `${'? '.repeat(depth)}1`],
])('%s', (_, text) => {
  expect(isYamlDeeperThan(text(10), 20)).toBe(false);
  expect(isYamlDeeperThan(text(30), 20)).toBe(true);
});

test('tens of thousands of levels end nothing', () => {
  expect(isYamlDeeperThan('['.repeat(50_000), 200)).toBe(true);
});
