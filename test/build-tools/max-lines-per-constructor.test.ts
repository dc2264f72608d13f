import * as path from 'path';
import { Linter, type Rule } from 'eslint';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const rule = require(path.resolve('build-tools/eslint-rules/max-lines-per-constructor')) as Rule.RuleModule;

test('takes a constructor with as many code lines as allowed', () => {
  expect(messages('class A {\n  constructor() {\n    a();\n  }\n}', 3)).toEqual([]);
});

test('does not count comments and blank lines', () => {
  expect(messages('class A {\n  constructor() {\n    // why\n\n    a();\n  }\n}', 3)).toEqual([]);
});

test('refuses a longer one', () => {
  expect(messages('class A {\n  constructor() {\n    a();\n    b();\n  }\n}', 3)).toEqual(['The constructor has 4 code lines, 3 are allowed.']);
});

test('leaves other methods to other rules', () => {
  expect(messages('class A {\n  method() {\n    a();\n    b();\n  }\n}', 3)).toEqual([]);
});

function messages(code: string, max: number): string[] {
  const linter = new Linter({ configType: 'flat' });
  const plugins = { own: { rules: { 'max-lines-per-constructor': rule } } };
  return linter.verify(code, { plugins, rules: { 'own/max-lines-per-constructor': ['error', { max }] } }).map(({ message }) => message);
}
