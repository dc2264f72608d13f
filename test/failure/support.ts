import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** All statements of all policies in a stack that grant something to a role. */
export function statementsIn(stack: Stack): Record<string, any>[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'))
    .flatMap((policy) => policy.Properties.PolicyDocument.Statement);
}

/** The event invoke configs of a stack, by what their qualifier says. */
export function configsIn(stack: Stack): Record<string, any> {
  const configs = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::EventInvokeConfig'));
  return Object.fromEntries(configs.map(({ Properties }) => [
    typeof Properties.Qualifier === 'string' ? Properties.Qualifier : JSON.stringify(Properties.Qualifier), Properties,
  ]));
}

/** The error that an action throws. */
export function errorOf(action: () => void): Error | undefined {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  return undefined;
}

/** Expects a warning of ours. */
export function expectWarning(stack: Stack, path: string, id: string): void {
  Annotations.fromStack(stack).hasWarning(path, Match.stringLikeRegexp(`cdk-lambda-error-handling:${id}`));
}

/** An L1 key with a policy that leaves decisions to IAM. */
export function l1Key(scope: Construct, id = 'Key'): kms.CfnKey {
  return new kms.CfnKey(scope, id, {
    keyPolicy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } }, Action: 'kms:*', Resource: '*' }],
    },
  });
}
