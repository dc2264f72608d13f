import { CfnResource } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { redeployOn } from '../../../src/api/private/redeployment';
import { testStack } from '../../support';
import { deploymentId } from '../orders-api';

const WARNING = 'The answers of this API take effect with a new deployment';

/** As `RestApiErrorResponses` says it. */
function redeploy(api: apigateway.CfnRestApi, resources: CfnResource[], content: () => unknown, key = ''): void {
  redeployOn(api, { what: 'The answers', key, resources, content, warning: 'RestApiErrorResponses.deploymentUnchanged' });
}

function deployed(content: unknown): string {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  api.root.addMethod('GET');
  redeploy(api.node.defaultChild as apigateway.CfnRestApi, [], () => content);
  return deploymentId(stack);
}

test('the deployment of an L2 is another one when the content is, and else the same', () => {
  expect(deployed('a')).toBe(deployed('a'));
  expect(deployed('b')).not.toBe(deployed('a'));
});

test('every deployment of an L2 waits for the answers, and there is nothing to warn of', () => {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api', { deploy: false });
  api.root.addMethod('GET');
  const deployment = new apigateway.Deployment(stack, 'Deployment', { api });
  const answers = new CfnResource(stack, 'Answers', { type: 'Test::Answers' });
  redeploy(api.node.defaultChild as apigateway.CfnRestApi, [answers], () => 'a');
  Template.fromStack(stack).hasResource('AWS::ApiGateway::Deployment', { DependsOn: Match.arrayWith(['Answers']) });
  expect(deployment.node.defaultChild).toBeDefined();
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(WARNING));
});

test('RestApiErrorResponses.deploymentUnchanged: an L1 deployment waits too, and is named because it stays the same', () => {
  const stack = testStack();
  const api = new apigateway.CfnRestApi(stack, 'Api');
  new apigateway.CfnDeployment(stack, 'Deployed', { restApiId: api.ref });
  const answers = new CfnResource(stack, 'Answers', { type: 'Test::Answers' });
  redeploy(api, [answers], () => 'a');
  const template = Template.fromStack(stack);
  template.hasResource('AWS::ApiGateway::Deployment', { DependsOn: ['Answers'] });
  template.hasResource('AWS::ApiGateway::RestApi', { Metadata: Match.absent() });
  Annotations.fromStack(stack).hasWarning('/Stack/Api', Match.stringLikeRegexp("AWS::ApiGateway::Deployment 'Deployed' \\(Stack/Deployed\\) doesn't change"));
});

test('RestApiErrorResponses.deploymentUnchanged: an API without any deployment is told so', () => {
  const stack = testStack();
  redeploy(new apigateway.CfnRestApi(stack, 'Api'), [], () => 'a');
  Annotations.fromStack(stack).hasWarning('/Stack/Api', Match.stringLikeRegexp('no AWS::ApiGateway::Deployment in this app yet.*'));
});

test('answers are told by their keys: said again they are replaced, and the order does not matter', () => {
  const id = (...said: [string, string][]) => {
    const stack = testStack();
    const api = new apigateway.RestApi(stack, 'Api');
    api.root.addMethod('GET');
    said.forEach(([key, content]) => redeploy(api.node.defaultChild as apigateway.CfnRestApi, [], () => content, key));
    return deploymentId(stack);
  };
  expect(id(['GET', 'a'], ['PUT', 'b'])).toBe(id(['PUT', 'b'], ['GET', 'a']));
  expect(id(['GET', 'old'], ['GET', 'a'])).toBe(id(['GET', 'a']));
  expect(id(['GET', 'a'], ['PUT', 'b'])).not.toBe(id(['GET', 'a']));
});

test('an API is warned of once, however many answers it has', () => {
  const stack = testStack();
  const api = new apigateway.CfnRestApi(stack, 'Api');
  ['GET', 'PUT'].forEach(key => redeploy(api, [], () => key, key));
  expect(Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp(WARNING))).toHaveLength(1);
});
