import { Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import { accessLogOf } from '../../../src/alarms/private/access-log';
import { testStack } from '../../support';

const FORMAT = JSON.stringify({ status: '$context.status', error: { message: '$context.error.message' } });

test('finds the log group and what a variable is called', () => {
  const stack = testStack();
  const logGroup = new logs.CfnLogGroup(stack, 'Log');
  const stage = new apigateway.CfnStage(stack, 'Stage', { restApiId: 'abc', accessLogSetting: { destinationArn: logGroup.attrArn, format: FORMAT } });
  const log = accessLogOf(stage)!;

  expect(log.logGroup).toBe(logGroup);
  expect(['$context.status', '$context.error.message', '$context.path'].map(log.selectorOf)).toEqual(['$.status', '$.error.message', undefined]);
});

test('finds the log group in a part of the destination of an HTTP API', () => {
  const stack = testStack();
  const logGroup = new logs.CfnLogGroup(stack, 'Log');
  const destinationArn = stack.formatArn({ service: 'logs', resource: 'log-group', resourceName: logGroup.ref });
  const stage = new apigwv2.CfnStage(stack, 'Stage', { apiId: 'abc', stageName: 'live', accessLogSettings: { destinationArn, format: FORMAT } });

  expect(accessLogOf(stage)?.logGroup).toBe(logGroup);
});

test.each([
  ['no log', undefined],
  ['lines that are no JSON', { destinationArn: 'Log', format: '$context.requestId $context.status' }],
  ['a format that only the deployment knows', { destinationArn: 'Log', format: Token.asString({ Ref: 'Format' }) }],
  ['a log group elsewhere', { destinationArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:orders', format: FORMAT }],
])('is nothing with %s', (_, setting) => {
  const stack = testStack();
  const { attrArn } = new logs.CfnLogGroup(stack, 'Log');
  const accessLogSetting = setting && { ...setting, destinationArn: setting.destinationArn === 'Log' ? attrArn : setting.destinationArn };

  expect(accessLogOf(new apigateway.CfnStage(stack, 'Stage', { restApiId: 'abc', accessLogSetting }))).toBeUndefined();
});
