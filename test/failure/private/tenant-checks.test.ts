import { Duration, type Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../../src/failure/function-async-failure';
import { LambdaErrorHandling } from '../../../src/mixins/lambda-error-handling';
import { l1Function, nodeFunction, testStack } from '../../support';
import { errorOf, expectWarning } from '../support';

const TENANCY = { tenancyConfig: { tenantIsolationMode: 'PER_TENANT' } };
const NO_TENANT = 'TenantIsolation.noTenantId';

function keep(stack: Stack): FunctionAsyncFailure {
  return new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Failures')) });
}

function isolated(stack: Stack): lambda.Function {
  const fn = nodeFunction(stack, 'Function', { tenancyConfig: lambda.TenancyConfig.PER_TENANT });
  fn.with(keep(stack));
  return fn;
}

test.each<[string, (stack: Stack, fn: lambda.CfnFunction) => void]>([
  ['function URL', (stack, fn) => { new lambda.CfnUrl(stack, 'Url', { authType: 'NONE', targetFunctionArn: fn.attrArn }); }],
  ['SnapStart', (_, fn) => { fn.snapStart = { applyOn: 'PublishedVersions' }; }],
  ['provisioned concurrency', (stack, fn) => {
    new lambda.CfnVersion(stack, 'Version', { functionName: fn.ref, provisionedConcurrencyConfig: { provisionedConcurrentExecutions: 1 } });
  }],
  ['provisioned concurrency', (stack, fn) => {
    const provisionedConcurrencyConfig = { provisionedConcurrentExecutions: 1 };
    new lambda.CfnAlias(stack, 'Alias', { functionName: fn.ref, functionVersion: '1', name: 'live', provisionedConcurrencyConfig });
  }],
])('Lambda has no %s for it: TenantIsolationUnsupported', (what, add) => {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', TENANCY);
  fn.with(keep(stack));
  add(stack, fn);
  const error = errorOf(() => Template.fromStack(stack));

  expect(error?.name).toBe('TenantIsolationUnsupported');
  expect(error?.message).toContain(what);
});

test('whoever applies a scope hears of all of it, and nothing fails', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { ...TENANCY, snapStart: { applyOn: 'PublishedVersions' } });
  new lambda.CfnUrl(stack, 'Url', { authType: 'AWS_IAM', targetFunctionArn: fn.attrArn });
  const mixin = new LambdaErrorHandling();
  stack.with(mixin);
  Template.fromStack(stack);

  const lines = mixin.report.map(({ message }) => message).filter((message) => message.startsWith('TenantIsolationUnsupported: '));
  expect(lines).toEqual([expect.stringContaining('no SnapStart'), expect.stringContaining('no function URL')]);
});

test('a mixin asked for by name fails, whatever a scope said before', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { ...TENANCY, snapStart: { applyOn: 'PublishedVersions' } });
  fn.with(keep(stack));
  stack.with(new LambdaErrorHandling());

  expect(errorOf(() => Template.fromStack(stack))?.name).toBe('TenantIsolationUnsupported');
});

test('what others have is theirs', () => {
  const stack = testStack();
  l1Function(stack, 'L1', { ...TENANCY, snapStart: { applyOn: 'None' } }).with(keep(stack));
  nodeFunction(stack, 'Other').addFunctionUrl();

  expect(() => Template.fromStack(stack)).not.toThrow();
});

test('who passes no tenant id is warned of: TenantIsolation.noTenantId', () => {
  const stack = testStack();
  const fn = isolated(stack);
  new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(Duration.hours(1)), targets: [new targets.LambdaFunction(fn.addAlias('live'))] });
  new apigatewayv2.HttpApi(stack, 'Http').addRoutes({ path: '/', integration: new HttpLambdaIntegration('Integration', fn) });

  expectWarning(stack, '/Stack/Rule/Resource', NO_TENANT);
  expectWarning(stack, '/Stack/Http/ANY--/Integration/Resource', NO_TENANT);
});

test.each([[false, {}], [true, { 'integration.request.header.X-Amz-Tenant-Id': 'method.request.header.tenant' }]])('a REST API must set the header: %p', (isFine, parameters) => {
  const stack = testStack();
  const integration = new apigateway.LambdaIntegration(isolated(stack), { proxy: false, requestParameters: parameters });
  new apigateway.RestApi(stack, 'Api').root.addMethod('GET', integration, { requestParameters: { 'method.request.header.tenant': true } });

  if (isFine) Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(NO_TENANT));
  else expectWarning(stack, '/Stack/Api/Default/GET/Resource', NO_TENANT);
});

test('where nobody says whether it can pass one, nothing is said', () => {
  const stack = testStack();
  new cognito.UserPool(stack, 'Pool').addTrigger(cognito.UserPoolOperation.POST_CONFIRMATION, isolated(stack));

  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(NO_TENANT));
});
