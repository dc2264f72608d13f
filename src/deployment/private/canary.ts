import { LambdaDeploymentConfig, type ILambdaDeploymentConfig } from 'aws-cdk-lib/aws-codedeploy';

/**
 * The canaries that CodeDeploy has, by their minutes: a tenth of the traffic for so long, then all.
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html#deployment-configuration-lambda
 */
export const CANARIES: readonly { readonly minutes: number; readonly config: ILambdaDeploymentConfig }[] = [
  { minutes: 5, config: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES },
  { minutes: 10, config: LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES },
  { minutes: 15, config: LambdaDeploymentConfig.CANARY_10PERCENT_15MINUTES },
  { minutes: 30, config: LambdaDeploymentConfig.CANARY_10PERCENT_30MINUTES },
];

/** In seconds: until an error is published and an alarm has seen it, and a minute in which something is invoked at all. */
const MARGIN = 180;

/** The shortest canary in which an alarm sees an error of a function that runs for so many seconds, if any does. */
export function canaryFor(timeout: number): ILambdaDeploymentConfig | undefined {
  return CANARIES.find(({ minutes }) => minutes * 60 >= timeout + MARGIN)?.config;
}
