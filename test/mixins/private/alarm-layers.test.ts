import { Duration, Stack, type App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { applyLayers, SCOPE } from './support';
import { FleetAlarms } from '../../../src/alarms/fleet-alarms';
import { FunctionAlarms } from '../../../src/alarms/function-alarms';
import { QueueAlarms } from '../../../src/alarms/queue-alarms';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FailureQueue } from '../../../src/failure/failure-queue';
import type { AlarmLayer } from '../../../src/mixins/alarm-layer';
import { Alarms } from '../../../src/mixins/private/alarm-layers';
import { FunctionFailures } from '../../../src/mixins/private/function-layers';
import { nodeFunction, testStack } from '../../support';

const ALARM = 'AWS::CloudWatch::Alarm';
const watch = (stack: Stack, options: AlarmLayer = {}) => applyLayers(stack, new FunctionFailures({}, SCOPE), new Alarms(options, SCOPE));
/** The metrics that have an alarm, sorted. */
const metricsOf = (stack: Stack) =>
  Object.values(Template.fromStack(stack).findResources(ALARM)).map(({ Properties }) => Properties.MetricName).sort();

const KEPT = ['ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible'];
const FUNCTION = ['DestinationDeliveryFailures', 'Errors'];
const rate = Duration.days(1);

/** What is added to a function, and which alarms that brings beside those of the function and of its queue. */
const ADDITIONS: [string, (stack: Stack, fn: lambda.Function) => void, string[]][] = [
  ['nothing', () => {}, []],
  ['an EventBridge rule with a queue', (stack, fn) => {
    new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(rate), targets: [new targets.LambdaFunction(fn, { deadLetterQueue: FailureQueue.sharedBy(stack).queue })] });
  }, ['InvocationsFailedToBeSentToDlq']],
  ['a schedule', (stack, fn) => {
    new scheduler.Schedule(stack, 'Schedule', { schedule: scheduler.ScheduleExpression.rate(rate), target: new schedulerTargets.LambdaInvoke(fn) });
  }, ['InvocationsFailedToBeSentToDeadLetterCount']],
  ['two schedules of one group', (stack, fn) => {
    const scheduleGroup = new scheduler.ScheduleGroup(stack, 'Group');
    for (const id of ['One', 'Two']) {
      new scheduler.Schedule(stack, id, {
        schedule: scheduler.ScheduleExpression.rate(rate), target: new schedulerTargets.LambdaInvoke(fn), scheduleGroup,
      });
    }
  }, ['InvocationsFailedToBeSentToDeadLetterCount']],
  ['a topic', (stack, fn) => {
    new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(fn));
  }, ['NumberOfNotificationsFailedToRedriveToDlq']],
  ['a topic of e-mails', (stack) => {
    new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.EmailSubscription('a@example.com'));
  }, []],
  ['a stream', (stack, fn) => {
    fn.addEventSource(new sources.KinesisEventSource(new kinesis.Stream(stack, 'Stream'), { startingPosition: lambda.StartingPosition.LATEST }));
  }, ['DroppedEventCount', 'IteratorAge']],
  ['a queue, without partial failures', (stack, fn) => {
    fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Source')));
  }, []],
  ['a queue, with partial failures', (stack, fn) => {
    fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Source'), { reportBatchItemFailures: true }));
  }, ['FailedInvokeEventCount']],
  ['a state machine', (stack, fn) => {
    new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(new tasks.LambdaInvoke(stack, 'Task', { lambdaFunction: fn })) });
  }, ['ExecutionsFailed', 'ExecutionsTimedOut']],
  ['a state machine without functions', (stack) => {
    new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Pass')) });
  }, []],
  ['a function URL', (_, fn) => { fn.addFunctionUrl(); }, ['Throttles', 'Url5xxCount']],
  ['a caller that does not wait', (_, fn) => { fn.grantInvoke(new iam.ServicePrincipal('s3.amazonaws.com')); }, []],
  ['a REST API', (stack, fn) => { new apigateway.LambdaRestApi(stack, 'Api', { handler: fn }); }, ['5XXError', 'Throttles']],
];

test.each(ADDITIONS)('a function with %s has alarms on what is kept, what is not, and on errors', (_, add, metrics) => {
  const stack = testStack();
  add(stack, nodeFunction(stack));

  watch(stack);

  expect(metricsOf(stack)).toEqual([...KEPT, ...FUNCTION, ...metrics].sort());
});

test.each(ADDITIONS)('a function with %s has no more of them when the mixin comes twice', (_, add) => {
  const [once, twice] = [testStack(), testStack()];
  for (const stack of [once, twice]) add(stack, nodeFunction(stack));

  watch(once);
  watch(twice);
  const report = watch(twice);

  expect(metricsOf(twice)).toEqual(metricsOf(once));
  expect(report.filter((line) => line.includes('added'))).toEqual([]);
});

test('alarms that are spared can be asked for, others dropped', () => {
  const stack = testStack();
  nodeFunction(stack);

  watch(stack, {
    functions: { throttles: {}, asyncEventsDropped: { threshold: 3 }, errors: { enabled: false } }, queues: { oldestMessageAge: { enabled: false } },
  });

  expect(metricsOf(stack)).toEqual(['ApproximateNumberOfMessagesVisible', 'AsyncEventsDropped', 'DestinationDeliveryFailures', 'Throttles']);
});

test('events that no queue of the app keeps have an alarm when they are dropped', () => {
  const stack = testStack();
  nodeFunction(stack);

  applyLayers(stack, new FunctionFailures({ failureDestination: FailureDestination.topic(new sns.Topic(stack, 'Topic')) }, SCOPE), new Alarms({}, SCOPE));

  expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'DestinationDeliveryFailures', 'Errors']);
});

test('an alarm of the user is enough', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  fn.metricErrors().createAlarm(stack, 'Mine', { threshold: 10, evaluationPeriods: 3 });

  watch(stack);

  Template.fromStack(stack).resourcePropertiesCountIs(ALARM, { MetricName: 'Errors' }, 1);
  Template.fromStack(stack).hasResourceProperties(ALARM, { MetricName: 'Errors', Threshold: 10 });
});

test('a queue of the user that keeps failures is watched', () => {
  const stack = testStack();
  nodeFunction(stack, 'Function', { deadLetterQueue: new sqs.Queue(stack, 'Own') });

  watch(stack);

  expect(metricsOf(stack)).toEqual([...KEPT, 'DeadLetterErrors', 'Errors'].sort());
  Template.fromStack(stack).hasResourceProperties(ALARM, {
    MetricName: KEPT[1], Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Own'), 'QueueName'] } }],
  });
});

test('alarms can be made elsewhere', () => {
  const stack = testStack();
  const monitoring = new Stack(stack.node.root as App, 'Monitoring');
  nodeFunction(stack);

  watch(stack, { scope: monitoring });

  Template.fromStack(stack).resourceCountIs(ALARM, 0);
  Template.fromStack(monitoring).resourceCountIs(ALARM, 4);
});

test('what only the deployment knows, or is not in the app, is told', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:111122223333:topic').addSubscription(new subscriptions.LambdaSubscription(fn));
  const schedule = new scheduler.Schedule(stack, 'Schedule', { schedule: scheduler.ScheduleExpression.rate(rate), target: new schedulerTargets.LambdaInvoke(fn) });
  (schedule.node.defaultChild as scheduler.CfnSchedule).groupName = { Ref: 'AWS::NoValue' } as never;

  const report = watch(stack);

  expect(report.filter((line) => line.includes('alarms: left'))).toEqual([
    expect.stringContaining('alarms: left the alarms of its topic, which is not in the app'),
    expect.stringContaining('alarms: left the alarms of its group, whose name is known at deployment only'),
  ]);
});

test('alarms of the default group don\'t depend on which schedule came first', () => {
  const idsOf = (...names: string[]) => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    names.forEach((id) => new scheduler.Schedule(stack, id, {
      schedule: scheduler.ScheduleExpression.rate(rate), target: new schedulerTargets.LambdaInvoke(fn),
    }));
    watch(stack);
    return Object.keys(Template.fromStack(stack).findResources(ALARM)).sort();
  };

  expect(idsOf('A', 'B')).toEqual(idsOf('B', 'A'));
  expect(idsOf('A')).toEqual(idsOf('B', 'A'));
});

test('a destination that a stream gets after its function was visited is watched too', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { deadLetterQueueEnabled: true });
  const alarms = new Alarms({}, SCOPE);
  applyLayers(stack, alarms);
  expect(metricsOf(stack)).not.toContain('DestinationDeliveryFailures');

  const later = testStack();
  const other = nodeFunction(later, 'Function', { deadLetterQueueEnabled: true });
  applyLayers(later, alarms);
  other.addEventSource(new sources.KinesisEventSource(new kinesis.Stream(later, 'Stream'), {
    startingPosition: lambda.StartingPosition.LATEST, onFailure: new sources.SqsDlq(FailureQueue.sharedBy(later).queue),
  }));
  applyLayers(later, alarms);

  expect(metricsOf(later)).toContain('DestinationDeliveryFailures');
  expect(fn).toBeDefined();
});

test('what a fleet watches gets no alarm for each function', () => {
  const stack = testStack();
  const fleet = new FleetAlarms(stack, 'Fleet');
  ['One', 'Two'].forEach((id) => nodeFunction(stack, id));

  watch(stack, { functions: { fleet } });

  expect(metricsOf(stack).filter(Boolean)).toEqual(KEPT);
});

test('the function of an API is looked at once as one that somebody waits for, not for each method', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const api = new apigateway.RestApi(stack, 'Api');
  for (const thing of ['orders', 'items']) api.root.addResource(thing).addMethod('GET', new apigateway.LambdaIntegration(fn));
  const look = jest.spyOn(FunctionAlarms, 'fromFunction');
  watch(stack);

  expect(metricsOf(stack)).toContain('Throttles');
  expect(look).toHaveBeenCalledTimes(2); // as any function, and as one that is waited for
});

test('the queue that a stack keeps its failures in is looked at once, however many use it', () => {
  const stack = testStack();
  for (const id of ['One', 'Two', 'Three']) nodeFunction(stack, id);
  const look = jest.spyOn(QueueAlarms, 'fromQueue');
  watch(stack);

  expect(metricsOf(stack)).toEqual(expect.arrayContaining(KEPT));
  expect(look).toHaveBeenCalledTimes(1);
});
