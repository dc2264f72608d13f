process.env.CDK_VALIDATION = 'true';

import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../src/failure/function-async-failure';
import { FunctionDeadLetter } from '../../src/failure/function-dead-letter';
import { RedrivePipe } from '../../src/redrive/redrive-pipe';
import { nodeFunction } from '../support';

/** Findings of CDK's own validation, warnings included, fail the synthesis. */
function strictApp(): App {
  return new App({ context: { '@aws-cdk/core:validateAgainstDefaultRules': true, '@aws-cdk/core:strictCfnValidateErrors': true } });
}

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

test('a stack with pipes for every kind of destination is clean', () => {
  const app = strictApp();
  everyKind(new Stack(app, 'Stack'));

  expect(() => app.synth()).not.toThrow();
}, 60_000);

function findingsBelow(constructs: RedrivePipe[], app: App, stack: Stack): string[] {
  return [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack) => pack.validateScope(stack).violations)
    .flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`))
    .filter((finding) => constructs.some(({ node }) => finding.includes(` ${node.path}/`)));
}

test('cdk-nag finds nothing in what is made', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const made = everyKind(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));

  expect(unacknowledged(findingsBelow(made, app, stack), stack)).toEqual([]);
});

test('what is acknowledged is exactly what is wrong about a correct stack', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const [one] = everyKind(stack, false);
  const rules = new Set(findingsBelow([one], app, stack).map((finding) => finding.replace(/(\[| ).*/, '')));

  expect([...rules].sort()).toEqual([
    'AwsSolutions-IAM5', 'AwsSolutions-L1', 'Serverless-LambdaDLQ', 'Serverless-LambdaLatestVersion', 'Serverless-SQSRedrivePolicy',
  ]);
});

/** The findings that no construct on the way to the resource acknowledges. */
function unacknowledged(findings: string[], stack: Stack): string[] {
  return findings.filter((finding) => {
    const [rule, path] = finding.split(' ');
    const scopes = stack.node.findAll().find(({ node }) => node.path === path)!.node.scopes;
    const known = scopes.flatMap(({ node }) => node.metadata).filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
    return !known.some(({ data }) => Object.keys(data).some((id) => id.includes(rule.replace(/\[.*/, ''))));
  });
}
