import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoCode } from '../../../src/function/go-code';
import { runtimeOf } from '../../../src/function/private/runtime';
import { testStack } from '../../support';

const INLINE = lambda.Code.fromInline('exports.handler = async () => {};');

test('Go code implies runtime and handler', () => {
  expect(runtimeOf(testStack(), { code: GoCode.fromPackage('anywhere') })).toEqual({
    runtime: lambda.Runtime.PROVIDED_AL2023, handler: 'bootstrap',
  });
});

test('what is given wins', () => {
  const given = { runtime: lambda.Runtime.PROVIDED_AL2, handler: 'main' };

  expect(runtimeOf(testStack(), { code: GoCode.fromPackage('anywhere'), ...given })).toEqual(given);
});

test.each([
  ['FunctionRuntimeMissing', /`runtime` is not set.*Runtime\.NODEJS_22_X.*construct: Stack/, { handler: 'index.handler' }],
  ['FunctionHandlerMissing', /`handler` is not set.*index\.handler.*construct: Stack/, { runtime: lambda.Runtime.NODEJS_22_X }],
])('other code implies nothing: %s', (name, message, props) => {
  expect(() => runtimeOf(testStack(), { code: INLINE, ...props }))
    .toThrow(expect.objectContaining({ name, message: expect.stringMatching(message) }));
});
