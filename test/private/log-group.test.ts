import { CfnCondition, Fn } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { newLogGroup } from '../../src/private/log-group';
import { testStack } from '../support';

test('is named for the service and the resource, and exists only with it', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue');
  queue.cfnOptions.condition = new CfnCondition(stack, 'Wanted', { expression: Fn.conditionEquals('a', 'a') });
  newLogGroup(queue, 'queues');

  Template.fromStack(stack).hasResource('AWS::Logs::LogGroup', {
    Properties: { LogGroupName: Match.stringLikeRegexp('^/aws/vendedlogs/queues/StackQueue'), RetentionInDays: 30 },
    DeletionPolicy: 'Delete',
    Condition: 'Wanted',
  });
});
