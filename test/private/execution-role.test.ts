import { App, Aws, CfnParameter, Fn, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { executionRoleOf } from '../../src/private/execution-role';
import { l1Function, nodeFunction, testStack } from '../support';

const STATEMENT = { Action: 'sns:Publish', Effect: 'Allow', Resource: '*' };

function grant(fn: lambda.CfnFunction): void {
  iam.Grant.addToPrincipal({ grantee: executionRoleOf(fn), actions: ['sns:Publish'], resourceArns: ['*'] });
}

function l1Of(fn: lambda.Function): lambda.CfnFunction {
  return fn.node.defaultChild as lambda.CfnFunction;
}

function l1Role(scope: Stack): iam.CfnRole {
  return new iam.CfnRole(scope, 'Role', { assumeRolePolicyDocument: {}, path: '/a/b/' });
}

function l2Role(scope: Stack): iam.Role {
  return new iam.Role(scope, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
}

describe('the role of an L1 is reached', () => {
  test.each<[string, (stack: Stack) => unknown, unknown]>([
    ['by a literal ARN', () => 'arn:aws:iam::111122223333:role/orders', 'orders'],
    ['by a literal ARN with a path', () => 'arn:aws:iam::111122223333:role/a/b/orders', 'orders'],
    ['by an ARN with tokens', () => `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/a/orders`, 'orders'],
    ['by an ARN with a token for the name', (stack) => `arn:aws:iam::111122223333:role/${new CfnParameter(stack, 'Name').valueAsString}`, { Ref: 'Name' }],
    ['by an L1 role', (stack) => l1Role(stack).attrArn, { Ref: 'Role' }],
    ['by a raw attribute of an L1 role', (stack) => { l1Role(stack); return Token.asString({ 'Fn::GetAtt': 'Role.Arn' }); }, { Ref: 'Role' }],
    ['by Fn::Sub', () => Fn.sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/a/orders'), 'orders'],
  ])('%s', (_, role, name) => {
    const stack = testStack();
    grant(l1Function(stack, 'L1', { role: role(stack) as string }));

    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: [STATEMENT] }, Roles: [name] });
  });

  test('by an L2 role, whose own policy it is then, before the function is made', () => {
    const stack = testStack();
    grant(l1Function(stack, 'L1', { role: l2Role(stack).roleArn }));
    const template = Template.fromStack(stack);
    const [policy] = Object.keys(template.findResources('AWS::IAM::Policy'));

    expect(policy).toMatch(/^RoleDefaultPolicy/);
    template.hasResource('AWS::Lambda::Function', { DependsOn: Match.arrayWith([policy]) });
  });

  test('in another stack, without making that stack depend on this one', () => {
    const app = new App();
    const [near, far] = [new Stack(app, 'Near'), new Stack(app, 'Far')];
    const fn = l1Function(near, 'L1', { role: l2Role(far).roleArn });
    const queue = new sqs.CfnQueue(near, 'Queue');
    iam.Grant.addToPrincipal({ grantee: executionRoleOf(fn), actions: ['sqs:SendMessage'], resourceArns: [queue.attrArn] });

    Template.fromStack(near).hasResourceProperties('AWS::IAM::Policy', { Roles: [{ 'Fn::ImportValue': Match.anyValue() }] });
    Template.fromStack(far).resourceCountIs('AWS::IAM::Policy', 0);
  });
});

test('all statements of an L1 are in one policy, which is there before the function', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  grant(fn);
  iam.Grant.addToPrincipal({ grantee: executionRoleOf(fn), actions: ['sqs:SendMessage'], resourceArns: ['*'] });
  const template = Template.fromStack(stack);
  const policies = template.findResources('AWS::IAM::Policy');

  expect(Object.keys(policies)).toEqual([expect.stringMatching(/^L1ExecutionPolicy/)]);
  expect(Object.values(policies)[0].Properties.PolicyDocument.Statement).toHaveLength(2);
  template.hasResource('AWS::Lambda::Function', { DependsOn: Object.keys(policies) });
});

test('two functions that share a role have policies of different names', () => {
  const stack = testStack();
  ['A', 'B'].forEach((id) => grant(l1Function(stack, id)));
  const names = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy')).map(({ Properties }) => Properties.PolicyName);

  expect(new Set(names).size).toBe(2);
});

test('the role of an L2 is its role', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);

  expect(executionRoleOf(l1Of(fn))).toBe(fn.role);
});

test('the role of an L2 is the one that an override gives it', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  l1Of(fn).addPropertyOverride('Role', 'arn:aws:iam::111122223333:role/a/other');
  grant(l1Of(fn));

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', { Roles: ['other'] });
});

describe('a warning with the statement stands for', () => {
  test.each<[string, (stack: Stack) => unknown]>([
    ['a parameter', (stack) => new CfnParameter(stack, 'Role').valueAsString],
    ['an import', () => Fn.importValue('role')],
    ['an ARN that is no role', () => 'arn:aws:iam::111122223333:user/orders'],
    ['a split-up text', () => Fn.select(0, Fn.split(',', Fn.importValue('roles')))],
    ['a name inside of Fn::Sub', () => Fn.sub('arn:aws:iam::111122223333:role/${Name}')],
    ['an attribute of a role that is no ARN', (stack) => { l1Role(stack); return Token.asString({ 'Fn::GetAtt': ['Role', 'RoleId'] }); }],
    ['the ARN of what is no role', (stack) => new sqs.CfnQueue(stack, 'Queue').attrArn],
    ['a choice', () => Token.asString({ 'Fn::If': ['Prod', 'arn:aws:iam::111122223333:role/a', 'arn:aws:iam::111122223333:role/b'] })],
    ['an ARN without a name', () => 'arn:aws:iam::111122223333:role/'],
    ['a name that is joined from parts', (stack) => `arn:aws:iam::111122223333:role/a-${new CfnParameter(stack, 'Name').valueAsString}`],
    ['an ARN of which a token has the path', (stack) => `arn:aws:iam::111122223333:role/${new CfnParameter(stack, 'Path').valueAsString}orders`],
    ['parts with another delimiter', () => Token.asString({ 'Fn::Join': ['-', ['arn:aws:iam::111122223333:role/orders', { Ref: 'Stage' }]] })],
    ['a list that a parameter has the parts of', (stack) => Fn.join('', new CfnParameter(stack, 'Parts', { type: 'CommaDelimitedList' }).valueAsList)],
    ['an attribute of something else', () => Token.asString({ 'Fn::GetAtt': ['Else', 'Arn'] })],
  ])('%s: ExecutionRole.outOfReach', (_, role) => {
    const stack = testStack();
    grant(l1Function(stack, 'L1', { role: role(stack) as string }));

    Annotations.fromStack(stack).hasWarning('/Stack/L1', Match.stringLikeRegexp('"Action":"sns:Publish".*cdk-lambda-error-handling:ExecutionRole.outOfReach'));
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  });

  test('a role that CDK may not change: ExecutionRole.immutable', () => {
    const stack = testStack();
    const role = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/orders', { mutable: false });
    grant(l1Of(nodeFunction(stack, 'Function', { role })));

    Annotations.fromStack(stack).hasWarning('/Stack/Function/Resource', Match.stringLikeRegexp('cdk-lambda-error-handling:ExecutionRole.immutable'));
  });
});
