import type { IdText } from './id-text';

export const TESTING_ERRORS = {
  EventCanBeLost: {
    meaning: 'A test asserts that no event can be lost, and one can.',
    fix: 'Do what the message says at the end of each way, or acknowledge it by testing functions one by one.',
  },
  FailureNotKept: {
    meaning: 'A test asserts where the failures of a function are kept, and some are kept elsewhere or not at all.',
    fix: 'Do what the message says at the end of each way.',
  },
  FailureNotAlerted: {
    meaning: 'A test asserts that a topic is told of the failures of a function, and no alarm that goes off does it.',
    fix: 'Add an alarm with the topic as action, on a metric that the message names.',
  },
  FunctionNotTested: {
    meaning: 'A test names a function that is in none of the templates.',
    fix: 'Name a function that the app makes, not one that it imports.',
  },
  FailureNotSimulated: {
    meaning: 'A simulation was asked for a failure that its invoker does not know, or of which AWS does not say what comes of it.',
    fix: 'Simulate another failure, or another invoker that the message names.',
  },
  InvokerAmbiguous: {
    meaning: 'Several resources of the kind that was asked for invoke the function.',
    fix: 'Name one of them: `invokerId` of the simulation, or `--by` on the command line.',
  },
  InvokerNotInTemplate: {
    meaning: 'Nothing of the kind that was asked for invokes the function.',
    fix: 'Name an invoker that the message names, or wire the function.',
  },
  LogicalIdAmbiguous: {
    meaning: 'A test names a resource by the beginning of several logical ids.',
    fix: 'Give one of the logical ids in full.',
  },
  LogicalIdUnknown: {
    meaning: 'A test names a resource that is in none of the templates.',
    fix: 'Give one of the logical ids that the message names.',
  },
  PlaceNotKnown: {
    meaning: 'A test names a queue, topic or bucket whose ARN only the deployment knows.',
    fix: 'Give a construct of the app, or one that was imported by its ARN.',
  },
  StackNotTested: {
    meaning: 'A test names a construct of another stage than that of the stack under test.',
    fix: 'Give a construct of the same stage, or test the other stack.',
  },
  TemplateInvalid: {
    meaning: 'What was given to a test as template is none.',
    fix: 'Give the parsed object, which has `Resources`.',
  },
} as const satisfies Record<string, IdText>;

export const TESTING_WARNINGS = {
} as const satisfies Record<string, IdText>;
