import { readdirSync, readFileSync } from 'fs';
import { dirname, join } from 'path';
import { SnsToLambda } from '@aws-solutions-constructs/aws-sns-lambda';
import { SqsToLambda } from '@aws-solutions-constructs/aws-sqs-lambda';
import { Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { MonitoringFacade } from 'cdk-monitoring-constructs';
import { orders } from './scenarios';
import { AlarmNotifications, FailureDestination, FailureQueue, mixins, testing } from '../../src';
import { FUNCTION_ALARMS } from '../../src/alarms/alarm-defaults';

const CODE = { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('exports.handler = async () => {};') };
const SAFETY_NET = [FUNCTION_ALARMS.deadLetterErrors, FUNCTION_ALARMS.destinationDeliveryFailures, FUNCTION_ALARMS.asyncEventsDropped]
  .map(({ metric }) => metric.name);

test('CDK alone: a destination of the L2 is one of $LATEST, and our mixin adds the aliases', () => {
  const byHand = synthesized((stack) => orders(stack).addAlias('live').lambda.configureAsyncInvoke({ retryAttempts: 1 }));
  const mixed = synthesized((stack) => {
    orders(stack).addAlias('live').grantInvoke(new iam.ServicePrincipal('sns.amazonaws.com'));
    stack.with(new mixins.FunctionAsyncFailure({ failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Failures')) }));
  });

  expect(qualifiersIn(byHand)).toEqual(['$LATEST']);
  expect(qualifiersIn(mixed)).toContain('live');
});

test('CDK alone: no alarm, no tracing, and no failure destination by default', () => {
  const byHand = synthesized((stack) => void orders(stack));

  for (const type of ['AWS::CloudWatch::Alarm', 'AWS::Lambda::EventInvokeConfig', 'AWS::SQS::Queue']) byHand.resourceCountIs(type, 0);
});

test('cdk-monitoring-constructs: nothing in it watches the safety net of asynchronous events', () => {
  const library = dirname(require.resolve('cdk-monitoring-constructs/package.json'));
  const sources = readdirSync(join(library, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(join(library, 'lib', file), 'utf8')).join('\n');

  expect(/metricThrottles/.test(sources)).toBe(true);
  expect(SAFETY_NET.filter((metric) => sources.includes(metric))).toEqual([]);
});

test('cdk-monitoring-constructs: a scope is watched for its L2 functions, and LambdaErrorHandling sees the L1 too', () => {
  const build = (stack: Stack) => {
    orders(stack);
    new lambda.CfnFunction(stack, 'Imported', { code: { zipFile: 'x' }, role: 'arn:aws:iam::111122223333:role/r', runtime: 'nodejs22.x', handler: 'index.handler' });
  };
  const monitored = synthesized((stack) => {
    build(stack);
    new MonitoringFacade(stack, 'Monitoring', { alarmFactoryDefaults: { actionsEnabled: true, alarmNamePrefix: 'Shop' } })
      .monitorScope(stack, { lambda: { props: { addFaultCountAlarm: { Critical: { maxErrorCount: 0 } } } } });
  });
  const handled = synthesized((stack) => {
    build(stack);
    stack.with(new mixins.LambdaErrorHandling());
  });

  expect(alarmedFunctions(monitored, 'Errors')).toHaveLength(1);
  expect(alarmedFunctions(handled, 'Errors')).toHaveLength(2);
});

test('cdk-monitoring-constructs: it watches many more services than we do', () => {
  const methods = Object.getOwnPropertyNames(MonitoringFacade.prototype).filter((name) => name.startsWith('monitor'));

  expect(methods.length).toBeGreaterThan(40);
});

test('AWS Solutions Constructs: a queue comes with a dead-letter queue, a topic without any', () => {
  const queue = synthesized((stack) => void new SqsToLambda(stack, 'Jobs', { lambdaFunctionProps: { ...CODE, timeout: Duration.seconds(20) } }));
  const topic = synthesized((stack) => void new SnsToLambda(stack, 'Notices', { lambdaFunctionProps: CODE }));

  expect(Object.values(queue.findResources('AWS::SQS::Queue')).filter(({ Properties }) => Properties.RedrivePolicy)).toHaveLength(1);
  expect(Object.values(topic.findResources('AWS::SNS::Subscription')).filter(({ Properties }) => Properties.RedrivePolicy)).toEqual([]);
  for (const template of [queue, topic]) {
    template.resourceCountIs('AWS::CloudWatch::Alarm', 0);
    template.resourceCountIs('AWS::Lambda::EventInvokeConfig', 0);
    template.hasResourceProperties('AWS::Lambda::Function', { TracingConfig: { Mode: 'Active' } });
  }
});

function synthesized(build: (stack: Stack) => unknown): Template {
  const stack = new Stack(new testing.StableApp(), 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
  AlarmNotifications.of(stack).add({ bind: () => ({ alarmActionArn: 'arn:aws:sns:eu-west-1:111122223333:on-call' }) } as cloudwatch.IAlarmAction);
  build(stack);
  return Template.fromStack(stack);
}

function qualifiersIn(template: Template): string[] {
  return Object.values(template.findResources('AWS::Lambda::EventInvokeConfig')).map(({ Properties }) => JSON.stringify(Properties.Qualifier))
    .map((qualifier) => qualifier.includes('live') ? 'live' : JSON.parse(qualifier));
}

function alarmedFunctions(template: Template, metric: string): string[] {
  const named = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties)
    .flatMap(({ MetricName, Dimensions, Metrics = [] }) => [{ MetricName, Dimensions }, ...Metrics.map((one: any) => one.MetricStat?.Metric ?? {})])
    .filter((one) => one.MetricName === metric);
  return [...new Set(named.map(({ Dimensions }) => JSON.stringify(Dimensions)))];
}
