import { CfnParameter, Duration } from 'aws-cdk-lib';
import { fleetQuery, whyBlindFor } from '../../../src/alarms/private/fleet-alarm';
import { functionSubject } from '../../../src/alarms/private/function-subject';
import { l1Function, testStack } from '../../support';

test('a tag may be a parameter', () => {
  const stack = testStack();
  const team = new CfnParameter(stack, 'Team').valueAsString;

  const query = fleetQuery({ construct: stack, tags: { team }, longestTimeout: Duration.minutes(15) })('errors');

  expect(JSON.stringify(stack.resolve(query))).toContain('WHERE tag.team = \'",{"Ref":"Team"},"\' GROUP BY');
});

test('a timeout that only the deployment knows is not complained of', () => {
  const stack = testStack();
  const timeout = new CfnParameter(stack, 'Timeout', { type: 'Number' }).valueAsNumber;
  const subject = functionSubject(l1Function(stack, 'Function', { timeout }));

  expect(whyBlindFor({ construct: stack, tags: {}, longestTimeout: Duration.minutes(1) }, subject, stack)).toBeUndefined();
});
