import { LambdaDeploymentConfig } from 'aws-cdk-lib/aws-codedeploy';
import { canaryFor } from '../../../src/deployment/private/canary';

test.each([
  [3, LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES],
  [120, LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES],
  [121, LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES],
  [600, LambdaDeploymentConfig.CANARY_10PERCENT_15MINUTES],
  [900, LambdaDeploymentConfig.CANARY_10PERCENT_30MINUTES],
  [5_400, undefined],
])('a function of %i seconds', (timeout, config) => {
  expect(canaryFor(timeout)).toBe(config);
});
