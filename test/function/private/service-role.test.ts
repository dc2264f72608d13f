import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { ServiceRole } from '../../../src/function/private/service-role';
import { testStack } from '../../support';

const SERVICE = new iam.ServicePrincipal('lambda.amazonaws.com');

/** What is added to a role by this library, and later by others. */
type Use = (role: iam.Role, stack: Stack) => void;

const OURS: Use[] = [
  (role, stack) => new logs.LogGroup(stack, 'Logs').grantWrite(role),
  (role, stack) => new sqs.Queue(stack, 'Queue').grant(role, 'sqs:SendMessage'),
  (role) => role.addToPolicy(anything('xray:PutTraceSegments', 'xray:PutTelemetryRecords')),
  (role) => role.addToPolicy(anything('ec2:CreateNetworkInterface')),
];
const THEIRS: Use[] = [
  (role, stack) => new sqs.Queue(stack, 'Work').grantConsumeMessages(role),
  (role) => role.addToPrincipalPolicy(anything('dynamodb:ListTables')),
  (role) => role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')),
  (role, stack) => role.attachInlinePolicy(new iam.Policy(stack, 'Inline', { statements: [anything('s3:ListAllMyBuckets')] })),
  (role) => Array.from({ length: 200 }, (_, i) => role.addToPolicy(new iam.PolicyStatement({
    actions: ['dynamodb:GetItem'], resources: [`arn:aws:dynamodb:eu-west-1:111122223333:table/a-name-that-takes-some-room-${i}`],
  }))),
];

function anything(...actions: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources: ['*'] });
}

const ours = (stack: Construct) => new ServiceRole(stack, 'Role');
const theirs = (stack: Construct) => new iam.Role(stack, 'Role', { assumedBy: SERVICE });

function templateWith(make: (stack: Stack) => iam.Role, first: readonly Use[], later: readonly Use[], context?: Record<string, unknown>): object {
  const stack = new Stack(new App({ context }), 'Stack');
  const role = make(stack);
  // As a function does, which waits for all that its role may do.
  new CfnResource(stack, 'Function', { type: 'Test::Function' }).node.addDependency(role);
  first.forEach((use) => use(role, stack));
  if (role instanceof ServiceRole) role.handOver();
  later.forEach((use) => use(role, stack));
  return Template.fromStack(stack).toJSON();
}

test('gives the same template as a role of CDK, whoever adds to it', () => {
  fc.assert(fc.property(fc.subarray(OURS), fc.subarray(THEIRS), fc.boolean(), (first, later, minimize) => {
    const context = { '@aws-cdk/aws-iam:minimizePolicies': minimize };

    expect(templateWith(ours, first, later, context)).toEqual(templateWith(theirs, first, later, context));
  }), { numRuns: 40, examples: [[OURS, THEIRS, true], [OURS, THEIRS, false], [OURS, [], true], [[], THEIRS, false]] });
});

test.each([true, false])('is the role that exists, where roles are customized (synthesis prevented: %s)', (preventSynthesis) => {
  const customized = (make: typeof ours) => (stack: Stack) => {
    iam.Role.customizeRoles(stack, { preventSynthesis, usePrecreatedRoles: { 'Stack/Role': 'existing' } });
    return make(stack) as iam.Role;
  };

  expect(templateWith(customized(ours), OURS, THEIRS.slice(0, 2))).toEqual(templateWith(customized(theirs as typeof ours), OURS, THEIRS.slice(0, 2)));
});

test('has the policy where CDK has it', () => {
  const role = ours(testStack());
  role.addToPolicy(anything('xray:PutTraceSegments'));

  expect(role.node.findChild('DefaultPolicy').node.defaultChild).toBeInstanceOf(iam.CfnPolicy);
  expect(role.node.findChild('DefaultPolicy')).not.toBeInstanceOf(iam.Policy);
});

test('the policy is made by CDK when others add to it, or may add as much as they like', () => {
  const [late, early] = [ours(testStack()), new ServiceRole(testStack(), 'Role', { initialPolicy: [] })];
  late.addToPolicy(anything('xray:PutTraceSegments'));
  late.handOver();
  for (const role of [late, early]) role.addToPolicy(anything('dynamodb:ListTables'));

  for (const role of [late, early]) expect(role.node.findChild('DefaultPolicy')).toBeInstanceOf(iam.Policy);
});

test('only Lambda may assume the role, and it allows nothing', () => {
  const stack = testStack();
  new ServiceRole(stack, 'Role');

  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }] },
    ManagedPolicyArns: Match.absent(),
  });
  template.resourceCountIs('AWS::IAM::Policy', 0);
});

test('in a VPC it may manage network interfaces', () => {
  const stack = testStack();
  new ServiceRole(stack, 'Role', { vpc: new ec2.Vpc(stack, 'Vpc') });

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [{
        Action: [
          'ec2:AssignPrivateIpAddresses', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface',
          'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets', 'ec2:UnassignPrivateIpAddresses',
        ],
        Effect: 'Allow',
        Resource: '*',
      }],
    },
  });
});
