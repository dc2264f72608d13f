import { Fn } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Deployment } from '../../../src/testing/private/deployment';
import { placeNamed, placeOf, subjectNamed, subjectOf } from '../../../src/testing/private/subject';
import { shop } from '../support';

const { stack, orders, plain } = shop();
const imported = sqs.Queue.fromQueueArn(stack, 'Imported', 'arn:aws:sqs:eu-west-1:111122223333:q');
const elsewhere = sqs.Queue.fromQueueArn(stack, 'Elsewhere', Fn.importValue('queue'));
const deployment = Deployment.ofStack(stack);

test('functions by reference and by name', () => {
  expect(subjectOf(deployment, orders).fn).toBe(subjectNamed(deployment, 'Orders').fn);
  expect(subjectOf(deployment, plain)).toMatchObject({ qualifier: { kind: 'none' } });
});

test('places by reference, by ARN and by name', () => {
  const queue = orders.failureQueue!;

  expect(placeOf(deployment, queue, queue.queueRef.queueArn).resource).toBe(placeNamed(deployment, 'OrdersFailure', 'queue', 'AWS::SQS::Queue').resource);
  expect(placeOf(deployment, imported, imported.queueArn)).toEqual({ text: imported.queueArn, name: imported.queueArn });
  expect(() => placeOf(deployment, elsewhere, elsewhere.queueArn)).toThrow(expect.objectContaining({ name: 'PlaceNotKnown' }));
});
