import { parsedText, Placed } from '../../../src/analysis/template/json-text';
import { unknown } from '../../../src/analysis/template/value';

const known = (value: string) => ({ kind: 'known', value }) as const;
const part = unknown('later');
const text = (...parts: (string | typeof part)[]) => ({ kind: 'text', parts }) as const;

test('JSON is what it says', () => {
  expect(parsedText(known('{"a":[1,"b",null]}'))).toEqual({ a: [1, 'b', null] });
});

test('a part that is not known stays in its place', () => {
  expect(parsedText(text('{"a":"x', part, 'y"}'))).toEqual({ a: { 'Fn::Join': ['', ['x', { 'Fn::Resolved': new Placed(part) }, 'y']] } });
  expect(parsedText(text('{"a":', part, '}'))).toEqual({ a: { 'Fn::Join': ['', [{ 'Fn::Resolved': new Placed(part) }]] } });
  expect(parsedText(text('{"a":"\\"', part, '"}'))).toEqual({ a: { 'Fn::Join': ['', ['"', { 'Fn::Resolved': new Placed(part) }]] } });
});

test('what is no JSON is nothing', () => {
  expect(parsedText(known('{'))).toBeUndefined();
  expect(parsedText(text(part, '{'))).toBeUndefined();
});
