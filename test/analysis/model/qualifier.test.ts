import { templateWith } from './support';
import { NO_QUALIFIER, ofAlias, ofText, ofVersion, qualifierText, sameQualifier, UNKNOWN_QUALIFIER } from '../../../src/analysis/model/qualifier';

const template = templateWith({
  Live: { Type: 'AWS::Lambda::Alias', Properties: { Name: 'live' } },
  Other: { Type: 'AWS::Lambda::Alias', Properties: { Name: { Ref: 'Stage' } } },
  One: { Type: 'AWS::Lambda::Version' },
});
const [live, other, one] = [ofAlias(template.resource('Live')!), ofAlias(template.resource('Other')!), ofVersion(template.resource('One')!)];

test.each([
  [NO_QUALIFIER, ofText('$LATEST'), 'yes'],
  [NO_QUALIFIER, ofText('live'), 'no'],
  [live, ofText('live'), 'yes'],
  [live, live, 'yes'],
  [live, ofText('test'), 'no'],
  [live, NO_QUALIFIER, 'no'],
  [live, one, 'no'],
  [live, other, 'unknown'],
  [other, NO_QUALIFIER, 'no'],
  [other, ofText('1'), 'unknown'],
  [one, ofText('3'), 'unknown'],
  [one, ofText('$LATEST'), 'no'],
  [UNKNOWN_QUALIFIER, live, 'unknown'],
] as const)('%#', (left, right, expected) => {
  expect([sameQualifier(left, right), sameQualifier(right, left)]).toEqual([expected, expected]);
});

test('what runs without one may be another', () => {
  expect([sameQualifier(NO_QUALIFIER, ofText('$LATEST'), '$LATEST.PUBLISHED'), sameQualifier(NO_QUALIFIER, ofText('$LATEST.PUBLISHED'), '$LATEST.PUBLISHED')]).toEqual(['no', 'yes']);
});

test('for people', () => {
  expect([NO_QUALIFIER, live, other, one, UNKNOWN_QUALIFIER].map(qualifierText)).toEqual(['', 'live', 'Other', 'One', '?']);
});
