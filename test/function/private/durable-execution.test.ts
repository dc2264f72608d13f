import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { permitDurableExecution } from '../../../src/function/private/durable-execution';
import { nodeFunction, testStack } from '../../support';

test('whoever depends on the function waits for the policy', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { durableConfig: { executionTimeout: Duration.hours(1) } });
  permitDurableExecution(fn);

  expect(fn.node.findChild('DurableExecution').node.path).toBe('Stack/Function/DurableExecution');
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: [Match.objectLike({ Action: ['lambda:CheckpointDurableExecution', 'lambda:GetDurableExecutionState'] })] },
    Roles: [{ Ref: Match.stringLikeRegexp('FunctionServiceRole') }],
  });
});

test('a role of another stack gets it from here', () => {
  const app = new App();
  const role = new iam.Role(new Stack(app, 'Roles'), 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const stack = new Stack(app, 'Stack');
  permitDurableExecution(nodeFunction(stack, 'Function', { durableConfig: { executionTimeout: Duration.hours(1) }, role }));

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', { Roles: [{ 'Fn::ImportValue': Match.anyValue() }] });
});
