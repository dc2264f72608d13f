import { Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { completeRedrive } from '../../../src/event-source/private/redrive';
import { testStack } from '../../support';
import { DESTINATION_ARN, propertiesOf } from '../support';

const SETTINGS = { consumers: [], acknowledgeRules: true };

test('leaves what is refused, tells of it, and does the rest', () => {
  const queue = new sqs.CfnQueue(testStack(), 'Queue', { fifoQueue: true });
  const refused: string[] = [];
  const deadLetterQueue = sqs.Queue.fromQueueArn(queue.stack, 'Dead', DESTINATION_ARN);
  completeRedrive(queue, { ...SETTINGS, deadLetterQueue }, ({ name }) => refused.push(name));

  expect(refused).toEqual(['DeadLetterQueueTypeMismatch']);
  expect(propertiesOf(queue).RedrivePolicy).toEqual({ maxReceiveCount: 5 });
});

test('a policy that is a text is left', () => {
  const queue = new sqs.CfnQueue(testStack(), 'Queue');
  queue.addPropertyOverride('RedrivePolicy', `{"deadLetterTargetArn":"${DESTINATION_ARN}"}`);
  completeRedrive(queue, SETTINGS);

  expect(typeof propertiesOf(queue).RedrivePolicy).toBe('string');
  Template.fromStack(queue.stack).resourceCountIs('AWS::SQS::Queue', 1);
});

test.each([[true, 1], [false, 0]])('acknowledges what is wrong about a dead-letter queue: %s', (acknowledgeRules, ignored) => {
  const queue = new sqs.CfnQueue(testStack(), 'Queue');
  completeRedrive(queue, { ...SETTINGS, acknowledgeRules });
  const made = Object.values(Template.fromStack(queue.stack).findResources('AWS::SQS::Queue')).filter(({ Metadata }) => Metadata?.['cfn-lint']);

  expect(made).toHaveLength(ignored);
});
