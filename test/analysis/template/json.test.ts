import { intrinsicIn, isObject, listOf, memberOf, membersOf, textIn } from '../../../src/analysis/template/json';

test('an object is no list and not null', () => {
  expect([{}, [], null, 'a', undefined].map(isObject)).toEqual([true, false, false, false, false]);
});

test('a member is one of its own', () => {
  expect([memberOf({ a: 1 }, 'a'), memberOf({}, 'constructor'), memberOf('text', 'length'), memberOf(undefined, 'a')]).toEqual([1, undefined, undefined, undefined]);
  expect([membersOf({ a: 1 }), membersOf([1]), membersOf(null)]).toEqual([[['a', 1]], [], []]);
});

test('anything is a list', () => {
  expect([listOf(undefined), listOf(null), listOf('a'), listOf(['a'])]).toEqual([[], [], ['a'], ['a']]);
});

test('a text is one', () => {
  expect([textIn('a'), textIn(3)]).toEqual(['a', undefined]);
});

test('an intrinsic is an object with its name only', () => {
  expect(intrinsicIn({ Ref: 'A' })).toEqual(['Ref', 'A']);
  expect(intrinsicIn({ 'Fn::Sub': 'a' })).toEqual(['Fn::Sub', 'a']);
  expect([{ Ref: 'A', More: 1 }, { Name: 'A' }, 'Ref', {}].map(intrinsicIn)).toEqual([undefined, undefined, undefined, undefined]);
});
