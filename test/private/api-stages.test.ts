import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { apiKindOf, isStageTarget, protocolOf } from '../../src/private/api-stages';
import { testStack } from '../support';

test('the kind of API of a stage', () => {
  const stack = testStack();
  const stages = [{ protocolType: 'HTTP' }, { protocolType: 'WEBSOCKET' }, { body: {} }].map((props, index) => {
    const api = new apigwv2.CfnApi(stack, `Api${index}`, { name: 'orders', ...props });
    return new apigwv2.CfnStage(stack, `Stage${index}`, { apiId: api.ref, stageName: 'live' });
  });
  const elsewhere = new apigwv2.CfnStage(stack, 'Elsewhere', { apiId: 'abc123', stageName: 'live' });
  const rest = new apigateway.CfnStage(stack, 'Rest', { restApiId: 'abc123' });

  expect([...stages, elsewhere, rest].map(apiKindOf)).toEqual(['HTTP', 'WEBSOCKET', 'HTTP', undefined, 'REST']);
});

test('a protocol that only the deployment knows is none', () => {
  expect(protocolOf(new apigwv2.CfnApi(testStack(), 'Api', { name: 'orders' }))).toBeUndefined();
});

test('an L2 stage is no target, its L1 is', () => {
  const stack = testStack();
  const stage = new apigwv2.HttpStage(stack, 'Stage', { httpApi: new apigwv2.HttpApi(stack, 'Api'), stageName: 'live' });

  expect([isStageTarget(stage), isStageTarget(stage.node.defaultChild!)]).toEqual([false, true]);
});
