import { alarmDimensionNeverMatches } from '../../../src/validation/rules/alarm-dimension-never-matches';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, arn, lambda, queue, ref, resource } from '../support';

const of = (Namespace: string, Name: string, Value: unknown) => alarm({ Namespace, MetricName: 'M', Dimensions: [{ Name, Value }] });
const Api = resource('AWS::ApiGateway::RestApi')({ Name: 'orders' });

describeRule({
  rule: alarmDimensionNeverMatches,
  violating: [
    [{ Fn: lambda(), Alarm: of('AWS/Lambda', 'FunctionName', arn('Fn')) }, 'Alarm Properties.Dimensions'],
    [{ Queue: queue(), Alarm: of('AWS/SQS', 'QueueName', ref('Queue')) }, 'Alarm Properties.Dimensions'],
    [{ Api, Alarm: of('AWS/ApiGateway', 'ApiName', ref('Api')) }, 'Alarm Properties.Dimensions'],
    [{
      Fn: lambda(),
      Alarm: alarm({ Metrics: [{ Id: 'm', MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: [{ Name: 'FunctionName', Value: arn('Fn') }] } } }] }),
    }, 'Alarm Properties.Metrics'],
  ],
  compliant: [
    { Fn: lambda(), Alarm: of('AWS/Lambda', 'FunctionName', ref('Fn')), Literal: of('AWS/Lambda', 'FunctionName', 'orders') },
    { Queue: queue(), Alarm: of('AWS/SQS', 'QueueName', { 'Fn::GetAtt': ['Queue', 'QueueName'] }), Other: of('Mine', 'QueueName', ref('Queue')) },
    { Queue: queue(), Alarm: of('AWS/SQS', 'QueueName', { 'Fn::Select': [5, { 'Fn::Split': [':', arn('Queue')] }] }) },
    { Api, Alarm: of('AWS/ApiGateway', 'ApiName', 'orders') },
  ],
});
