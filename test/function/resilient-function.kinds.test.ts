import { Duration, type Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { FailureDestination, RetryPolicy } from '../../src/failure';
import { ResilientFunction } from '../../src/function/resilient-function';
import type { ResilientFunctionProps } from '../../src/function/resilient-function-props';
import { errorOf, expectWarning } from '../failure/support';
import { testStack } from '../support';

const DURABLE = { durableConfig: { executionTimeout: Duration.days(30) } };

function resilient(stack: Stack, props: Partial<ResilientFunctionProps>): ResilientFunction {
  return new ResilientFunction(stack, 'Orders', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'), runtime: lambda.Runtime.NODEJS_24_X, handler: 'index.handler', ...props,
  });
}

function template(props: Partial<ResilientFunctionProps>): Template {
  const stack = testStack();
  resilient(stack, props);
  return Template.fromStack(stack);
}

function actionsOf(policy: { Properties: { PolicyDocument: { Statement: { Action: string | string[] }[] } } }): string[] {
  return policy.Properties.PolicyDocument.Statement.flatMap(({ Action }) => Action);
}

describe('a durable function', () => {
  test('has its failure queue as dead-letter queue, and no destination', () => {
    const synthesized = template(DURABLE);

    synthesized.hasResourceProperties('AWS::Lambda::Function', {
      DurableConfig: { ExecutionTimeout: 30 * 24 * 3_600 },
      DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('OrdersFailureQueue'), 'Arn'] } },
    });
    synthesized.resourceCountIs('AWS::Lambda::EventInvokeConfig', 0);
  });

  test('gets the retry policy where one is given', () => {
    template({ ...DURABLE, retryPolicy: RetryPolicy.none() }).hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 0, DestinationConfig: Match.absent(),
    });
  });

  test('may checkpoint its own executions, and has no AWS-managed policy', () => {
    const synthesized = template(DURABLE);
    const policies = synthesized.findResources('AWS::IAM::Policy');
    const [id, policy] = Object.entries(policies).find(([, found]) => actionsOf(found as never).includes('lambda:CheckpointDurableExecution'))!;

    synthesized.hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
    expect(policy.Properties.PolicyDocument.Statement).toEqual([{
      Effect: 'Allow',
      Action: ['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'],
      Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [expect.stringMatching('OrdersFunction'), 'Arn'] }, ':*']] },
    }]);
    // The function waits for the policy of its role, which therefore must be another one.
    synthesized.hasResource('AWS::Lambda::Function', { DependsOn: Match.not(Match.arrayWith([id])) });
  });

  test('whose role may not be changed gets a warning with the statement', () => {
    const stack = testStack();
    const role = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111122223333:role/orders', { mutable: false });
    resilient(stack, { ...DURABLE, role });

    Annotations.fromStack(stack).hasWarning('/Stack/Orders/Function/Resource', Match.stringLikeRegexp('ExecutionRole.immutable'));
    Annotations.fromStack(stack).hasWarning('/Stack/Orders/Function/Resource', Match.stringLikeRegexp('lambda:CheckpointDurableExecution'));
  });

  test('has alarms on its executions, and on its dead letters', () => {
    const metrics = Object.values(template(DURABLE).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.MetricName).sort();

    expect(metrics).toEqual([
      'ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible', 'AsyncEventsDropped', 'DeadLetterErrors',
      'DurableExecutionFailed', 'DurableExecutionStopped', 'DurableExecutionTimedOut', 'Throttles',
    ]);
  });

  test('fails with a destination that holds no dead letters, or one for successes', () => {
    const stack = testStack();
    const bucket = FailureDestination.bucket(new s3.Bucket(stack, 'Bucket'));
    const withSuccess = testStack();
    const orders = resilient(withSuccess, { ...DURABLE });
    orders.function.configureAsyncInvoke({ onSuccess: new SqsDestination(orders.failureQueue!.queue) });

    expect(errorOf(() => resilient(stack, { ...DURABLE, failureDestination: bucket }))?.name).toBe('DeadLetterDestinationUnsupported');
    expect(errorOf(() => Template.fromStack(withSuccess))?.name).toBe('DurableFunctionHasNoDestinations');
  });
});

describe('a function with tenant isolation', () => {
  test('keeps its failed events like others', () => {
    template({ tenancyConfig: lambda.TenancyConfig.PER_TENANT }).hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      DestinationConfig: { OnFailure: Match.anyValue() },
    });
  });
});

describe('a function of a capacity provider', () => {
  function provided(props: Partial<ResilientFunctionProps>): Stack {
    const stack = testStack();
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const securityGroups = [new ec2.SecurityGroup(stack, 'Group', { vpc })];
    const pool = new lambda.CapacityProvider(stack, 'Pool', { subnets: vpc.privateSubnets, securityGroups });
    pool.addFunction(resilient(stack, props).function);
    return stack;
  }

  test('keeps the failed events of what it runs without version or alias', () => {
    Template.fromStack(provided({ memorySize: 2_048 })).hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      Qualifier: '$LATEST.PUBLISHED', DestinationConfig: { OnFailure: Match.anyValue() },
    });
  });

  test('is warned of too little memory', () => {
    expectWarning(provided({}), '/Stack/Orders/Function/Resource', 'ManagedInstances.memoryTooSmall');
  });
});
