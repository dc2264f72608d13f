/* eslint-disable @typescript-eslint/no-require-imports */
import { createRequire } from 'module';

/** What Node itself loads, without jest. */
const load = createRequire(__filename);

test.each(['aws-cdk-lib', 'aws-cdk-lib/aws-lambda', 'constructs', 'typescript'])('loads %s once, as Node does', (name) => {
  expect(require(name)).toBe(load(name));
});

test('loads files of this repository for each test file', () => {
  const once = require('../support');
  let again;
  jest.isolateModules(() => { again = require('../support'); });
  expect(again).not.toBe(once);
});

test('this library under its name is its sources', () => {
  const { RetryPolicy } = require('cdk-lambda-error-handling');
  expect(RetryPolicy).toBe(require('../../src/failure').RetryPolicy);
});

test('leaves modules of Node and of jest to jest', () => {
  const name = '@jest/globals';
  expect(require(name).expect).toBe(expect);
  expect(require('node:path')).toBe(require('path'));
});
