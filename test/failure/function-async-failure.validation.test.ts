import { App, Duration, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as fc from 'fast-check';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../src/failure/function-async-failure';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { FunctionTracing } from '../../src/tracing/function-tracing';
import { l1Function, nodeFunction } from '../support';

beforeAll(() => { process.env.CDK_VALIDATION = 'true'; });
afterAll(() => { process.env.CDK_VALIDATION = 'false'; });

const DESTINATIONS: Record<string, (stack: Stack) => FailureDestination> = {
  queue: (stack) => FailureDestination.queue(new FailureQueue(stack, 'To')),
  encryptedQueue: (stack) => FailureDestination.queue(new FailureQueue(stack, 'To', { encryptionKey: new kms.Key(stack, 'Key') })),
  topic: (stack) => FailureDestination.topic(new sns.Topic(stack, 'To', { masterKey: new kms.Key(stack, 'Key') })),
  bucket: (stack) => FailureDestination.bucket(new s3.Bucket(stack, 'To', { encryptionKey: new kms.Key(stack, 'Key') })),
  eventBus: (stack) => FailureDestination.eventBus(new events.EventBus(stack, 'To')),
  function: (stack) => FailureDestination.function(nodeFunction(stack, 'To')),
};

function l1(stack: Stack): lambda.CfnFunction {
  const assumedBy = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const role = new iam.CfnRole(stack, 'Role', { assumeRolePolicyDocument: { Version: '2012-10-17', Statement: [assumedBy] } });
  const fn = l1Function(stack, 'L1', { role: role.attrArn });
  const version = new lambda.CfnVersion(stack, 'Version', { functionName: fn.ref });
  new lambda.CfnAlias(stack, 'Live', { functionName: fn.ref, functionVersion: version.attrVersion, name: 'live' });
  return fn;
}

function l2(stack: Stack): lambda.Function {
  const fn = nodeFunction(stack);
  [fn.addAlias('live'), fn.currentVersion].forEach((target, index) => {
    new events.Rule(stack, `Rule${index}`, { schedule: events.Schedule.rate(Duration.hours(1)), targets: [new LambdaFunction(target)] });
  });
  return fn;
}

test('whatever is asked for legally is a template that CDK finds nothing wrong with', () => {
  const policy = fc.record({ retryAttempts: fc.integer({ min: 0, max: 2 }), age: fc.integer({ min: 60, max: 21_600 }) });
  fc.assert(fc.property(policy, fc.constantFrom(...Object.keys(DESTINATIONS)), fc.constantFrom(l1, l2), ({ retryAttempts, age }, kind, create) => {
    const app = new App({
      context: { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:strictCfnValidateErrors': true },
    });
    const stack = new Stack(app, 'Stack');
    const retryPolicy = RetryPolicy.of({ retryAttempts, maxEventAge: Duration.seconds(age) });
    create(stack).with(new FunctionAsyncFailure({ failureDestination: DESTINATIONS[kind](stack), retryPolicy }), new FunctionTracing());
    app.synth();
  }), { numRuns: 12 });
}, 120_000);
