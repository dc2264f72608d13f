import { NestedStack, Stack } from 'aws-cdk-lib';
import { Deployment, orThrow } from '../../../src/testing/private/deployment';
import { StableApp } from '../../../src/testing/stable-app';
import { nodeFunction } from '../../support';

test('a stack, what is nested in it, and its neighbours', () => {
  const app = new StableApp();
  const stack = new Stack(app, 'One', { env: { region: 'eu-west-1', account: '111122223333' } });
  nodeFunction(new NestedStack(stack, 'Nested'), 'Inner');
  nodeFunction(new Stack(app, 'Two'), 'Other');
  const deployment = Deployment.ofStack(stack);

  expect(deployment.model.functions.map(({ resource }) => [resource.id.slice(0, 5), deployment.isTested(resource)])).toEqual([['Inner', true], ['Other', false]]);
  expect(deployment.named('Other', 'function', 'AWS::Lambda::Function').template.name).toBe('Two');
});

test('what was not found is an error with an id', () => {
  expect(() => orThrow({ problem: 'LogicalIdUnknown', message: 'no' })).toThrow(expect.objectContaining({ name: 'LogicalIdUnknown', message: 'no' }));
});
