import { CfnParameter } from 'aws-cdk-lib';
import { DefinitionText } from '../../../src/workflow/private/definition-text';
import { UNKNOWN } from '../../../src/workflow/private/json-text';
import { testStack } from '../../support';

const PATH = ['States', 'A'];

test('what is put in stands before the element of the index, and the text around it stays', () => {
  const text = '{"States": {"A": {"Retry": [ {"n": 1} , {"n": 2} ] }}}';
  const insertions = [{ at: 0, value: { x: 0 } }, { at: 0, value: { x: 1 } }, { at: 1, value: { x: 2 } }, { at: 2, value: { x: 3 } }];

  expect(DefinitionText.of(text)!.with([{ path: PATH, list: 'Retry', insertions }]))
    .toBe('{"States": {"A": {"Retry": [ {"x":0},{"x":1},{"n": 1} , {"x":2},{"n": 2},{"x":3} ] }}}');
});

test.each([
  ['an empty list is filled', '{"States":{"A":{"Catch": [ ]}}}', '{"States":{"A":{"Catch": [{"x":0} ]}}}'],
  ['a missing list is made', '{"States":{"A":{ "Type": "Task"}}}', '{"States":{"A":{"Catch":[{"x":0}], "Type": "Task"}}}'],
])('%s', (_, before, after) => {
  expect(DefinitionText.of(before)!.with([{ path: PATH, list: 'Catch', insertions: [{ at: 0, value: { x: 0 } }] }])).toBe(after);
});

test('pieces of a join stay pieces, with what is put in between them', () => {
  const join = { 'Fn::Join': ['', ['{"States":{"A":{"Retry":[{"n":"', { Ref: 'X' }, '"}', ']}}, "Seconds":', { Ref: 'Y' }, '}']] };

  expect(DefinitionText.of(join)!.json).toEqual({ States: { A: { Retry: [{ n: UNKNOWN }] } }, Seconds: 0 });
  expect(DefinitionText.of(join)!.with([{ path: PATH, list: 'Retry', insertions: [{ at: 0, value: { x: 0 } }, { at: 1, value: { x: 1 } }] }]))
    .toEqual({ 'Fn::Join': ['', ['{"States":{"A":{"Retry":[{"x":0},{"n":"', { Ref: 'X' }, '"},{"x":1}', ']}}, "Seconds":', { Ref: 'Y' }, '}']] });
});

test('a substitution stays one, and numbers that are tokens become its variables', () => {
  const stack = testStack();
  const x = new CfnParameter(stack, 'X', { type: 'Number' }).valueAsNumber;
  const edits = [{ path: PATH, list: 'Retry' as const, insertions: [{ at: 0, value: { x } }] }];
  const text = '{"States":{"A":{"n":"${N}"}}}';
  const after = '{"States":{"A":{"Retry":[{"x":${TaskErrorHandling0}}],"n":"${N}"}}}';

  expect(stack.resolve(DefinitionText.of({ 'Fn::Sub': text })!.with(edits))).toEqual({ 'Fn::Sub': [after, { TaskErrorHandling0: { Ref: 'X' } }] });
  expect(DefinitionText.of({ 'Fn::Sub': [text, { N: 'n' }] })!.with([])).toEqual({ 'Fn::Sub': [text, { N: 'n' }] });
});

test.each<[string, unknown]>([
  ['a parameter', { Ref: 'Definition' }],
  ['a list that is not known', { 'Fn::Join': ['', { Ref: 'Parts' }] }],
  ['no text', 42],
  ['nothing', undefined],
  ['a text with the character that stands for tokens', `{"a":"${UNKNOWN}"}`],
])('%s is not read', (_, resolved) => {
  expect(DefinitionText.of(resolved)).toBeUndefined();
});
