process.env.CDK_VALIDATION = 'true';

import { App, Stack } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { AlarmNotifications } from '../../src/alarms/alarm-notifications';
import { SafeDeployment } from '../../src/deployment/safe-deployment';
import { nagFindings, rulesIn, strictApp, unacknowledged } from '../nag';
import { nodeFunction } from '../support';

function deployed(stack: Stack, acknowledgeRules?: boolean): SafeDeployment {
  AlarmNotifications.of(stack).add(new actions.SnsAction(sns.Topic.fromTopicArn(stack, 'OnCall', `arn:aws:sns:${stack.region}:${stack.account}:on-call`)));
  const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: nodeFunction(stack, 'Orders').currentVersion });
  return new SafeDeployment(stack, 'Deployment', { alias, acknowledgeRules });
}

test('a stack with a safe deployment is clean', () => {
  const app = strictApp();
  deployed(new Stack(app, 'Stack'));

  expect(() => app.synth()).not.toThrow();
}, 60_000);

test('what is acknowledged is exactly what is wrong about a correct stack', () => {
  const app = new App();
  const [stack, other] = ['Stack', 'Other'].map((id) => new Stack(app, id, { env: { account: '111122223333', region: 'eu-west-1' } }));

  expect(unacknowledged(nagFindings(app, stack, [deployed(stack)]), stack)).toEqual([]);
  expect(rulesIn(nagFindings(app, other, [deployed(other, false)]))).toEqual(['AwsSolutions-IAM4']);
});
