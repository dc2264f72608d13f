import { CfnResource, Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledgementsIn } from '../../../src/validation/private/acknowledged';
import { testStack } from '../../support';

const ID = 'Lambda-Error-Handling::AsyncFailureNotKept';

test('what is acknowledged holds for a construct and all below it', () => {
  const stack = testStack();
  const [inside, outside] = [new Construct(stack, 'Inside'), new Construct(stack, 'Outside')];
  for (const scope of [inside, outside]) new CfnResource(scope, 'Fn', { type: 'AWS::Lambda::Function' }).overrideLogicalId(`${scope.node.id}Fn`);
  Validations.of(inside).acknowledge({ id: ID, reason: 'tested' });
  const acknowledged = acknowledgementsIn(stack.node.root.node.findAll());

  expect([acknowledged.has(ID), acknowledged.has('Other')]).toEqual([true, false]);
  expect(['InsideFn', 'OutsideFn', 'Nothing'].map((id) => acknowledged.covers(ID, `/tmp/${stack.templateFile}`, id))).toEqual([true, false, false]);
});
