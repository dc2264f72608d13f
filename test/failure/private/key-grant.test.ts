import { App, CfnParameter, Stack, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { grantKey } from '../../../src/failure/private/key-grant';
import { executionRoleOf } from '../../../src/private/execution-role';
import { l1Function, nodeFunction, testStack } from '../../support';
import { expectWarning, l1Key, statementsIn } from '../support';

const ACTIONS = ['kms:GenerateDataKey', 'kms:Decrypt'];
const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const KEY_ARN = `arn:aws:kms:eu-west-1:111122223333:key/${KEY_ID}`;

function grant(stack: Stack, kmsMasterKeyId: string | undefined, from: lambda.CfnFunction = l1Function(stack)): void {
  grantKey(new sqs.CfnQueue(stack, 'Queue', { kmsMasterKeyId }), from, executionRoleOf(from));
}

test('an L1 key lets the role use it, by its own policy and the key policy', () => {
  const stack = testStack();
  grant(stack, l1Key(stack).ref);

  expect(statementsIn(stack)).toEqual([{ Action: ACTIONS, Effect: 'Allow', Resource: { 'Fn::GetAtt': ['Key', 'Arn'] } }]);
  Template.fromStack(stack).hasResourceProperties('AWS::KMS::Key', {
    KeyPolicy: { Statement: Match.arrayWith([Match.objectLike({ Action: ACTIONS, Principal: { AWS: 'arn:aws:iam::111122223333:role/app/orders' } })]) },
  });
});

test('the alias of an L1 key leads to the key', () => {
  const stack = testStack();
  grant(stack, new kms.CfnAlias(stack, 'Alias', { aliasName: 'alias/failed', targetKeyId: l1Key(stack).ref }).ref);

  expect(statementsIn(stack)).toHaveLength(1);
});

test('an L1 key of another stack trusts the account, so that the stacks do not depend on each other', () => {
  const app = new App();
  const [near, far] = [new Stack(app, 'Near'), new Stack(app, 'Far')];
  const fn = nodeFunction(near).node.defaultChild as lambda.CfnFunction;
  grant(far, l1Key(far).attrArn, fn);

  expect(statementsIn(near)).toEqual([{ Action: ACTIONS, Effect: 'Allow', Resource: { 'Fn::ImportValue': expect.stringContaining('Far') } }]);
  Template.fromStack(far).hasResourceProperties('AWS::KMS::Key', {
    KeyPolicy: { Statement: Match.arrayWith([Match.objectLike({ Action: ACTIONS, Resource: '*' })]) },
  });
});

test.each([['an ARN', KEY_ARN, KEY_ARN], ['an id', KEY_ID, { 'Fn::Join': ['', expect.arrayContaining([`:key/${KEY_ID}`])] }]])('a key known by %s', (_, given, resource) => {
  const stack = testStack();
  grant(stack, given);

  expect(statementsIn(stack)).toEqual([{ Action: ACTIONS, Effect: 'Allow', Resource: resource }]);
});

test.each([['no key', undefined], ['an AWS managed key', 'alias/aws/sqs']])('nothing for %s', (_, given) => {
  const stack = testStack();
  grant(stack, given);

  expect(Template.fromStack(stack).findResources('AWS::IAM::Policy')).toEqual({});
});

test.each<[string, (stack: Stack) => string]>([
  ['an alias of which the key is not known', () => 'alias/failed'],
  ['a parameter', (stack) => new CfnParameter(stack, 'Parameter').valueAsString],
  ['an import', () => Token.asString({ 'Fn::ImportValue': 'key' })],
])('a warning for %s: FailureDestination.keyOutOfReach', (_, given) => {
  const stack = testStack();
  grant(stack, given(stack));

  expectWarning(stack, '/Stack/L1', 'FailureDestination.keyOutOfReach');
});
