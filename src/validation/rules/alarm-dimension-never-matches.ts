import { watchesOf, type Property, type Value } from '../../analysis';
import { ALARM, dimensionOf, partOf } from '../private/alarms';
import { at, forEach, type Rule } from '../private/rule';

/** What a dimension takes of a resource: the attribute, `Ref` if there is none. */
const TAKES: readonly (readonly [namespace: string, dimension: string, type: string, ...attributes: (string | undefined)[]])[] = [
  ['AWS/Lambda', 'FunctionName', 'AWS::Lambda::Function', undefined],
  ['AWS/Lambda', 'FunctionName', 'AWS::Lambda::Alias'],
  ['AWS/Lambda', 'EventSourceMappingUUID', 'AWS::Lambda::EventSourceMapping', undefined, 'Id'],
  ['AWS/SQS', 'QueueName', 'AWS::SQS::Queue', 'QueueName'],
  ['AWS/SNS', 'TopicName', 'AWS::SNS::Topic', 'TopicName'],
  ['AWS/States', 'StateMachineArn', 'AWS::StepFunctions::StateMachine', undefined, 'Arn'],
  ['AWS/ApiGateway', 'ApiName', 'AWS::ApiGateway::RestApi'],
  ['AWS/ApiGateway', 'ApiId', 'AWS::ApiGatewayV2::Api', undefined, 'ApiId'],
];

export const alarmDimensionNeverMatches: Rule = {
  id: 'AlarmDimensionNeverMatches',
  severity: 'error',
  source: 'lambda/metrics',
  confidence: 'derived',
  what: 'A dimension of an alarm has an ARN, a URL or an id where the metric has a name.',
  happens: 'The alarm looks at a metric that does not exist, and never goes off.',
  fix: 'Give what the metric carries: `!Ref` of a function or a mapping, `!GetAtt Queue.QueueName`, `!GetAtt Topic.TopicName`, the name of a REST API.',
  check: forEach(ALARM, (alarm) => watchesOf(alarm).flatMap((watch) => TAKES.filter(([namespace]) => namespace === watch.namespace)
    .flatMap(([, dimension, type, ...attributes]) => {
      const value = dimensionOf(watch, dimension);
      return value && isOther(value.value(), type, attributes) ? [at(alarm, partOf(watch, 'Dimensions'), `has ${dimension} as ${shown(value)}`)] : [];
    }))),
};

function isOther(value: Value, type: string, attributes: readonly (string | undefined)[]): boolean {
  return value.kind === 'reference' && !value.isPart && value.resource.type === type && !attributes.includes(value.attribute);
}

function shown(property: Property): string {
  const value = property.value();
  if (value.kind !== 'reference') return 'another thing';
  return value.attribute === undefined ? `Ref of ${value.resource}` : `${value.attribute} of ${value.resource}`;
}
