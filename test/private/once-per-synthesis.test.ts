import { App, CfnResource, Lazy, Stack, type IResolveContext } from 'aws-cdk-lib';
import { oncePerSynthesis } from '../../src/private/once-per-synthesis';

const context = (preparing: boolean) => ({ preparing }) as IResolveContext;

test('before a synthesis, who asks again begins another pass', () => {
  let count = 0;
  const once = oncePerSynthesis(() => ++count);

  expect(['a', 'b', 'a', 'b', 'b'].map((asker) => once(asker, context(false)))).toEqual([1, 1, 2, 2, 3]);
});

test('what was read before a synthesis is read again', () => {
  let count = 0;
  const once = oncePerSynthesis(() => ++count);
  once('a', context(false));

  expect([once('b', context(true)), once('b', context(false))]).toEqual([2, 3]);
});

test('all who ask share what was read: once while CDK looks for references, once when it writes', () => {
  let count = 0;
  const once = oncePerSynthesis(() => ++count);

  expect([once('a', context(true)), once('b', context(true))]).toEqual([1, 1]);
  expect([once('a', context(false)), once('b', context(false)), once('a', context(false))]).toEqual([2, 2, 2]);
});

test('what has no tokens is read once for both', () => {
  let count = 0;
  const once = oncePerSynthesis(() => ++count, false);

  expect([true, false, true].map((preparing) => once('a', context(preparing)))).toEqual([1, 1, 2]);
});

test('who asks again while references are looked for begins another synthesis', () => {
  let count = 0;
  const once = oncePerSynthesis(() => ++count);
  for (const preparing of [true, false]) once('a', context(preparing));

  expect([once('a', context(true)), once('a', context(false))]).toEqual([3, 4]);
});

test('each synthesis of an app writes what is there by then', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const thing = new CfnResource(stack, 'Thing', { type: 'Test::Some::Thing' });
  const once = oncePerSynthesis(() => stack.node.children.length);
  thing.addPropertyOverride('Count', Lazy.uncachedAny({ produce: (given) => once(thing, given) }));
  const counted = () => app.synth({ force: true }).stacks[0].template.Resources.Thing.Properties.Count;
  const first = counted();
  new CfnResource(stack, 'Other', { type: 'Test::Some::Thing' });

  expect(counted()).toBe(first + 1);
});
