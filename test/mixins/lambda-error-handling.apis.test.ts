import { App, Aspects, Shims, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { LambdaErrorHandling } from '../../src/mixins/lambda-error-handling';
import { nodeFunction, testStack } from '../support';

test('an API gets answers, an access log, traces and an alarm, each with a line in the report', () => {
  const stack = testStack();
  new apigateway.LambdaRestApi(stack, 'Api', { handler: nodeFunction(stack), cloudWatchRole: true });
  const mixin = new LambdaErrorHandling();
  stack.with(mixin);

  expect(mixin.report.map(({ constructPath, layer, action, message }) => `${constructPath} ${layer}: ${action} ${message}`)).toEqual(expect.arrayContaining([
    'Stack/Api/Resource restApis: completed gateway responses',
    'Stack/Api/Resource alarms: added alarms: ServerErrorsAlarm',
    'Stack/Api/DeploymentStage.prod/Resource stageLogging: completed AccessLogSetting',
    'Stack/Api/DeploymentStage.prod/Resource stageTracing: completed TracingEnabled',
  ]));
  Template.fromStack(stack).hasResourceProperties('AWS::ApiGateway::Stage', {
    AccessLogSetting: { DestinationArn: Match.anyValue(), Format: Match.stringLikeRegexp('integrationError') }, TracingEnabled: true,
  });
});

test('the app is walked through as often for many APIs as for a few', () => {
  expect(walksFor(8)).toBe(walksFor(3));
});

/** How often everything in an app of so many services was looked at. */
function walksFor(services: number): number {
  const app = new App();
  const walk = jest.spyOn(app.node, 'children', 'get');
  for (let index = 0; index < services; index++) {
    const stack = new Stack(app, `Service${index}`);
    new apigateway.LambdaRestApi(stack, 'Api', { handler: nodeFunction(stack) });
  }
  Aspects.of(app).add(Shims.asAspect(new LambdaErrorHandling()));
  app.synth();
  return walk.mock.calls.length;
}
