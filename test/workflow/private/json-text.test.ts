import * as fc from 'fast-check';
import { locate, maskPlaceholders, UNKNOWN, type JsonNode } from '../../../src/workflow/private/json-text';

test('values stand where they are found, however the text is laid out', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 3, '\t'), (value, space) => {
    const text = JSON.stringify(value, undefined, space);
    expect(read(text, locate(text))).toEqual(JSON.parse(text));
  }));
});

test('the last of two members of one name counts, as JSON.parse() takes it', () => {
  const text = '{"a": 1, "a": {"b": [2]}}';

  expect(read(text, locate(text))).toEqual(JSON.parse(text));
});

test('placeholders outside of texts become numbers of the same length, those inside stay', () => {
  expect(maskPlaceholders(`{"a": \${Timeout}, "b": "\${Name}", "c": ${UNKNOWN}, "d": "\\"${UNKNOWN}"}`))
    .toBe(`{"a": 0         , "b": "\${Name}", "c": 0, "d": "\\"${UNKNOWN}"}`);
});

test.each(['', '{', '{"a": }', 'States', `${UNKNOWN}{}`])('what is no JSON is told: %p', (text) => {
  expect(maskPlaceholders(text)).toBeUndefined();
});

/** By the positions alone. */
function read(text: string, { start, end, members }: JsonNode): unknown {
  if (!members) return JSON.parse(text.slice(start, end));
  const entries = [...members].map(([key, node]) => [key, read(text, node)] as const);
  return text[start] === '[' ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
