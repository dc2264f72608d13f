import { App, Aspects, CfnParameter, Duration, Shims, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../src/failure/function-async-failure';
import { LambdaErrorHandling } from '../../src/mixins/lambda-error-handling';
import { RedrivePipe, type RedrivePipeProps } from '../../src/redrive/redrive-pipe';
import { nodeFunction, testStack } from '../support';

interface Scene { readonly stack: Stack; readonly fn: lambda.Function; readonly queue: FailureQueue; readonly redrive: RedrivePipe }

function scene(props: Partial<RedrivePipeProps> = {}, stack = testStack()): Scene {
  const fn = nodeFunction(stack, 'Orders', { timeout: Duration.seconds(25) });
  const queue = new FailureQueue(stack, 'Failures');
  fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(queue) }));
  return { stack, fn, queue, redrive: new RedrivePipe(stack, 'Redrive', { failureQueue: queue, functions: [fn], ...props }) };
}

test('the pipe is stopped, reads one message at a time, waits, and changes nothing', () => {
  const { stack } = scene();

  const [pipe] = Object.values(Template.fromStack(stack).findResources('AWS::Pipes::Pipe'));
  expect(pipe.Properties).toMatchObject({
    DesiredState: 'STOPPED',
    SourceParameters: { SqsQueueParameters: { BatchSize: 1, MaximumBatchingWindowInSeconds: 0 } },
    TargetParameters: { LambdaFunctionParameters: { InvocationType: 'REQUEST_RESPONSE' } },
  });
  expect(JSON.stringify(pipe)).not.toContain('InputTemplate');
});

test('the pipe is made after its permissions', () => {
  const { stack } = scene();

  Template.fromStack(stack).hasResource('AWS::Pipes::Pipe', { DependsOn: Match.arrayWith([Match.stringLikeRegexp('RoleDefaultPolicy')]) });
});

test('running starts it at once', () => {
  const { stack } = scene({ running: true });

  Template.fromStack(stack).hasResourceProperties('AWS::Pipes::Pipe', { DesiredState: 'RUNNING' });
});

test('the function that redrives runs once at a time, as long as the slowest function, the pause and its own start', () => {
  const { stack } = scene({ interval: Duration.seconds(5), maxAttempts: 2 });

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
    ReservedConcurrentExecutions: 1,
    Timeout: 25 + 5 + 15,
    Environment: { Variables: { MAX_ATTEMPTS: '2', INTERVAL_MS: '5000' } },
  });
});

test('oneAtATime: false reserves no concurrency', () => {
  const { stack } = scene({ oneAtATime: false });

  Template.fromStack(stack).resourcePropertiesCountIs('AWS::Lambda::Function', { ReservedConcurrentExecutions: Match.anyValue() }, 0);
});

test('only pipes of the account can be the pipe', () => {
  const { stack } = scene();

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [{
        Principal: { Service: 'pipes.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }, ArnLike: { 'aws:SourceArn': Match.anyValue() } },
      }],
    },
  });
});

test('the quarantine has the recommended alarms', () => {
  const { stack, redrive } = scene();
  const quarantine = stack.resolve(redrive.quarantineQueue.queueRef.queueArn)['Fn::GetAtt'][0];

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [quarantine, 'QueueName'] } }],
  });
});

test('the commands that start and stop it are outputs', () => {
  const { stack, redrive } = scene();

  const outputs = Object.values(Template.fromStack(stack).toJSON().Outputs as Record<string, { Value: unknown }>).map(({ Value }) => Value);
  expect(outputs).toEqual([stack.resolve(redrive.startCommand), stack.resolve(redrive.stopCommand)]);
  expect(outputs).toEqual([
    { 'Fn::Join': ['', ['aws pipes start-pipe --name ', stack.resolve(redrive.pipe.ref)]] },
    { 'Fn::Join': ['', ['aws pipes stop-pipe --name ', stack.resolve(redrive.pipe.ref)]] },
  ]);
});

test('an alias is invoked as the alias', () => {
  const stack = testStack();
  const alias = nodeFunction(stack, 'Orders').addAlias('live');
  new RedrivePipe(stack, 'Redrive', { failureQueue: new FailureQueue(stack, 'Failures'), functions: [alias] });

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { FUNCTIONS: stack.resolve(alias.functionArn) } },
  });
});

test.each([[0], [101], [1.5]])('maxAttempts %p is refused', (maxAttempts) => {
  expect(() => scene({ maxAttempts })).toThrow(expect.objectContaining({ name: 'RedriveMaxAttemptsOutOfRange', message: expect.stringContaining(`got ${maxAttempts}`) }));
});

test('an interval above a minute is refused', () => {
  expect(() => scene({ interval: Duration.seconds(61) })).toThrow(expect.objectContaining({ name: 'RedriveIntervalOutOfRange', message: expect.stringContaining('got ') }));
});

test.each([[{ maxAttempts: 1 }], [{ maxAttempts: 100 }], [{ interval: Duration.seconds(0) }], [{ interval: Duration.seconds(60) }]])('%j is as far as it goes', (props) => {
  expect(() => scene(props)).not.toThrow();
});

test('values that only the deployment knows are taken', () => {
  const stack = testStack();
  const parameter = new CfnParameter(stack, 'Number', { type: 'Number' });

  expect(() => scene({ maxAttempts: parameter.valueAsNumber, interval: Duration.millis(parameter.valueAsNumber) }, stack)).not.toThrow();
});

test('error handling of the whole app leaves it as it is, and gives its function a failure queue like all others', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const [fn, queue] = [nodeFunction(stack, 'Orders'), FailureQueue.sharedBy(stack)];
  const { pipe, quarantineQueue } = new RedrivePipe(stack, 'Redrive', { failureQueue: queue, functions: [fn] });
  Aspects.of(app).add(Shims.asAspect(new LambdaErrorHandling()));
  const template = Template.fromStack(stack);

  template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: { deadLetterTargetArn: stack.resolve(quarantineQueue.queueRef.queueArn) } });
  template.hasResourceProperties('AWS::Pipes::Pipe', { Source: stack.resolve(pipe.source) });
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(':RedrivePipe'));
});

test('the same app gives the same template', () => {
  const [one, other] = [1, 2].map(() => Template.fromStack(scene({}, new Stack(new App(), 'Stack')).stack).toJSON());

  expect(one).toEqual(other);
});
