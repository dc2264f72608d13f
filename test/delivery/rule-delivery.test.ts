import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { deadQueue, FUNCTION_ARN, keyStatements, l1Rule, propertiesOf, QUEUE_ARN, queueStatements } from './support';
import { RuleDelivery } from '../../src/delivery/rule-delivery';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { describeMixin } from '../conformance/describe-mixin';
import { errorOf, expectWarning, l1Key } from '../failure/support';
import { nodeFunction, testStack } from '../support';

const SOURCE = { source: ['orders'] };
const OTHER = { deadLetterConfig: { arn: `${QUEUE_ARN}-2` } };
const WANTED = { DeadLetterConfig: { Arn: QUEUE_ARN }, RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 3600 } };

function delivery(stack: Stack): RuleDelivery {
  const retryPolicy = RetryPolicy.of({ retryAttempts: 3, maxEventAge: Duration.hours(1) });
  return new RuleDelivery({ failureDestination: deadQueue(stack), retryPolicy });
}

function target(rule: unknown, changes: Partial<events.CfnRule.TargetProperty>): void {
  (rule as events.CfnRule).targets = [{ id: 'Target0', arn: FUNCTION_ARN, ...changes }];
}

describeMixin({
  mixin: RuleDelivery,
  create: delivery,
  supported: (stack) => l1Rule(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), new events.Rule(stack, 'L2', { eventPattern: SOURCE })],
  expects: { type: 'AWS::Events::Rule', properties: { Targets: [Match.objectLike(WANTED)] } },
  equivalentL2: {
    plain: (stack) => new events.Rule(stack, 'Rule', { eventPattern: SOURCE, targets: [new targets.LambdaFunction(nodeFunction(stack))] }),
    configured: (stack) => new events.Rule(stack, 'Rule', {
      eventPattern: SOURCE,
      targets: [new targets.LambdaFunction(nodeFunction(stack), {
        deadLetterQueue: stack.node.findChild('Dead') as sqs.IQueue, retryAttempts: 3, maxEventAge: Duration.hours(1),
      })],
    }),
  },
  conflicts: [
    { what: 'another queue is set', set: (rule) => target(rule, OTHER), error: 'RuleDeliveryConflict' },
    { what: 'other retries are set', set: (rule) => target(rule, { retryPolicy: { maximumRetryAttempts: 9 } }), error: 'RuleDeliveryConflict' },
    {
      what: 'a raw override sets another queue',
      set: (rule) => rule.addPropertyOverride('Targets.0.DeadLetterConfig.Arn', `${QUEUE_ARN}-2`),
      error: 'RuleDeliveryConflict',
    },
  ],
  kept: {
    set: (rule) => target(rule, { input: '{}', retryPolicy: { maximumRetryAttempts: 3 } }),
    properties: { Targets: [Match.objectLike({ Input: '{}', ...WANTED })] },
  },
  setLater: { set: (rule) => target(rule, OTHER), properties: { Targets: [Match.objectLike({ DeadLetterConfig: { Arn: `${QUEUE_ARN}-2` } })] } },
  token: (rule, stack) => {
    const attempts = new CfnParameter(stack, 'Attempts', { type: 'Number' }).valueAsNumber;
    target(rule, { retryPolicy: { maximumRetryAttempts: attempts }, deadLetterConfig: { arn: new CfnParameter(stack, 'Queue').valueAsString } });
  },
});

describe('an L2 rule', () => {
  function ruleIn(stack: Stack): events.Rule {
    return new events.Rule(stack, 'Rule', { eventPattern: SOURCE });
  }

  test('gives the whole template that its own properties would give', () => {
    const [mixed, given] = [testStack(), testStack()];
    const queues = [mixed, given].map((stack) => new sqs.Queue(stack, 'Dead'));
    const rule = ruleIn(mixed);
    rule.with(new RuleDelivery({ failureDestination: FailureDestination.queue(queues[0]) }));
    rule.addTarget(new targets.LambdaFunction(nodeFunction(mixed)));
    ruleIn(given).addTarget(new targets.LambdaFunction(nodeFunction(given), { deadLetterQueue: queues[1] }));

    expect(Template.fromStack(mixed).toJSON()).toEqual(Template.fromStack(given).toJSON());
  });

  test('has targets completed that come later, and more permissions only then', () => {
    const stack = testStack();
    const rule = ruleIn(stack);
    rule.with(new RuleDelivery());
    expect(stack.node.findAll().some((construct) => construct instanceof FailureQueue)).toBe(false);
    rule.addTarget(new targets.LambdaFunction(nodeFunction(stack)));

    expect(propertiesOf(stack, 'AWS::Events::Rule').Targets).toEqual([
      expect.objectContaining({ DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringContaining('SharedFailureQueue'), 'Arn'] } } }),
    ]);
    expect(queueStatements(stack)).toContainEqual(expect.objectContaining({ Action: 'sqs:SendMessage', Principal: { Service: 'events.amazonaws.com' } }));
  });

  test('keeps the queue of a target that comes later', () => {
    const stack = testStack();
    const rule = ruleIn(stack);
    rule.with(delivery(stack));
    rule.addTarget(new targets.LambdaFunction(nodeFunction(stack), { deadLetterQueue: new sqs.Queue(stack, 'Own') }));

    expect(propertiesOf(stack, 'AWS::Events::Rule').Targets[0].DeadLetterConfig.Arn).toEqual({ 'Fn::GetAtt': [expect.stringContaining('Own'), 'Arn'] });
  });

  test('fails if a target has another queue', () => {
    const stack = testStack();
    const rule = ruleIn(stack);
    rule.addTarget(new targets.LambdaFunction(nodeFunction(stack), { deadLetterQueue: new sqs.Queue(stack, 'Own') }));

    const error = errorOf(() => rule.with(delivery(stack)));
    expect(error?.name).toBe('RuleDeliveryConflict');
    expect(error?.message).toContain('Stack/Rule/Resource');
  });

  test('leaves targets that are no functions, unless asked for', () => {
    const [stack, all] = [testStack(), testStack()];
    for (const one of [stack, all]) ruleIn(one).addTarget(new targets.SqsQueue(new sqs.Queue(one, 'Queue')));
    stack.node.findChild('Rule').with(new RuleDelivery());
    all.node.findChild('Rule').with(new RuleDelivery({ allTargets: true }));

    expect([stack, all].map((one) => Boolean(propertiesOf(one, 'AWS::Events::Rule').Targets[0].DeadLetterConfig))).toEqual([false, true]);
  });
});

describe('the queue', () => {
  test('lets only this rule send to it', () => {
    const stack = testStack();
    l1Rule(stack).with(new RuleDelivery({ failureDestination: FailureDestination.queue(new sqs.Queue(stack, 'Dead')) }));

    expect(queueStatements(stack)).toEqual([expect.objectContaining({
      Action: 'sqs:SendMessage',
      Principal: { Service: 'events.amazonaws.com' },
      Resource: { 'Fn::GetAtt': ['DeadB2807C34', 'Arn'] },
      Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': ['Rule', 'Arn'] } } },
    })]);
  });

  test('of the target gets what CDK forgets: the key', () => {
    const stack = testStack();
    const dead = new sqs.Queue(stack, 'Dead', { encryptionMasterKey: new kms.Key(stack, 'Key') });
    const rule = new events.Rule(stack, 'Rule', {
      eventPattern: SOURCE, targets: [new targets.LambdaFunction(nodeFunction(stack), { deadLetterQueue: dead })],
    });
    rule.with(new RuleDelivery());

    expect(queueStatements(stack)).toHaveLength(1);
    expect(keyStatements(stack)).toContainEqual({
      Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Resource: '*',
    });
  });

  test('may be an L1 with an L1 key', () => {
    const stack = testStack();
    const queue = new sqs.CfnQueue(stack, 'Dead', { kmsMasterKeyId: l1Key(stack).ref });
    const mixin = new RuleDelivery({ failureDestination: FailureDestination.queue(queue) });
    [l1Rule(stack), l1Rule(stack, 'Second')].forEach((rule) => rule.with(mixin));

    expect(queueStatements(stack)).toHaveLength(2);
    expect(keyStatements(stack)).toHaveLength(2);
  });

  test('may be in another stack, which then does not depend on the rule', () => {
    const app = new App();
    const [one, other] = ['One', 'Other'].map((id) => new Stack(app, id));
    l1Rule(other).with(new RuleDelivery({ failureDestination: FailureDestination.queue(new FailureQueue(one, 'Failures')) }));

    Template.fromStack(other).hasResourceProperties('AWS::Events::Rule', { Targets: [{ DeadLetterConfig: { Arn: { 'Fn::ImportValue': Match.anyValue() } } }] });
    expect(queueStatements(one)).toContainEqual(expect.objectContaining({ Condition: { ArnLike: { 'aws:SourceArn': { 'Fn::Join': expect.anything() } } } }));
  });

  test('in another region is refused: DeliveryDestinationInOtherRegion', () => {
    const rule = l1Rule(new Stack(new App(), 'Stack', { env: { region: 'us-east-1', account: '111122223333' } }));

    expect(errorOf(() => rule.with(delivery(rule.stack)))?.name).toBe('DeliveryDestinationInOtherRegion');
  });

  test('must be a queue: DeliveryDestinationUnsupported', () => {
    const failureDestination = FailureDestination.topic(new sns.Topic(testStack(), 'Topic'));

    expect(errorOf(() => new RuleDelivery({ failureDestination }))?.name).toBe('DeliveryDestinationUnsupported');
  });
});

describe('a warning stands for', () => {
  test('a target that only the deployment knows: RuleDelivery.unknownTarget', () => {
    const stack = testStack();
    l1Rule(stack, 'Rule', { targets: [{ id: 'Target0', arn: new CfnParameter(stack, 'Arn').valueAsString }] }).with(new RuleDelivery());

    expectWarning(stack, '/Stack/Rule', 'RuleDelivery.unknownTarget');
    expect(propertiesOf(stack, 'AWS::Events::Rule').Targets[0].DeadLetterConfig).toBeUndefined();
  });

  test('a list of targets that only the deployment knows', () => {
    const stack = testStack();
    const rule = l1Rule(stack);
    rule.addPropertyOverride('Targets', [{ 'Fn::If': ['On', { Id: 'a', Arn: FUNCTION_ARN }, { Ref: 'AWS::NoValue' }] }]);
    rule.with(new RuleDelivery());

    expectWarning(stack, '/Stack/Rule', 'RuleDelivery.unknownTarget');
  });

  test('a queue that only the deployment knows: RuleDelivery.unknownSetting', () => {
    const stack = testStack();
    const rule = l1Rule(stack);
    target(rule, { deadLetterConfig: { arn: new CfnParameter(stack, 'Queue').valueAsString } });
    rule.with(delivery(stack));

    expectWarning(stack, '/Stack/Rule', 'RuleDelivery.unknownSetting');
  });

  test('an imported rule: RuleDelivery.importedRule', () => {
    const stack = testStack();
    events.Rule.fromEventRuleArn(stack, 'Imported', 'arn:aws:events:eu-west-1:111122223333:rule/orders').with(new RuleDelivery());

    expectWarning(stack, '/Stack/Imported', 'RuleDelivery.importedRule');
  });
});

test('refuses retries that EventBridge refuses: DeliveryRetryAttemptsOutOfRange, DeliveryMaxEventAgeOutOfRange', () => {
  expect(errorOf(() => new RuleDelivery({ retryPolicy: RetryPolicy.of({ retryAttempts: 186 }) }))?.name).toBe('DeliveryRetryAttemptsOutOfRange');
  expect(errorOf(() => new RuleDelivery({ retryPolicy: RetryPolicy.of({ maxEventAge: Duration.hours(25) }) }))?.name).toBe('DeliveryMaxEventAgeOutOfRange');
});
