import { Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FaultTraceGroup } from '../../src/tracing/fault-trace-group';
import { nodeFunction, testStack } from '../support';

const TYPE = 'AWS::XRay::Group';

test('collects faults of everything, with insights and notifications', () => {
  const stack = testStack();
  const group = new FaultTraceGroup(stack, 'Faults');

  Template.fromStack(stack).hasResourceProperties(TYPE, {
    GroupName: group.groupName, FilterExpression: 'fault = true', InsightsConfiguration: { InsightsEnabled: true, NotificationsEnabled: true },
  });
  expect(group.groupName).toMatch(/^[A-Za-z0-9-]{1,32}$/);
  expect(stack.resolve(group.groupArn)).toEqual({ 'Fn::GetAtt': [expect.any(String), 'GroupARN'] });
});

test('collects faults of functions, and what else is asked for', () => {
  const stack = testStack();
  const functions = ['A', 'B'].map((id) => nodeFunction(stack, id, { functionName: id.toLowerCase() }));
  new FaultTraceGroup(stack, 'Faults', { functions, filterExpression: 'duration > 5', insights: false });

  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources(TYPE));
  expect(JSON.stringify(Properties.FilterExpression)).toMatch(/fault = true AND \(service\(.*\) OR service\(.*\)\) AND \(duration > 5\)/);
  expect(Properties.InsightsConfiguration).toEqual({ InsightsEnabled: false, NotificationsEnabled: false });
});

test.each(['', 'with space', 'x'.repeat(33), 'under_score'])('a name that is none is refused: TraceGroupNameInvalid %p', (groupName) => {
  expect(() => new FaultTraceGroup(testStack(), 'Faults', { groupName })).toThrow(expect.objectContaining({ name: 'TraceGroupNameInvalid' }));
});

test('a name that only the deployment knows is taken', () => {
  expect(() => new FaultTraceGroup(testStack(), 'Faults', { groupName: Token.asString({ Ref: 'Name' }) })).not.toThrow();
});

test('notifications are about insights: TraceGroupNotificationsWithoutInsights', () => {
  expect(() => new FaultTraceGroup(testStack(), 'Faults', { insights: false, notifications: true }))
    .toThrow(expect.objectContaining({ name: 'TraceGroupNotificationsWithoutInsights' }));
});
