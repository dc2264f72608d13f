process.env.CDK_VALIDATION = 'true';

import { App, Stack } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { AlarmNotifications } from '../../src/alarms/alarm-notifications';
import { SafeDeployment } from '../../src/deployment/safe-deployment';
import { nagFindings, rulesIn, testCleanliness } from '../nag';
import { nodeFunction } from '../support';

function deployed(stack: Stack, acknowledgeRules?: boolean): SafeDeployment {
  AlarmNotifications.of(stack).add(new actions.SnsAction(sns.Topic.fromTopicArn(stack, 'OnCall', `arn:aws:sns:${stack.region}:${stack.account}:on-call`)));
  const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: nodeFunction(stack, 'Orders').currentVersion });
  return new SafeDeployment(stack, 'Deployment', { alias, acknowledgeRules });
}

testCleanliness((stack) => [deployed(stack)]);

test('what is acknowledged is exactly what is wrong about a correct stack', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });

  expect(rulesIn(nagFindings(app, stack, [deployed(stack, false)]))).toEqual(['AwsSolutions-IAM4']);
});
