import * as fc from 'fast-check';
import { ErrorDefinition } from '../../../src/catalog/error-definition';
import { prefixOf, startsOf, validatePrefix, validateStarts } from '../../../src/catalog/private/message-starts';

const prefixed = (code: string, messagePrefix: string) => ErrorDefinition.client(code, { messagePrefix });
const failsWith = (name: string, message: string) => expect.objectContaining({ name, message: expect.stringContaining(message) });

test('a message of the catalogue starts with the code in brackets, or as the definition says', () => {
  expect(prefixOf('Gone')).toBe('[Gone]');
  expect(startsOf(ErrorDefinition.client('Gone'))).toEqual(['[Gone]']);
  expect(startsOf(prefixed('Gone', 'it left'))).toEqual(['[Gone]', 'it left']);
});

test.each(['', ' ', "it's gone", 'a\\b', '$input', '#if', 'a\nb', 'caf\u00E9', 'x'.repeat(201), '${Token[TOKEN.1]}'])('ErrorMessagePrefixInvalid: %j can be put into no template', messagePrefix => {
  expect(() => prefixed('Gone', messagePrefix)).toThrow(failsWith('ErrorMessagePrefixInvalid', "ErrorDefinition.client('Gone'): messagePrefix must be"));
});

test.each(['T', 'Task', 'Task timed out waiting', 'RequestId', 'RequestId: 1', '2', '2026', '2026-03'])('ErrorMessagePrefixInvalid: %j may be the word of Lambda', messagePrefix => {
  expect(() => prefixed('Gone', messagePrefix)).toThrow(failsWith('ErrorMessagePrefixInvalid', 'what Lambda says of a timeout or crash'));
});

test.each([undefined, 'order not found', '"quoted" (and) [more]', '20 orders', 'Tasks are done', 'Request failed'])('%j tells an error', messagePrefix => {
  expect(() => validatePrefix('x', messagePrefix)).not.toThrow();
});

test.each([
  [['A', 'no'], ['B', 'no order']],
  [['A', 'no order'], ['B', 'no order']],
  [['A', '[B] gone'], ['B', 'x']],
  [['A', '['], ['B', 'x']],
])('ErrorMessagePrefixOverlap: %j and %j', (...pairs) => {
  const definitions = pairs.map(([code, start]) => prefixed(code, start));
  expect(() => validateStarts(definitions)).toThrow(failsWith('ErrorMessagePrefixOverlap', 'would be both'));
  expect(() => validateStarts(definitions.reverse())).toThrow(failsWith('ErrorMessagePrefixOverlap', 'would be both'));
});

test('an error may be told in two ways that overlap, and any other starts may stand together', () => {
  expect(() => validateStarts([prefixed('A', '[A] gone'), ErrorDefinition.client('AB')])).not.toThrow();
});

test('two errors overlap exactly when one start begins with that of another one', () => {
  const start = fc.stringMatching(/^[ab]{1,3}$/);
  fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.stringMatching(/^[A-Z]{2}$/), start), { selector: ([code]) => code, maxLength: 5 }), pairs => {
    const overlaps = pairs.some(([code, one]) => pairs.some(([other, two]) => code !== other && two.startsWith(one)));
    const validate = () => validateStarts(pairs.map(([code, one]) => prefixed(code, one)));
    if (overlaps) expect(validate).toThrow(failsWith('ErrorMessagePrefixOverlap', '')); else expect(validate).not.toThrow();
  }));
});
