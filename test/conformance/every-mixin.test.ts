import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import * as exported from '../../src/mixins';

const TEST = join(__dirname, '..');
/** Without the enums that options and reports use. */
const mixins = Object.fromEntries(Object.entries(exported as Record<string, unknown>)
  .filter((entry): entry is [string, { prototype: object }] => typeof entry[1] === 'function'));

test('every mixin has a test that runs the conformance suite', () => {
  const tests = readdirSync(TEST, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(TEST, path), 'utf8'));
  const untested = Object.keys(mixins).filter((name) => !tests.some((text) => new RegExp(`describeMixin\\(\\{\\s*mixin: ${name},`).test(text)));

  expect(untested).toEqual([]);
});

test('every mixin is one', () => {
  const strangers = Object.entries(mixins).filter(([, { prototype }]) => !('supports' in prototype && 'applyTo' in prototype)).map(([name]) => name);

  expect(strangers).toEqual([]);
});
