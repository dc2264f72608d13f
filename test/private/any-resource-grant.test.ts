import { Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { allowOnAnyResource } from '../../src/private/any-resource-grant';
import { l1Function, nodeFunction, testStack } from '../support';

const GRANT = { role: 'Role', actions: ['xray:PutTraceSegments'], acknowledgeRules: true };
const WANTED = 'Annotation::AwsSolutions-IAM5[Resource::*]';

/** The rules that are acknowledged on the policies in a scope, once it was synthesized. */
function acknowledgedIn(scope: Construct): string[] {
  for (const { node } of scope.node.findAll()) expect(node.validate()).toEqual([]);
  return scope.node.findAll().filter(iam.CfnPolicy.isCfnPolicy).flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY).flatMap(({ data }) => Object.keys(data));
}

test('a policy that allows traces alone is acknowledged, on the role of an L2 and beside an L1', () => {
  const stack = testStack();
  allowOnAnyResource(nodeFunction(stack).node.defaultChild as lambda.CfnFunction, GRANT);
  allowOnAnyResource(l1Function(stack), GRANT);

  expect(acknowledgedIn(stack)).toEqual([WANTED, WANTED]);
});

test('what users allow on a resource changes nothing', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  allowOnAnyResource(fn.node.defaultChild as lambda.CfnFunction, GRANT);
  fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::orders/*'] }));

  expect(acknowledgedIn(stack)).toEqual([WANTED]);
});

test('a policy by which users allow more on everything is not acknowledged', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  allowOnAnyResource(fn.node.defaultChild as lambda.CfnFunction, GRANT);
  fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));

  expect(acknowledgedIn(stack)).toEqual([]);
});

test('nothing is acknowledged if that is not wanted', () => {
  const stack = testStack();
  allowOnAnyResource(nodeFunction(stack).node.defaultChild as lambda.CfnFunction, { ...GRANT, acknowledgeRules: false });

  expect(acknowledgedIn(stack)).toEqual([]);
});
