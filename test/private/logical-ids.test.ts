import { App, CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { settleBelow, settleLater, settleLogicalId } from '../../src/private/logical-ids';

function resource(scope: Stack, id = 'Thing'): CfnResource {
  return new CfnResource(scope, id, { type: 'Test::Some::Thing' });
}

function idOf(one: CfnResource): string {
  return one.stack.resolve(one.logicalId);
}

/** How often CDK works out a logical id while something happens. */
function timesAllocated(stack: Stack, action: () => void): number {
  const allocate = jest.spyOn(stack as unknown as { allocateLogicalId(): string }, 'allocateLogicalId');
  action();
  return allocate.mock.calls.length;
}

test('an id is worked out once, and is what it was', () => {
  const stack = new Stack();
  const [settled, other] = [settleLater(resource(stack)), resource(stack, 'Other')];
  const before = idOf(settled);
  [settled, other].forEach(settleLogicalId);

  expect(timesAllocated(stack, () => expect(idOf(settled)).toBe(before))).toBe(0);
  expect(timesAllocated(stack, () => idOf(other))).toBe(1);
});

test('settles what is below a scope', () => {
  const stack = new Stack();
  const one = resource(stack);
  settleBelow(stack);
  (stack.node.findAll() as IConstruct[]).forEach(settleLogicalId);

  expect(timesAllocated(stack, () => idOf(one))).toBe(0);
});

test('a renamed id is the new one, and the rename counts as used', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  stack.renameLogicalId('Thing', 'Renamed');
  settleLogicalId(settleLater(resource(stack)));

  expect(Object.keys(app.synth().getStackByName('Stack').template.Resources)).toContain('Renamed');
});

test('an id that depends on what is yet to come is left', () => {
  const stack = new Stack();
  const one = settleLater(resource(stack));
  let hash = 'A';
  one.overrideLogicalId(Lazy.uncachedString({ produce: () => hash }));
  settleLogicalId(one);
  hash = 'B';

  expect(idOf(one)).toBe('B');
});

test('an id that is exported is left', () => {
  const stack = new Stack(new App(), 'Stack');
  const one = settleLater(resource(stack));
  stack.exportValue(one.ref);
  settleLogicalId(one);

  expect(() => one.overrideLogicalId('Other')).toThrow(/locked/);
  expect(idOf(one)).toBe('Thing');
});
