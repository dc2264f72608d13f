import { CfnOutput, CfnResource, Fn, Lazy } from 'aws-cdk-lib';
import { referencesFrom, referencesIn } from '../../src/private/references';
import { l1Function, testStack } from '../support';

test('finds references in properties, texts, functions and lazy values', () => {
  const stack = testStack();
  const [a, b, c, d] = ['A', 'B', 'C', 'D'].map((id) => l1Function(stack, id));
  const element = new CfnResource(stack, 'From', {
    type: 'Any::Thing::AtAll',
    properties: { Plain: a.ref, Text: `x${b.attrArn}`, Function: Fn.select(0, Fn.split(':', c.ref)), Lazy: Lazy.any({ produce: () => [d.ref] }) },
  });

  expect(referencesFrom(element)).toEqual([a, b, c, d]);
});

test('finds references of outputs', () => {
  const stack = testStack();
  const fn = l1Function(stack);

  expect(referencesFrom(new CfnOutput(stack, 'Output', { value: fn.ref }))).toEqual([fn]);
});

test('finds none in what can not be rendered', () => {
  const stack = testStack();
  const broken = Lazy.string({ produce: () => { throw new Error('not yet'); } });

  expect(referencesFrom(new CfnOutput(stack, 'Output', { value: broken }))).toEqual([]);
});

test('finds references in parts of one value', () => {
  const stack = testStack();
  const fn = l1Function(stack);

  expect(referencesIn(stack, `${Fn.select(6, Fn.split(':', fn.attrArn))}:live`)).toEqual([fn]);
});
