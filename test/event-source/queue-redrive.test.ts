import { App, Aspects, CfnParameter, Duration, Shims, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { QueueRedrive, type QueueRedriveProps } from '../../src/event-source/queue-redrive';
import { FailureQueue } from '../../src/failure/failure-queue';
import { describeMixin } from '../conformance/describe-mixin';
import { errorOf, expectWarning } from '../failure/support';
import { l1Function, nodeFunction, testStack } from '../support';
import { DESTINATION_ARN, propertiesOf, queueMapping, warningsIn } from './support';

const REDRIVE = { deadLetterTargetArn: DESTINATION_ARN, maxReceiveCount: 5 };

describeMixin({
  mixin: QueueRedrive,
  create: (stack) => new QueueRedrive({ deadLetterQueue: sqs.Queue.fromQueueArn(stack, 'Dead', DESTINATION_ARN) }),
  supported: (stack) => new sqs.CfnQueue(stack, 'Queue'),
  unsupported: (stack) => [nodeFunction(stack), new sqs.Queue(stack, 'L2')],
  expects: { type: 'AWS::SQS::Queue', properties: { RedrivePolicy: REDRIVE } },
  equivalentL2: {
    plain: (stack) => new sqs.Queue(stack, 'Queue'),
    configured: (stack) => new sqs.Queue(stack, 'Queue', { deadLetterQueue: { queue: stack.node.findChild('Dead') as sqs.IQueue, maxReceiveCount: 5 } }),
  },
  conflicts: [
    {
      what: 'another dead-letter queue is set',
      set: (queue) => { (queue as sqs.CfnQueue).redrivePolicy = { ...REDRIVE, deadLetterTargetArn: `${DESTINATION_ARN}-2` }; },
      error: 'QueueRedriveConflict',
    },
    {
      what: 'a raw override sets another dead-letter queue',
      set: (queue) => queue.addPropertyOverride('RedrivePolicy.deadLetterTargetArn', `${DESTINATION_ARN}-2`),
      error: 'QueueRedriveConflict',
    },
    {
      what: 'messages move after less than 5 receives',
      set: (queue) => { (queue as sqs.CfnQueue).redrivePolicy = { ...REDRIVE, maxReceiveCount: 4 }; },
      error: 'QueueRedriveConflict',
    },
  ],
  kept: {
    set: (queue) => Object.assign(queue, { delaySeconds: 3, redrivePolicy: { maxReceiveCount: 9 } }),
    properties: { DelaySeconds: 3, RedrivePolicy: { ...REDRIVE, maxReceiveCount: 9 } },
  },
  setLater: {
    set: (queue) => { (queue as sqs.CfnQueue).redrivePolicy = { ...REDRIVE, maxReceiveCount: 7 }; },
    properties: { RedrivePolicy: { maxReceiveCount: 7 } },
  },
  token: (queue, stack) => {
    const receives = new CfnParameter(stack, 'Receives', { type: 'Number' }).valueAsNumber;
    Object.assign(queue, { redrivePolicy: { maxReceiveCount: receives }, visibilityTimeout: receives });
  },
});

function apply(queue: sqs.CfnQueue, props?: QueueRedriveProps): Record<string, any> {
  queue.with(new QueueRedrive(props));
  return propertiesOf(queue);
}

describe('the dead-letter queue', () => {
  test('is made below an L2', () => {
    const stack = testStack();
    const queue = new sqs.Queue(stack, 'Queue');
    queue.with(new QueueRedrive());

    expect(propertiesOf(queue.node.defaultChild as sqs.CfnQueue).RedrivePolicy)
      .toEqual({ deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^QueueDeadLetterQueue/), 'Arn'] }, maxReceiveCount: 5 });
  });

  test('is encrypted, reached over TLS only, and kept for 14 days', () => {
    const stack = testStack();
    apply(new sqs.CfnQueue(stack, 'Queue'));
    const template = Template.fromStack(stack);

    template.hasResourceProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
    template.hasResourceProperties('AWS::SQS::QueuePolicy', { PolicyDocument: { Statement: [{ Effect: 'Deny' }] } });
  });

  test('of a FIFO queue is a FIFO queue', () => {
    const stack = testStack();
    apply(new sqs.CfnQueue(stack, 'Queue', { fifoQueue: true }));

    Template.fromStack(stack).resourcePropertiesCountIs('AWS::SQS::Queue', { FifoQueue: true }, 2);
  });

  test('is none more when there is one', () => {
    const stack = testStack();
    apply(new sqs.CfnQueue(stack, 'Queue', { redrivePolicy: REDRIVE }));

    Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
  });

  test.each<[string, (stack: Stack) => sqs.CfnQueueProps, (stack: Stack) => sqs.IQueueRef]>([
    ['a standard queue for a FIFO queue', () => ({ fifoQueue: true }), (stack) => new FailureQueue(stack, 'Dead')],
    ['a FIFO queue for a standard queue', () => ({}), (stack) => new sqs.CfnQueue(stack, 'Dead', { fifoQueue: true })],
    ['an imported FIFO queue for a standard queue', () => ({}), (stack) => sqs.Queue.fromQueueArn(stack, 'Dead', `${DESTINATION_ARN}.fifo`)],
  ])('can\'t be %s: DeadLetterQueueTypeMismatch', (_, props, deadLetterQueue) => {
    const stack = testStack();
    const queue = new sqs.CfnQueue(stack, 'Queue', props(stack));

    expect(errorOf(() => apply(queue, { deadLetterQueue: deadLetterQueue(stack) }))?.name).toBe('DeadLetterQueueTypeMismatch');
  });

  test('can\'t be the queue itself: QueueIsItsOwnDeadLetterQueue', () => {
    const queue = new sqs.CfnQueue(testStack(), 'Queue');

    expect(errorOf(() => apply(queue, { deadLetterQueue: queue }))?.name).toBe('QueueIsItsOwnDeadLetterQueue');
  });

  test('of a parameter is taken as it is', () => {
    const stack = testStack();
    const deadLetterQueue = sqs.Queue.fromQueueArn(stack, 'Dead', new CfnParameter(stack, 'Arn').valueAsString);

    expect(apply(new sqs.CfnQueue(stack, 'Queue'), { deadLetterQueue }).RedrivePolicy.deadLetterTargetArn).toEqual({ Ref: 'Arn' });
  });

  test.each<[string, (stack: Stack) => void]>([
    ['of another queue', (stack) => new sqs.Queue(stack, 'Source', { deadLetterQueue: { queue: new sqs.Queue(stack, 'Dead'), maxReceiveCount: 9 } })],
    ['of a function', (stack) => l1Function(stack, 'L1', { deadLetterConfig: { targetArn: new sqs.CfnQueue(stack, 'Dead').attrArn } })],
    ['that is a failure queue', (stack) => new FailureQueue(stack, 'Dead')],
  ])('%s gets none itself', (_, build) => {
    const stack = testStack();
    build(stack);
    const [before, queues] = ['AWS::SQS::Queue', 'AWS::SQS::Queue'].map((type) => Object.keys(Template.fromStack(stack).findResources(type)).length);
    stack.with(new QueueRedrive());

    expect([before, Object.keys(stack.resolve((stack as any)._toCloudFormation()).Resources ?? {}).filter((id) => /DeadLetterQueueQueue/.test(id)).length])
      .toEqual([queues, 0]);
  });

  test.each([true, false])('that an aspect makes is left alone by the aspect (stabilized: %s)', (stabilized) => {
    const stack = new Stack(new App({ context: { '@aws-cdk/core:aspectStabilization': stabilized } }), 'Stack');
    new sqs.Queue(stack, 'Queue');
    Aspects.of(stack).add(Shims.asAspect(new QueueRedrive()));

    Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 2);
  });

  test('65: that keeps messages no longer than the queue gets a warning: QueueRedrive.deadLettersExpireEarly', () => {
    const stack = testStack();
    const deadLetterQueue = new sqs.CfnQueue(stack, 'Dead');
    apply(new sqs.CfnQueue(stack, 'Queue', { messageRetentionPeriod: 345_600 }), { deadLetterQueue });

    expect(warningsIn(stack)).toEqual(['QueueRedrive.deadLettersExpireEarly']);
  });
});

describe('trap 16: throttles count as receives', () => {
  test.each([4, 0, -1, 5.5, 1_001])('so %d receives are refused: QueueMaxReceiveCountOutOfRange', (maxReceiveCount) => {
    expect(errorOf(() => new QueueRedrive({ maxReceiveCount }))?.name).toBe('QueueMaxReceiveCountOutOfRange');
  });

  test.each([5, 1_000])('%d receives are taken', (maxReceiveCount) => {
    expect(apply(new sqs.CfnQueue(testStack(), 'Queue'), { maxReceiveCount }).RedrivePolicy.maxReceiveCount).toBe(maxReceiveCount);
  });
});

describe('trap 14: the visibility timeout covers six runs of the function', () => {
  const visibility = (queue: sqs.CfnQueueProps, mapping: Partial<lambda.CfnEventSourceMappingProps>, fn: Partial<lambda.CfnFunctionProps>) => {
    const source = new sqs.CfnQueue(testStack(), 'Queue', queue);
    queueMapping(source, mapping, fn);
    return apply(source).VisibilityTimeout;
  };

  test.each<[number | undefined, number | undefined, number | undefined]>([
    [undefined, undefined, undefined], // 6 × 3 seconds are less than what SQS takes by itself
    [5, undefined, undefined],
    [6, undefined, 36],
    [60, 20, 380],
    [900, 300, 5_700],
  ])('of %s seconds, and a window of %s seconds', (timeout, maximumBatchingWindowInSeconds, expected) => {
    expect(visibility({}, { maximumBatchingWindowInSeconds }, { timeout })).toBe(expected);
  });

  test('and stays when it does', () => {
    expect(visibility({ visibilityTimeout: 400 }, {}, { timeout: 60 })).toBe(400);
  });

  test('or fails: QueueVisibilityTimeoutTooShort', () => {
    expect(errorOf(() => visibility({ visibilityTimeout: 359 }, {}, { timeout: 60 }))).toMatchObject({
      name: 'QueueVisibilityTimeoutTooShort', message: expect.stringContaining('at least 360 seconds'),
    });
  });

  test('of the slowest function, whenever it is mapped', () => {
    const app = new App();
    const queue = new sqs.Queue(new Stack(app, 'Queues'), 'Queue');
    queue.with(new QueueRedrive());
    for (const [id, seconds] of [['Fast', 10], ['Slow', 100]] as const) {
      nodeFunction(new Stack(app, id), 'Function', { timeout: Duration.seconds(seconds) }).addAlias('live').addEventSource(new SqsEventSource(queue));
    }

    expect(propertiesOf(queue.node.defaultChild as sqs.CfnQueue).VisibilityTimeout).toBe(600);
  });

  test('of a consumer whose mapping is elsewhere', () => {
    const stack = testStack();
    const consumer = nodeFunction(stack, 'Function', { timeout: Duration.seconds(20) });

    expect(apply(new sqs.CfnQueue(stack, 'Queue'), { consumer }).VisibilityTimeout).toBe(120);
  });

  test.each<[number | undefined, string[]]>([[undefined, ['QueueRedrive.unknownTimeout']], [5_699, ['QueueRedrive.unknownTimeout']], [5_700, []]])(
    'or of the longest run there is, where %s seconds meet an unknown function: QueueRedrive.unknownTimeout', (visibilityTimeout, warnings) => {
      const stack = testStack();
      const queue = new sqs.CfnQueue(stack, 'Queue', { visibilityTimeout });
      queueMapping(queue, { functionName: 'elsewhere', maximumBatchingWindowInSeconds: 300 });
      apply(queue);

      expect(warningsIn(stack)).toEqual(warnings);
    });
});

test('a redrive policy that is known at deployment only is left with a warning: QueueRedrive.unknownSetting', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue');
  queue.addPropertyOverride('RedrivePolicy', { 'Fn::If': ['Kept', REDRIVE, { Ref: 'AWS::NoValue' }] });
  apply(queue);

  expectWarning(stack, '/Stack/Queue', 'QueueRedrive.unknownSetting');
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
});

test('an imported queue gets a warning: QueueRedrive.importedQueue', () => {
  const stack = testStack();
  sqs.Queue.fromQueueArn(stack, 'Imported', DESTINATION_ARN).with(new QueueRedrive());

  expectWarning(stack, '/Stack/Imported', 'QueueRedrive.importedQueue');
});
