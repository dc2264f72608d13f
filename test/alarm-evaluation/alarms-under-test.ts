import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AccountAlarms } from '../../src/alarms/account-alarms';
import { FleetAlarms } from '../../src/alarms/fleet-alarms';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { l1Function } from '../support';

type Properties = Record<string, any>;

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:failures';

/** The alarms whose firing is computed, by name, as they are in a template. */
export function ALARM_FIXTURES(): Record<string, Properties> {
  const stack = new Stack(new App(), 'Stack');
  const alarms: Record<string, cloudwatch.CfnAlarm> = { ...ofFunctions(stack), ...ofMany(stack), 'AWS 3 of 3': recommendedByAws(stack) };
  const { Resources } = Template.fromStack(stack).toJSON();
  const propertiesOf = ({ logicalId }: cloudwatch.CfnAlarm) => withNames(Resources, Resources[stack.resolve(logicalId)].Properties);
  return Object.fromEntries(Object.entries(alarms).map(([name, alarm]) => [name, propertiesOf(alarm)]));
}

function ofFunctions(stack: Stack): Record<string, cloudwatch.CfnAlarm> {
  const orders = l1Function(stack, 'Orders', { functionName: 'orders', deadLetterConfig: { targetArn: QUEUE } });
  const destinationConfig = { onFailure: { destination: QUEUE } };
  new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: orders.ref, qualifier: '$LATEST', destinationConfig });
  const provisionedConcurrencyConfig = { provisionedConcurrentExecutions: 1 };
  new lambda.CfnAlias(stack, 'Live', { name: 'live', functionName: orders.ref, functionVersion: '1', provisionedConcurrencyConfig });
  const facade = FunctionAlarms.fromFunction(orders);
  const durable = FunctionAlarms.fromFunction(l1Function(stack, 'Durable', { functionName: 'orders', durableConfig: { executionTimeout: 60 } }));
  const slow = FunctionAlarms.fromFunction(l1Function(stack, 'Slow', { functionName: 'slow', timeout: 900 }));
  const control = FunctionAlarms.fromFunction(l1Function(stack, 'Control', { functionName: 'slow', timeout: 900 }));
  return {
    'errors': facade.errors(),
    'throttles': facade.throttles(),
    'deadLetterErrors': facade.deadLetterErrors(),
    'destinationDeliveryFailures': facade.destinationDeliveryFailures(),
    'asyncEventsDropped': facade.asyncEventsDropped(),
    'errorRate': facade.errorRate(),
    'duration': facade.duration(),
    'asyncEventAge': facade.asyncEventAge(),
    'recursiveInvocationsDropped': facade.recursiveInvocationsDropped(),
    'provisionedConcurrencySpillover': facade.provisionedConcurrencySpillover(),
    'durationAnomaly': facade.durationAnomaly(),
    'invocationsAnomaly': facade.invocationsAnomaly(),
    'durableExecutionsFailed': durable.durableExecutionsFailed(),
    'slow errors': slow.errors(),
    'slow duration': slow.duration(),
    'slow errors in 5 minutes': control.errors({ period: Duration.minutes(1), evaluationPeriods: 5 }), // the control
  };
}

function ofMany(stack: Stack): Record<string, cloudwatch.CfnAlarm> {
  const account = AccountAlarms.of(stack);
  const fleet = new FleetAlarms(stack, 'Fleet');
  return {
    'claimedConcurrency': account.claimedConcurrency({ quota: 1_000 }),
    'account errorRate': account.errorRate(),
    ...Object.fromEntries(fleet.alarms.map((alarm) => [`fleet ${methodOf(alarm)}`, alarm])),
  };
}

/** What AWS recommends for errors: it sees no single error among invocations that went well, nor in minutes without data that are good news. */
function recommendedByAws(stack: Stack): cloudwatch.CfnAlarm {
  return new cloudwatch.CfnAlarm(stack, 'Recommended', {
    namespace: 'AWS/Lambda',
    metricName: 'Errors',
    dimensions: [{ name: 'FunctionName', value: 'orders' }],
    statistic: 'Sum',
    period: 60,
    threshold: 0,
    comparisonOperator: 'GreaterThanThreshold',
    evaluationPeriods: 3,
    datapointsToAlarm: 3,
    treatMissingData: 'notBreaching',
  });
}

function methodOf({ node: { id } }: cloudwatch.CfnAlarm): string {
  return id.charAt(0).toLowerCase() + id.slice(1).replace(/Alarm$/, '');
}

/** What refers to a function has its name, to an alarm its logical id; rules are put together. */
export function withNames(resources: Record<string, any>, properties: Properties): Properties {
  return JSON.parse(JSON.stringify(properties), (_, value) => {
    if (!value || typeof value !== 'object') return value;
    if (value['Fn::Join']) return value['Fn::Join'][1].join('');
    const target = resources[value.Ref];
    if (!target) return value;
    return target.Type === 'AWS::Lambda::Function' ? target.Properties.FunctionName : value.Ref;
  });
}
