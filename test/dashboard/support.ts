import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { QueueAlarms } from '../../src/alarms/queue-alarms';
import { FailureDashboard, type FailureDashboardProps } from '../../src/dashboard/failure-dashboard';
import { FunctionErrorLog } from '../../src/error-log/function-error-log';
import { FailureQueue } from '../../src/failure/failure-queue';
import { nodeFunction } from '../support';

export const ENV = { account: '111122223333', region: 'eu-west-1' };

/** A service with all that a dashboard shows, its alarms and an error log. */
export function service(app = new App()): { stack: Stack; errorLogs: FunctionErrorLog[] } {
  const stack = new Stack(app, 'Service', { env: ENV });
  const [orders, notify] = ['Orders', 'Notify'].map((id) => nodeFunction(stack, id, { functionName: id.toLowerCase() }));
  new apigateway.LambdaRestApi(stack, 'RestApi', { handler: orders });
  new apigatewayv2.CfnApi(stack, 'HttpApi', { name: 'http', protocolType: 'HTTP' });
  QueueAlarms.fromQueue(new FailureQueue(stack, 'Failures', { queueName: 'failures' })).recommended();
  [orders, notify].forEach((fn) => FunctionAlarms.fromFunction(fn).recommended());
  return { stack, errorLogs: [new FunctionErrorLog(stack, 'OrdersLog', { watchedFunction: orders, errorTypes: ['StockBusy', 'OrderNotFound'] })] };
}

/** As many functions as wanted. */
export function functionsIn(stack: Stack, count: number): lambda.IFunctionRef[] {
  return Array.from({ length: count }, (_, index) => new lambda.CfnFunction(stack, `Function${index}`, { code: { zipFile: ' ' }, role: 'arn:aws:iam::111122223333:role/r' }));
}

/** The body of the only dashboard of a stack, with names in place of what only the deployment knows. */
export function bodyIn(stack: Stack): any {
  const [{ Properties: { DashboardBody } }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Dashboard'));
  const parts: unknown[] = typeof DashboardBody === 'string' ? [DashboardBody] : DashboardBody['Fn::Join'][1];
  return JSON.parse(parts.map((part: any) => (typeof part === 'string' ? part : part.Ref ?? part['Fn::GetAtt']?.[0] ?? 'imported')).join(''));
}

/** The body of a dashboard in a stack. */
export function bodyOf(stack: Stack, props: FailureDashboardProps): any {
  new FailureDashboard(stack, 'Dashboard', props);
  return bodyIn(stack);
}
