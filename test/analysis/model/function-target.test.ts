import { ARN, templateWith } from './support';
import { functionTargetsOf, functionsBehind, qualifierOf } from '../../../src/analysis/model/function-target';
import { qualifierText } from '../../../src/analysis/model/qualifier';

const template = templateWith({
  Live: { Type: 'AWS::Lambda::Alias', Properties: { Name: 'live', FunctionName: { Ref: 'Fn' } } },
  One: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Fn' } } },
});

test.each<[unknown, string[]]>([
  [ARN, ['Fn ']],
  [{ Ref: 'Live' }, ['Fn live']],
  [{ Ref: 'One' }, ['Fn One']],
  [{ 'Fn::Sub': '${Fn.Arn}:live' }, ['Fn live']],
  [{ 'Fn::Sub': '${Fn.Arn}:${Stage}' }, ['Fn ?']],
  [{ 'Fn::Sub': ['${Fn.Arn}:${Q}', { Q: { 'Fn::GetAtt': ['One', 'Version'] } }] }, ['Fn One']],
  ['orders:test', ['Fn test']],
  [{ 'Fn::If': ['Open', ARN, { Ref: 'Live' }] }, ['Fn ', 'Fn live']],
  [{ Ref: 'Queue' }, []],
  [undefined, []],
])('%j', (raw, expected) => {
  expect(functionTargetsOf(template.property(raw)).map(({ fn, qualifier }) => `${fn.id} ${qualifierText(qualifier)}`)).toEqual(expected);
});

test('behind a queue there is no function', () => {
  expect([functionsBehind(template.resource('Queue')!), functionsBehind(template.resource('Live')!).map(({ id }) => id)]).toEqual([[], ['Fn']]);
});

test('a qualifier in a property of its own', () => {
  expect([undefined, '$LATEST', { Ref: 'Live' }, { 'Fn::GetAtt': ['One', 'Version'] }, { Ref: 'Queue' }, { Ref: 'Stage' }].map((raw) => qualifierText(qualifierOf(template.property(raw)))))
    .toEqual(['', '$LATEST', 'live', 'One', '?', '?']);
});
