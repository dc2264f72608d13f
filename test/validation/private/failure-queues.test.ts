import { failureQueuesOf, failureTargetsOf, isFifo } from '../../../src/validation/private/failure-queues';
import { arn, lambda, queue, rule, subscription, topic } from '../support';
import { assemblyOf, resourceIn } from '../template';

const template = {
  Queue: queue(),
  Fn: lambda({ DeadLetterConfig: { TargetArn: arn('Queue') } }),
  Source: queue({ RedrivePolicy: { deadLetterTargetArn: arn('Queue') } }),
  Sub: subscription({ RedrivePolicy: '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:111122223333:q"}' }),
  Rule: rule({ Targets: [{ Id: 'a' }, { Id: 'b', DeadLetterConfig: { Arn: arn('Queue') } }] }),
};

test('failure targets are found wherever they are written', () => {
  expect(failureTargetsOf(assemblyOf(template)).map(({ by, owner, path }) => `${by} ${owner} ${path}`)).toEqual([
    'function Fn DeadLetterConfig.TargetArn', 'queue Source RedrivePolicy.deadLetterTargetArn', 'rule Rule Targets.1.DeadLetterConfig.Arn', 'subscription Sub RedrivePolicy.deadLetterTargetArn',
  ]);
});

test('a queue has all whose failures it keeps', () => {
  expect([...failureQueuesOf(assemblyOf(template))].map(([id, targets]) => [String(id), targets.map(({ owner }) => String(owner))])).toEqual([['Queue', ['Fn', 'Source', 'Rule']]]);
});

test('queues and topics may be FIFO', () => {
  expect([queue({ FifoQueue: true }), topic({ FifoTopic: 'true' }), queue(), queue({ FifoQueue: { Ref: 'F' } })].map((Thing) => isFifo(resourceIn({ Thing }, 'Thing')))).toEqual([true, true, false, false]);
});
