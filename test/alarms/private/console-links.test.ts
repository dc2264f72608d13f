import { App, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { consoleOf, functionLinks } from '../../../src/alarms/private/console-links';
import { functionSubject } from '../../../src/alarms/private/function-subject';
import { l1Function, nodeFunction, testStack } from '../../support';

const GROUPS = 'logsV2:log-groups/log-group/';

function logsOf(fn: lambda.IFunctionRef): string | undefined {
  const stack = Stack.of(fn);
  const links = functionLinks(stack, functionSubject(fn));
  return links.Logs && JSON.stringify(stack.resolve(links.Logs)).split(GROUPS)[1];
}

test.each([
  ['eu-west-1', 'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1'],
  ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1'],
  ['us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/cloudwatch/home?region=us-gov-west-1'],
])('the console of %s', (region, url) => {
  expect(consoleOf(new Stack(new App(), 'Stack', { env: { region } }))).toBe(url);
});

test('the log group is that of the function, encoded as the console does', () => {
  const stack = testStack();
  const named = new logs.CfnLogGroup(stack, 'Named', { logGroupName: '/app/orders' });
  const unnamed = new logs.CfnLogGroup(stack, 'Unnamed');
  const ofL2 = nodeFunction(stack, 'InL2', { logGroup: new logs.LogGroup(stack, 'Group') });

  expect(logsOf(l1Function(stack, 'Unset'))).toContain('$252Faws$252Flambda$252F');
  expect(logsOf(l1Function(stack, 'Literal', { loggingConfig: { logGroup: '/app/literal' } }))).toContain('$252Fapp$252Fliteral');
  expect(logsOf(l1Function(stack, 'InNamed', { loggingConfig: { logGroup: named.ref } }))).toContain('$252Fapp$252Forders');
  expect(logsOf(l1Function(stack, 'InUnnamed', { loggingConfig: { logGroup: unnamed.ref } }))).toContain('"Ref":"Unnamed"');
  expect(logsOf(ofL2)).toContain('"Ref":"Group');
});

test('traces are linked to where there are any, and nothing of a function that is imported', () => {
  const stack = testStack();
  const [traced, untraced] = ['Active', undefined].map((mode, index) => l1Function(stack, `F${index}`, { tracingConfig: mode ? { mode } : undefined }));

  expect(Object.keys(functionLinks(stack, functionSubject(traced)))).toEqual(['Logs', 'Traces']);
  expect(Object.keys(functionLinks(stack, functionSubject(untraced)))).toEqual(['Logs']);
  expect(functionLinks(stack, functionSubject(lambda.Function.fromFunctionName(stack, 'Imported', 'orders')))).toEqual({});
});

test('a log group of another stack is not exported for a link', () => {
  const app = new App();
  const [here, there] = ['Here', 'There'].map((id) => new Stack(app, id));
  const fn = l1Function(there, 'Function', { loggingConfig: { logGroup: new logs.CfnLogGroup(there, 'Group').ref } });

  expect(functionLinks(here, functionSubject(fn)).Logs).toContain('$252Faws$252Flambda$252F');
});
