import * as lambda from 'aws-cdk-lib/aws-lambda';
import { logSubject } from '../../../src/error-log/private/log-subject';
import { l1Function, nodeFunction, testStack } from '../../support';

test.each([[undefined, 'text'], [{}, 'text'], [{ logFormat: 'Text' }, 'text'], [{ logFormat: 'JSON' }, 'json']])('a function with %o logs in %s', (loggingConfig, format) => {
  const stack = testStack();

  expect(logSubject(stack, { watchedFunction: l1Function(stack, 'L1', { loggingConfig }) }).format).toBe(format);
});

test('functions on Managed Instances log in JSON only', () => {
  const stack = testStack();
  const capacityProviderConfig = { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: 'arn:aws:lambda:eu-west-1:111122223333:capacity-provider:cp' } };

  expect(logSubject(stack, { watchedFunction: l1Function(stack, 'L1', { capacityProviderConfig }) }).format).toBe('json');
});

test('an override of the format counts', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  fn.addPropertyOverride('LoggingConfig.LogFormat', 'JSON');

  expect(logSubject(stack, { watchedFunction: fn }).format).toBe('json');
});

test('an alias has the log of its function', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { loggingFormat: lambda.LoggingFormat.JSON });

  expect(logSubject(stack, { watchedFunction: fn.addAlias('live') })).toEqual(logSubject(stack, { watchedFunction: fn }));
});
