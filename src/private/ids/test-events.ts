import type { IdText } from './id-text';

export const TEST_EVENTS_ERRORS = {
  TestEventMissing: {
    meaning: 'An error of the catalogue has no test event that provokes it.',
    fix: 'Add one to `errors` under the code of the error: `errors: { OrderNotFound: { id: \'0\' } }`.',
  },
  TestEventUnknown: {
    meaning: '`errors` has a test event for a code that is not in the catalogue.',
    fix: 'Use a code of the catalogue, which the message lists, or add the error to the catalogue.',
  },
  TestEventNotJson: {
    meaning: 'A test event is nothing that JSON can write, such as `undefined` or a function.',
    fix: 'Give an object, array, text, number, boolean or `null`.',
  },
  TestEventNameInvalid: {
    meaning: 'The name of a test event is empty, is `Success`, which is taken, or has other characters than letters, digits, `.`, `-` and `_`.',
    fix: 'Name it with these characters only, for example by the code of the error.',
  },
  TestEventsTwice: {
    meaning: 'A function has two `SharedTestEvents`. The console keeps one set per function, so that the second deployment would fail.',
    fix: 'Put all events of the function into one.',
  },
} as const satisfies Record<string, IdText>;

export const TEST_EVENTS_WARNINGS = {
  'SharedTestEvents.importedFunction': {
    meaning: 'The function is imported, so that it may have shareable test events already, saved in the console: the deployment fails then, because the schema exists.',
    fix: 'Delete the schema with the command in the message, after a look at its events, then acknowledge the warning.',
  },
} as const satisfies Record<string, IdText>;
