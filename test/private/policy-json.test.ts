import { Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { policyJson } from '../../src/private/policy-json';
import { testStack } from '../support';

const Statement = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }];

test.each<[string, () => unknown]>([
  ['of an L2', () => iam.PolicyDocument.fromJson({ Statement })],
  ['as JSON', () => ({ Version: '2012-10-17', Statement })],
  ['in a token', () => Lazy.any({ produce: () => ({ Version: '2012-10-17', Statement }) })],
])('a document %s is read', (_, document) => {
  const policy = new iam.CfnPolicy(testStack(), 'Policy', { policyName: 'read', policyDocument: {} });

  expect(policyJson(policy, document())).toEqual({ Version: '2012-10-17', Statement });
});
