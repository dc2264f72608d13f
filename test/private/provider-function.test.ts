import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3deploy from 'aws-cdk-lib/aws-s3-deployment';
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId, Provider } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import { findBelow } from '../../src/private/owner';
import { isProviderFunction, isProviderResource } from '../../src/private/provider-function';
import { nodeFunction, testStack } from '../support';

function l1sIn(stack: Stack): lambda.CfnFunction[] {
  return findBelow(stack, lambda.CfnFunction.isCfnFunction);
}

test.each<[string, (stack: Stack) => unknown]>([
  ['an AwsCustomResource', (stack) => new AwsCustomResource(stack, 'Call', {
    onCreate: { service: 's3', action: 'listBuckets', physicalResourceId: PhysicalResourceId.of('x') },
    policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: ['*'] }),
    installLatestAwsSdk: false,
  })],
  ['a bucket that empties itself', (stack) => new s3.Bucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY })],
  ['a bucket deployment', (stack) => new s3deploy.BucketDeployment(stack, 'Deploy', {
    destinationBucket: new s3.Bucket(stack, 'Bucket'), sources: [s3deploy.Source.data('a', 'b')],
  })],
  ['log retention', (stack) => new logs.LogRetention(stack, 'Retention', { logGroupName: '/orders', retention: logs.RetentionDays.ONE_DAY })],
])('the function of %s is', (_, make) => {
  const stack = testStack();
  make(stack);

  expect(l1sIn(stack).map(isProviderFunction)).toEqual([true]);
});

test("the user's own functions are not, even those that are called by CDK's", () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  new Provider(stack, 'Provider', { onEventHandler: fn, isCompleteHandler: fn });
  new s3.Bucket(stack, 'Bucket').addEventNotification(s3.EventType.OBJECT_CREATED, new LambdaDestination(fn));

  expect(l1sIn(stack).filter((one) => !isProviderFunction(one)).map(({ node }) => node.path)).toEqual(['Stack/Function/Resource']);
  expect(l1sIn(stack)).toHaveLength(5);
});

test('a function that is only called like one of a provider is the user\'s', () => {
  const stack = testStack();
  for (const id of ['framework-onEvent', 'my-framework-onEvent', 'LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a2']) nodeFunction(stack, id);

  expect(l1sIn(stack).map(isProviderFunction)).toEqual([false, false, false]);
});

test('what CDK makes for the custom resources of a provider is its own, below a user\'s construct too', () => {
  const stack = testStack();
  const provider = new Provider(new Construct(stack, 'Shop'), 'Provider', { onEventHandler: nodeFunction(stack), isCompleteHandler: nodeFunction(stack, 'Complete') });
  const machine = findBelow(provider, sfn.CfnStateMachine.isCfnStateMachine);

  expect(machine.map(isProviderResource)).toEqual([true]);
  expect(isProviderResource(l1sIn(stack).find(({ node }) => node.path === 'Stack/Complete/Resource')!)).toBe(false);
});
