import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { FunctionAlarms } from '../../../src/alarms/function-alarms';
import { alarmsOf } from '../../../src/alarms/private/grouped-alarms';
import { l1Function, testStack } from '../../support';

const PLAIN = { comparisonOperator: 'GreaterThanThreshold', threshold: 1, evaluationPeriods: 1 };

test('alarms that nobody of this library made are no part unless given', () => {
  const stack = testStack();
  const own = new cloudwatch.CfnAlarm(stack, 'Own', PLAIN);

  expect(alarmsOf({ scopes: [stack], alarms: [] })).toEqual([]);
  expect(alarmsOf({ scopes: [stack], alarms: [own] })).toHaveLength(1);
});

test('a name may be as long as stack and logical id make it, and 255 characters where they are not known', () => {
  const stack = new Stack(new App(), 'Stack', { stackName: 'orders' });
  const alarms = FunctionAlarms.fromFunction(l1Function(stack, 'Function'));
  alarms.errors();
  alarms.throttles({ alarmName: 'throttles' });
  alarms.asyncEventsDropped({ alarmName: new CfnParameter(stack, 'Name').valueAsString });

  expect(alarmsOf({ scopes: [stack], alarms: [] }).map(({ longestName }) => longestName)).toEqual(['orders'.length + 'FunctionErrorsAlarm'.length + 8 + 14, 'throttles'.length, 255]);
});
