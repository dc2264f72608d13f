import { isMissing, isTrue, isWhole, listed, numberOf, numberOr, placesOn, resourceOf, shapeOf, textOf, textsOf } from '../../../src/validation/private/reading';
import { propertyOf } from '../template';

const parameter = { Parameters: { P: { Type: 'Number', Default: 7 } } };
const unknown = { 'Fn::ImportValue': 'x' };

test('the default of a parameter is not sure', () => {
  expect([textOf(propertyOf('a')), textOf(propertyOf({ Ref: 'P' }, parameter)), textOf(propertyOf(unknown))]).toEqual(['a', undefined, undefined]);
  expect([numberOf(propertyOf('7')), numberOf(propertyOf({ Ref: 'P' }, parameter)), numberOf(propertyOf('x'))]).toEqual([7, undefined, undefined]);
});

test('a number that is not set is the default of AWS', () => {
  expect([numberOr(propertyOf(undefined), 3), numberOr(propertyOf(9), 3), numberOr(propertyOf(unknown), 3)]).toEqual([3, 9, undefined]);
});

test('nothing is missing where a macro may add it', () => {
  expect([isMissing(propertyOf(undefined)), isMissing(propertyOf(undefined, { Transform: 'Macro' })), isMissing(propertyOf(unknown))]).toEqual([true, false, false]);
});

test('true is a boolean or a text', () => {
  expect([true, 'true', false, unknown].map((raw) => isTrue(propertyOf(raw)))).toEqual([true, true, false, false]);
});

test('a list is whole if all of it is known', () => {
  expect([['a'], [{ 'Fn::If': ['C', 'a', { Ref: 'AWS::NoValue' }] }], unknown].map((raw) => isWhole(propertyOf(raw, { Conditions: { C: { 'Fn::Equals': [unknown, 'x'] } } })))).toEqual([true, false, false]);
  expect([textsOf(propertyOf(['a', 'b'])), textsOf(propertyOf(['a', unknown]))]).toEqual([['a', 'b'], undefined]);
});

test('places have paths', () => {
  expect(listed(propertyOf(['a', 'b']), 'List').map(({ path }) => path)).toEqual(['List.0', 'List.1']);
  expect(placesOn(propertyOf({ A: [{ B: 1 }, { B: 2 }] }), ['A', '*', 'B']).map(({ path, property }) => `${path}=${property.text()}`)).toEqual(['A.0.B=1', 'A.1.B=2']);
  expect(placesOn(propertyOf({ A: { x: 1, y: 2 } }), ['A', '*']).map(({ path }) => path)).toEqual(['A.x', 'A.y']);
});

test('a text has stars for what is not known', () => {
  expect([shapeOf(propertyOf({ 'Fn::Sub': 'a-${AWS::Region}-b' })), shapeOf(propertyOf('a')), shapeOf(propertyOf(unknown))]).toEqual(['a-*-b', 'a', undefined]);
});

test('a resource is the only one that can be meant, of the right type', () => {
  expect(resourceOf(propertyOf({ Ref: 'Queue' }), 'AWS::SQS::Queue')?.id).toBe('Queue');
  expect(resourceOf(propertyOf({ Ref: 'Queue' }), 'AWS::SNS::Topic')).toBeUndefined();
  expect(resourceOf(propertyOf({ 'Fn::If': ['C', { Ref: 'Queue' }, 'x'] }, { Conditions: { C: { 'Fn::Equals': [unknown, 'x'] } } }))).toBeUndefined();
});
