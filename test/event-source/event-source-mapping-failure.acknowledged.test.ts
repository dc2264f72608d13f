import * as lambda from 'aws-cdk-lib/aws-lambda';
import { EventSourceMappingFailure } from '../../src/event-source/event-source-mapping-failure';
import { testStack } from '../support';

test.each([[undefined, true], [true, true], [false, false]])('rules that want a destination for a queue are acknowledged unless acknowledgeRules is %s', (acknowledgeRules, isAcknowledged) => {
  const stack = testStack();
  const mapping = new lambda.CfnEventSourceMapping(stack, 'Acknowledged', { functionName: 'orders', eventSourceArn: 'arn:aws:sqs:eu-west-1:111122223333:orders' });
  mapping.with(new EventSourceMappingFailure({ acknowledgeRules }));

  expect(JSON.stringify(mapping.node.metadata).includes('Serverless-LambdaEventSourceMappingDestination')).toBe(isAcknowledged);
  expect(JSON.stringify(mapping.getMetadata('cfn-lint') ?? '').includes('ES1001')).toBe(isAcknowledged);
});
