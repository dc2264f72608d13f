import { App, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { hasAccountLogRole, waitForAccountLogRole } from '../../../src/api/private/account-log-role';
import { testStack } from '../../support';

const ROLE = { cloudWatchRoleArn: 'arn:aws:iam::111122223333:role/logs' };

test('an account without a role, or of another region, does not count', () => {
  const app = new App();
  const [here, elsewhere] = ['eu-west-1', 'eu-west-2'].map((region) => new Stack(app, region, { env: { account: '111122223333', region } }));
  const stage = new apigateway.CfnStage(here, 'Stage', { restApiId: 'abc123' });
  new apigateway.CfnAccount(here, 'Account');
  new apigateway.CfnAccount(elsewhere, 'Account', ROLE);

  expect(hasAccountLogRole(stage)).toBe(false);
  new apigateway.CfnAccount(here, 'Other', ROLE);
  expect(hasAccountLogRole(stage)).toBe(true);
});

test('a WebSocket stage with execution logs has it', () => {
  const stack = testStack();
  const stages = ['OFF', 'INFO'].map((loggingLevel) =>
    new apigwv2.CfnStage(stack, loggingLevel, { apiId: 'abc123', stageName: loggingLevel, defaultRouteSettings: { loggingLevel } }));

  expect(stages.map(hasAccountLogRole)).toEqual([false, true]);
});

test('no dependency crosses stacks', () => {
  const app = new App();
  const [here, base] = ['Here', 'Base'].map((id) => new Stack(app, id));
  const stage = new apigateway.CfnStage(here, 'Stage', { restApiId: 'abc123' });
  new apigateway.CfnAccount(base, 'Account', ROLE);
  waitForAccountLogRole(stage);

  expect(stage.obtainDependencies()).toEqual([]);
});

test('a stage waits for one account, and not where it logs already', () => {
  const stack = testStack();
  const [stage, logging] = [{}, { accessLogSetting: { destinationArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:orders' } }]
    .map((props, index) => new apigateway.CfnStage(stack, `Stage${index}`, { restApiId: 'abc123', ...props }));
  const [first] = ['First', 'Second'].map((id) => new apigateway.CfnAccount(stack, id, ROLE));
  [stage, logging].forEach(waitForAccountLogRole);

  expect([stage, logging].map((one) => one.obtainDependencies())).toEqual([[first], []]);
});
