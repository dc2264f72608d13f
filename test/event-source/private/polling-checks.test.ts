import { CfnParameter } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { checkPolling } from '../../../src/event-source/private/polling-checks';
import { EVENT_SOURCES } from '../../../src/facts/event-sources';
import { testStack } from '../../support';
import { DESTINATION_ARN, indexOf, propertiesOf, queueMapping, warningsIn } from '../support';

test('a limit that only the deployment knows is taken as it is', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue', { redrivePolicy: { deadLetterTargetArn: DESTINATION_ARN, maxReceiveCount: 5 } });
  const maximumConcurrency = new CfnParameter(stack, 'Limit', { type: 'Number' }).valueAsNumber;
  const mapping = queueMapping(queue, { scalingConfig: { maximumConcurrency } }, { reservedConcurrentExecutions: 5 });
  checkPolling({ mapping, source: { id: 'sqs', facts: EVENT_SOURCES.sqs, complete: true } }, indexOf(stack));

  expect(propertiesOf(mapping).ScalingConfig).toEqual({ MaximumConcurrency: { Ref: 'Limit' } });
  expect(warningsIn(stack)).toEqual([]);
});
