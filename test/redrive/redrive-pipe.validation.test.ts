process.env.CDK_VALIDATION = 'true';

import { App, Duration, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as fc from 'fast-check';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../src/failure/function-async-failure';
import { FunctionDeadLetter } from '../../src/failure/function-dead-letter';
import { RedrivePipe } from '../../src/redrive/redrive-pipe';
import { nagFindings, rulesIn, testCleanliness } from '../nag';
import { nodeFunction, strictApp } from '../support';

function everyKind(stack: Stack, acknowledgeRules?: boolean): RedrivePipe[] {
  const [orders, audit] = ['Orders', 'Audit'].map((id) => nodeFunction(stack, id, { timeout: Duration.seconds(25), memorySize: 256 }));
  const [records, letters, notices] = ['Records', 'Letters', 'Notices'].map((id) => new FailureQueue(stack, id));
  const failureBucket = new s3.Bucket(stack, 'Bucket', { enforceSSL: true, encryptionKey: new kms.Key(stack, 'Key', { enableKeyRotation: true }) });
  orders.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(records) }));
  audit.with(new FunctionDeadLetter({ failureDestination: FailureDestination.queue(letters) }));
  return [
    new RedrivePipe(stack, 'RedriveRecords', { failureQueue: records, functions: [orders], acknowledgeRules }),
    new RedrivePipe(stack, 'RedriveLetters', { failureQueue: letters, functions: [audit], running: true, acknowledgeRules }),
    new RedrivePipe(stack, 'RedriveObjects', { failureQueue: notices, functions: [orders], failureBucket, oneAtATime: false, acknowledgeRules }),
  ];
}

testCleanliness(everyKind);

test('whatever is asked for legally is a template that CDK finds nothing wrong with', () => {
  const [maxAttempts, interval] = [fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 60 })];
  const props = fc.record({ maxAttempts, interval, oneAtATime: fc.boolean(), running: fc.boolean() });
  fc.assert(fc.property(props, fc.integer({ min: 1, max: 900 }), (given, timeout) => {
    const app = strictApp();
    const stack = new Stack(app, 'Stack');
    const fn = nodeFunction(stack, 'Orders', { timeout: Duration.seconds(timeout) });
    const failureQueue = new FailureQueue(stack, 'Failures');
    new RedrivePipe(stack, 'Redrive', { ...given, interval: Duration.seconds(given.interval), failureQueue, functions: [fn] });
    app.synth();
  }), { numRuns: 10 });
}, 60_000);

test('what is acknowledged is exactly what is wrong about a correct stack', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const [one] = everyKind(stack, false);

  const rules = rulesIn(nagFindings(app, stack, [one]));

  // A newer CDK knows a newer runtime, which two more rules want.
  expect(rules.filter((rule) => !/L1$|LatestVersion$/.test(rule))).toEqual(['AwsSolutions-IAM5', 'Serverless-LambdaDLQ', 'Serverless-SQSRedrivePolicy']);
});
