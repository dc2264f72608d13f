import { Annotations, CfnResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { shareCreationStack, withoutCreationStacks, withoutStackTraces } from '../../src/private/creation-stacks';
import { errorOf } from '../failure/support';
import { testStack } from '../support';

function resource(scope: Construct, id: string): CfnResource {
  return new CfnResource(scope, id, { type: 'Test::Some::Thing' });
}

test('resources made meanwhile have no stack trace of their own, those made later have', () => {
  const scope = new Construct(testStack(), 'Scope');
  const made = withoutCreationStacks(scope, () => resource(scope, 'Meanwhile'));

  expect(made.creationStack).toEqual([]);
  expect(resource(scope, 'Later').creationStack.join()).toContain('creation-stacks.test');
});

test('warnings have no stack trace either where that is asked for, and are no less warnings', () => {
  const scope = new Construct(testStack(), 'Scope');
  withoutCreationStacks(scope, () => Annotations.of(scope).addWarning('traced'));
  const made = withoutStackTraces(scope, () => { Annotations.of(scope).addWarning('untraced'); return resource(scope, 'Quiet'); });

  expect(scope.node.metadata.map(({ type, data, trace }) => [type, data, trace !== undefined])).toEqual([['aws:cdk:warning', 'traced', true], ['aws:cdk:warning', 'untraced', false]]);
  expect(made.creationStack).toEqual([]);
});

test('resources elsewhere have one as ever', () => {
  const stack = testStack();
  const elsewhere = withoutCreationStacks(new Construct(stack, 'Scope'), () => resource(stack, 'Elsewhere'));

  expect(elsewhere.creationStack).not.toEqual([]);
});

test('keeps the context that the scope has, and puts it back after an error', () => {
  const scope = new Construct(testStack(), 'Scope');
  scope.node.setContext('mine', 1);
  const seen = withoutCreationStacks(scope, () => scope.node.tryGetContext('mine'));
  errorOf(() => withoutCreationStacks(scope, () => { throw new Error(); }));

  expect([seen, scope.node.tryGetContext('mine'), scope.node.tryGetContext('aws:cdk:disable-creation-stack-traces')]).toEqual([1, 1, undefined]);
});

test('shares the stack trace of one resource with those below a scope that have none', () => {
  const scope = new Construct(testStack(), 'Scope');
  const [one, own] = [resource(scope, 'One'), resource(scope, 'Own')];
  const quiet = withoutCreationStacks(scope, () => resource(scope, 'Quiet'));
  shareCreationStack(one, scope);

  expect(quiet.creationStack).toEqual(one.creationStack);
  expect(own.node.metadata.filter(({ type }) => type === 'aws:cdk:creationStack')).toHaveLength(1);
});

test('shares nothing where CDK takes no stack traces', () => {
  const stack = testStack();
  const scope = new Construct(stack, 'Scope');
  const [one, other] = withoutCreationStacks(stack, () => [resource(scope, 'One'), resource(scope, 'Other')]);
  shareCreationStack(one, scope);

  expect(other.creationStack).toEqual([]);
});
