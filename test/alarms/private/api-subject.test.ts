import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { apiSubject, restApiSubject } from '../../../src/alarms/private/api-subject';
import { testStack } from '../../support';

test('L1 and L2 of one API have one home, and its stages are known', () => {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  api.root.addMethod('GET');
  const l1 = api.node.defaultChild as apigateway.CfnRestApi;

  expect([api, l1].map((ref) => restApiSubject(ref).home.node.path)).toEqual(['Stack/Api', 'Stack/Api']);
  expect(restApiSubject(l1).stages).toEqual([api.deploymentStage.node.defaultChild]);
});

test('a definition is one of an HTTP API', () => {
  const api = new apigwv2.CfnApi(testStack(), 'Api', { body: { info: { title: 'orders' } } });

  expect(apiSubject(api, 'HTTP').dimensions).toEqual({ ApiId: api.ref });
  expect(() => apiSubject(api, 'WEBSOCKET')).toThrow(expect.objectContaining({ name: 'ApiAlarmCannotFire' }));
});
