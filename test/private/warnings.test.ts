import { App, Stack, Validations } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { warn, WARNING_PREFIX } from '../../src/private/warnings';

// The table is typed; warnings can be tested with any id.
const ID = 'Thing.cause' as never;
const ACKNOWLEDGED = { id: `${WARNING_PREFIX}Thing.cause`, reason: 'known' };

const PLACES = {
  app: (construct: Construct) => construct.node.root,
  stack: (construct: Construct) => Stack.of(construct),
  construct: (construct: Construct) => construct,
};

function newThing(): Construct {
  return new Construct(new Stack(new App(), 'Stack'), 'Thing');
}

function warningsOf(scope: Construct): string[] {
  return Annotations.fromStack(Stack.of(scope)).findWarning('*', Match.anyValue()).map(({ entry }) => String(entry.data));
}

test('carries its id', () => {
  const thing = newThing();

  warn(thing, ID, 'no good');

  expect(warningsOf(thing)).toEqual([expect.stringMatching(/^no good .*cdk-lambda-error-handling:Thing\.cause/)]);
});

test.each(Object.entries(PLACES))('is taken back when acknowledged on the %s', (_, place) => {
  const thing = newThing();

  warn(thing, ID, 'no good');
  Validations.of(place(thing)).acknowledge(ACKNOWLEDGED);

  expect(warningsOf(thing)).toEqual([]);
});

test.each(Object.entries(PLACES))('is not added when acknowledged before on the %s', (_, place) => {
  const thing = newThing();

  Validations.of(place(thing)).acknowledge(ACKNOWLEDGED);
  warn(thing, ID, 'no good');

  expect(warningsOf(thing)).toEqual([]);
});

test('is added when another is acknowledged', () => {
  const thing = newThing();

  Validations.of(thing).acknowledge({ ...ACKNOWLEDGED, id: `${WARNING_PREFIX}Thing.other` });
  warn(thing, ID, 'no good');

  expect(warningsOf(thing)).toHaveLength(1);
});
