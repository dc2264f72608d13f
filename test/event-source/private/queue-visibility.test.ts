import { CfnParameter } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { setVisibility } from '../../../src/event-source/private/queue-visibility';
import { fail } from '../../../src/private/complete-setting';
import { l1Function, testStack } from '../../support';
import { indexOf, propertiesOf, queueMapping, warningsIn } from '../support';

test('is not set for a queue that nobody reads from', () => {
  const queue = new sqs.CfnQueue(testStack(), 'Queue');
  setVisibility({ queue, consumers: [], refuse: fail }, indexOf(queue.stack));

  expect(queue.visibilityTimeout).toBeUndefined();
});

test('is not set where only the deployment knows the timeout of the function', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue');
  const timeout = new CfnParameter(stack, 'Timeout', { type: 'Number' }).valueAsNumber;
  setVisibility({ queue, consumers: [l1Function(stack, 'L1', { timeout })], refuse: fail }, indexOf(stack));

  expect(queue.visibilityTimeout).toBeUndefined();
  expect(warningsIn(stack)).toEqual(['QueueRedrive.unknownTimeout']);
});

test('tells who wants to hear of a timeout that is too short, and leaves it', () => {
  const queue = new sqs.CfnQueue(testStack(), 'Queue', { visibilityTimeout: 30 });
  queueMapping(queue, {}, { timeout: 6 });
  const refused: string[] = [];
  setVisibility({ queue, consumers: [], refuse: ({ name }) => refused.push(name) }, indexOf(queue.stack));

  expect(refused).toEqual(['QueueVisibilityTimeoutTooShort']);
  expect(propertiesOf(queue).VisibilityTimeout).toBe(30);
});

test('tells who wants to hear of a timeout that is set', () => {
  const queue = new sqs.CfnQueue(testStack(), 'Queue');
  queueMapping(queue, {}, { timeout: 6 });
  const completed: string[] = [];
  setVisibility({ queue, consumers: [], refuse: fail, completed: (what) => completed.push(what) }, indexOf(queue.stack));

  expect(completed).toEqual(['VisibilityTimeout']);
  expect(propertiesOf(queue).VisibilityTimeout).toBe(36);
});

test.each([[1_209_600, 1_209_600, false], [86_400, 86_400, true], [86_400, 86_401, false]])(
  'messages that are kept for %d seconds and then for %d seconds expire early: %s', (messageRetentionPeriod, kept, early) => {
    const stack = testStack();
    const dead = new sqs.CfnQueue(stack, 'Dead', { messageRetentionPeriod: kept });
    const queue = new sqs.CfnQueue(stack, 'Queue', { messageRetentionPeriod, redrivePolicy: { deadLetterTargetArn: dead.attrArn, maxReceiveCount: 5 } });
    setVisibility({ queue, consumers: [], refuse: fail }, indexOf(stack));

    expect(warningsIn(stack)).toEqual(early ? ['QueueRedrive.deadLettersExpireEarly'] : []);
  });
