import { CfnResource } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as kinds from '../../src/private/resource-kinds';
import { testStack } from '../support';

const CDK = {
  isApiV2: apigwv2.CfnApi,
  isStageV2: apigwv2.CfnStage,
  isIntegrationV2: apigwv2.CfnIntegration,
  isAuthorizerV2: apigwv2.CfnAuthorizer,
  isRouteV2: apigwv2.CfnRoute,
  isPipe: pipes.CfnPipe,
  isSchedule: scheduler.CfnSchedule,
  isScheduleGroup: scheduler.CfnScheduleGroup,
  isStateMachine: sfn.CfnStateMachine,
  isTopic: sns.CfnTopic,
  isTopicPolicy: sns.CfnTopicPolicy,
};

test('all kinds are held against CDK', () => {
  expect(Object.keys(CDK).sort()).toEqual(Object.keys(kinds).sort());
});

test.each(Object.entries(CDK))('%s says what the class of CDK says', (name, { CFN_RESOURCE_TYPE_NAME: type }) => {
  const stack = testStack();
  const says = kinds[name as keyof typeof CDK];

  expect(says(new CfnResource(stack, 'Same', { type }))).toBe(true);
  expect([new CfnResource(stack, 'Other', { type: `${type}Other` }), stack, undefined, null].filter(says)).toEqual([]);
});
