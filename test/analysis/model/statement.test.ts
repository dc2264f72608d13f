import * as fc from 'fast-check';
import { templateWith } from './support';
import { isAbout, patternMatches, statementAllows, type Request } from '../../../src/analysis/model/statement';

const template = templateWith({ Rule: { Type: 'AWS::Events::Rule' }, Other: { Type: 'AWS::SQS::Queue' } });
const [queue, rule] = ['Queue', 'Rule'].map((id) => template.resource(id)!);
const ARN = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const SEND = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: ARN };
const send: Request = { action: 'sqs:SendMessage', on: queue };
const allows = (statement: object, request = send) => statementAllows(template.property(statement), 'Allow', request);

test.each<[string, object, string]>([
  ['what is asked', SEND, 'yes'],
  ['more than that', { ...SEND, Action: ['sqs:*'], Resource: '*' }, 'yes'],
  ['in other letters', { ...SEND, Action: 'SQS:sendmessage' }, 'yes'],
  ['another action', { ...SEND, Action: ['sqs:ReceiveMessage', 'sns:*'] }, 'no'],
  ['another queue', { ...SEND, Resource: { 'Fn::GetAtt': ['Other', 'Arn'] } }, 'no'],
  ['one of several', { ...SEND, Resource: [{ 'Fn::GetAtt': ['Other', 'Arn'] }, ARN] }, 'yes'],
  ['a denial', { ...SEND, Effect: 'Deny' }, 'no'],
  ['an effect that is not known', { ...SEND, Effect: { Ref: 'Stage' } }, 'unknown'],
  ['an action that is not known', { ...SEND, Action: { Ref: 'Stage' } }, 'unknown'],
  ['all but some actions', { Effect: 'Allow', NotAction: 'sns:*', Resource: ARN }, 'unknown'],
  ['all but some resources', { Effect: 'Allow', Action: 'sqs:*', NotResource: 'a' }, 'unknown'],
  ['a resource that is not known', { ...SEND, Resource: { Ref: 'Stage' } }, 'unknown'],
  ['a pattern', { ...SEND, Resource: 'arn:aws:sqs:*:*:orders-*' }, 'unknown'],
  ['another service', { ...SEND, Resource: 'arn:aws:sns:eu-west-1:111122223333:orders' }, 'no'],
  ['where a condition is open', { ...SEND, Resource: { 'Fn::If': ['Open', ARN, '*'] } }, 'yes'],
  ['only if a condition holds', { ...SEND, Resource: [{ 'Fn::If': ['Open', ARN, { Ref: 'AWS::NoValue' }] }] }, 'unknown'],
  ['in this account', { ...SEND, Condition: { StringEquals: { 'aws:ResourceAccount': { Ref: 'AWS::AccountId' } } } }, 'yes'],
  ['under a condition that nobody knows', { ...SEND, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } }, 'unknown'],
])('a statement about %s', (_what, statement, expected) => {
  expect(allows(statement)).toBe(expected);
});

describe('for a service', () => {
  const request: Request = { ...send, service: 'events.amazonaws.com', source: rule };
  const to = (Principal: unknown, Condition?: unknown) => allows({ ...SEND, Principal, Condition }, request);
  const SERVICE = { Service: 'events.amazonaws.com' };
  const from = (source: unknown, operator = 'ArnEquals') => ({ [operator]: { 'aws:SourceArn': source } });

  test.each<[string, unknown, unknown, string]>([
    ['itself', SERVICE, undefined, 'yes'],
    ['one of several', { Service: ['sns.amazonaws.com', 'events.amazonaws.com'] }, undefined, 'yes'],
    ['anybody', '*', undefined, 'yes'],
    ['any account', { AWS: '*' }, undefined, 'yes'],
    ['another one', { Service: 'sns.amazonaws.com' }, undefined, 'no'],
    ['an account', { AWS: '111122223333' }, undefined, 'no'],
    ['nobody knows who', { Ref: 'Stage' }, undefined, 'unknown'],
    ['this source', SERVICE, from({ 'Fn::GetAtt': ['Rule', 'Arn'] }), 'yes'],
    ['another source', SERVICE, from({ 'Fn::GetAtt': ['Other', 'Arn'] }), 'no'],
    ['any of its kind', SERVICE, from('*', 'ArnLike'), 'yes'],
    ['no source like this', SERVICE, from({ 'Fn::GetAtt': ['Rule', 'Arn'] }, 'ArnNotEquals'), 'unknown'],
    ['whoever has no TLS', '*', { Bool: { 'aws:SecureTransport': 'false' } }, 'no'],
  ])('%s', (_what, principal, condition, expected) => {
    expect(to(principal, condition)).toBe(expected);
  });
});

test('what is in no template is meant by its ARN', () => {
  const about = (raw: unknown, arn: string) => isAbout(template.property(raw), arn);

  expect([about('arn:aws:sqs:eu-west-1:1:a', 'arn:aws:sqs:eu-west-1:1:a'), about('arn:aws:sqs:*:1:*', 'arn:aws:sqs:eu-west-1:1:a'), about('arn:aws:sqs:eu-west-1:1:b', 'arn:aws:sqs:eu-west-1:1:a'), about(ARN, 'arn:aws:sqs:eu-west-1:1:a')])
    .toEqual(['yes', 'yes', 'no', 'unknown']);
});

test.each([['*', '', true], ['a*c', 'abbc', true], ['a*c', 'abb', false], ['a?c', 'abc', true], ['a?c', 'ac', false], ['abc', 'abcd', false], ['*b*b', 'ab', false], ['a*a', 'a', false], ['*.fifo', 'a.fifo', true]])('%s and %s', (pattern, text, expected) => {
  expect(patternMatches(pattern, text)).toBe(expected);
});

test('a pattern means what it does as a regular expression', () => {
  const piece = fc.constantFrom('*', '?', 'a', 'b', '.');
  fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 8 }), (pattern, text) => {
    const expected = new RegExp(`^${pattern.map((one) => (one === '*' ? '[^]*' : one === '?' ? '[^]' : one === '.' ? '\\.' : one)).join('')}$`).test(text.join(''));
    expect(patternMatches(pattern.join(''), text.join(''))).toBe(expected);
  }), { numRuns: 2_000 });
});
