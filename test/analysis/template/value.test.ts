import { shown } from './support';
import { ABSENT, concatenated, mapValue, oneOf, partsOf, possibilitiesOf, textOfParts, unknown, type Known, type Value } from '../../../src/analysis/template/value';

const known = (value: string, assumed?: string): Known => ({ kind: 'known', value, assumed });
const when = (condition: string, is = true) => [{ condition, is }];
const either = oneOf([{ value: known('a'), when: when('C') }, { value: known('b'), when: when('C', false) }]);

test('one possibility without conditions is no choice', () => {
  expect(oneOf([{ value: known('a'), when: [] }])).toEqual(known('a'));
  expect(possibilitiesOf(known('a'))).toEqual([{ value: known('a'), when: [] }]);
});

test('too many possibilities are not known', () => {
  const options = Array.from({ length: 17 }, (_, index) => ({ value: known(`${index}`), when: when(`C${index}`) }));

  expect(oneOf(options).kind).toBe('unknown');
  expect(oneOf(options.slice(1)).kind).toBe('choice');
});

test('each possibility is changed', () => {
  expect(shown(mapValue(either, (value) => known(`${(value as Known).value}!`)))).toBe('C: a! | !C: b!');
  expect(shown(mapValue(either, () => oneOf([{ value: known('x'), when: when('D') }])))).toBe('C&D: x | !C&D: x');
});

test('texts are put together', () => {
  const later = unknown('later');

  expect(shown(concatenated([known('a'), either, later]))).toBe('C: aa? | !C: ab?');
  expect(concatenated([known('a'), known('b')])).toEqual({ kind: 'known', value: 'ab' });
  expect((concatenated([known('a'), known('b', 'default')]) as Known).assumed).toBeDefined();
  expect(concatenated([])).toEqual({ kind: 'known', value: '' });
});

test('parts beside each other are one', () => {
  const later = unknown('later');

  expect(textOfParts(['a', 'b', '', later, 'c'])).toEqual({ kind: 'text', parts: ['ab', later, 'c'] });
  expect(textOfParts([later])).toBe(later);
});

test('every value has parts', () => {
  const values: Value[] = [ABSENT, known('a'), unknown('later'), { kind: 'structure' }];

  expect(values.map((value) => partsOf(value).length)).toEqual([0, 1, 1, 1]);
});
