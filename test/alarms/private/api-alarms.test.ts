import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as logs from 'aws-cdk-lib/aws-logs';
import { RestApiAlarms } from '../../../src/alarms/rest-api-alarms';
import { nodeFunction, testStack } from '../../support';

const FORMAT = { status: '$context.status', authorizer: { error: '$context.authorizer.error' } };

function api(stack: Stack, { format = FORMAT as object, hasAuthorizer = true } = {}): apigateway.RestApi {
  const authorizer = new apigateway.TokenAuthorizer(stack, 'Authorizer', { handler: nodeFunction(stack) });
  const made = new apigateway.RestApi(stack, 'Api', {
    cloudWatchRole: false,
    defaultMethodOptions: hasAuthorizer ? { authorizer } : {},
    deployOptions: {
      accessLogDestination: new apigateway.LogGroupLogDestination(new logs.LogGroup(stack, 'Log')),
      accessLogFormat: apigateway.AccessLogFormat.custom(JSON.stringify({ id: '$context.requestId', ...format })),
    },
  });
  made.root.addMethod('GET', new apigateway.MockIntegration());
  if (!hasAuthorizer) authorizer._attachToApi(new apigateway.RestApi(stack, 'Other', { cloudWatchRole: false }));
  return made;
}

test('failures of authorizers are told from the access log', () => {
  const stack = testStack();
  RestApiAlarms.fromRestApi(api(stack)).recommended({ authorizerFailures: { enabled: true } });
  const template = Template.fromStack(stack);

  const [filter] = Object.values(template.findResources('AWS::Logs::MetricFilter'));
  const [{ MetricName, MetricNamespace }] = filter.Properties.MetricTransformations;
  expect(filter.Properties).toMatchObject({
    LogGroupName: { Ref: expect.stringMatching(/^Log/) },
    FilterPattern: '{ $.status = "5*" && $.authorizer.error = "*" && $.authorizer.error != "-" }',
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', { Namespace: MetricNamespace, MetricName, Statistic: 'Sum', Threshold: 1 });
});

test.each([
  ['its access log has no error of the authorizer', { format: { status: '$context.status' } }],
  ['its access log has no status', { format: { error: '$context.authorizer.error' } }],
  ['it has no authorizer', { hasAuthorizer: false }],
])('an API is refused where %s: ApiAlarmCannotFire', (_, options) => {
  expect(() => RestApiAlarms.fromRestApi(api(testStack(), options)).authorizerFailures()).toThrow(expect.objectContaining({ name: 'ApiAlarmCannotFire' }));
});
