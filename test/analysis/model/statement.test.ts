import * as fc from 'fast-check';
import { templateWith } from './support';
import { isAbout, patternMatches, statementAllows, type Request } from '../../../src/analysis/model/statement';

const LATE = { Conditions: { Open: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, Late: { 'Fn::Equals': [{ Ref: 'Stage' }, 'late'] } } };
const template = templateWith({ Rule: { Type: 'AWS::Events::Rule' }, Other: { Type: 'AWS::SQS::Queue' } }, LATE);
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
  ['one branch or the other', { ...SEND, Resource: [{ 'Fn::If': ['Open', ARN, 'x'] }, { 'Fn::If': ['Open', 'x', ARN] }] }, 'yes'],
  ['the same branch twice', { ...SEND, Resource: [{ 'Fn::If': ['Open', ARN, { Ref: 'AWS::NoValue' }] }, { 'Fn::If': ['Open', ARN, { Ref: 'AWS::NoValue' }] }] }, 'unknown'],
  ['a list that is not known', { ...SEND, Resource: { 'Fn::Split': [',', { Ref: 'Stage' }] } }, 'unknown'],
  ['nothing: the policy is the queue\'s own', { Effect: 'Allow', Action: 'sqs:SendMessage' }, 'yes'],
  ['no action at all', { Effect: 'Allow', Resource: ARN }, 'no'],
  ['what is no ARN', { ...SEND, Resource: 'orders' }, 'unknown'],
  ['any service', { ...SEND, Resource: 'arn:aws:*:eu-west-1:111122223333:orders' }, 'unknown'],
  ['its own service', { ...SEND, Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' }, 'unknown'],
  ['without TLS, which it denies nobody who has it', { ...SEND, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, 'yes'],
  ['under conditions of which one is harmless', { ...SEND, Condition: { StringEquals: { 'aws:SourceAccount': '1', 'aws:username': 'a' } } }, 'unknown'],
  ['for a source that is not asked about', { ...SEND, Condition: { ArnEquals: { 'aws:SourceArn': ARN } } }, 'unknown'],
  ['under conditions that are not known', { ...SEND, Condition: { Ref: 'Stage' } }, 'unknown'],
  ['under a condition whose key only ends like a harmless one', { ...SEND, Condition: { StringEquals: { 'x-aws:SourceAccount': '1' } } }, 'unknown'],
  ['under a condition whose key only begins like one', { ...SEND, Condition: { Bool: { 'aws:SecureTransportation': 'false' } } }, 'unknown'],
  ['with a Bool about another key', { ...SEND, Condition: { Bool: { 'aws:ViaAWSService': 'false' } } }, 'unknown'],
  ['without TLS, asked for otherwise', { ...SEND, Condition: { StringEquals: { 'aws:SecureTransport': 'false' } } }, 'yes'],
  ['one branch or another condition\'s other one', { ...SEND, Resource: [{ 'Fn::If': ['Open', ARN, 'x'] }, { 'Fn::If': ['Late', 'x', ARN] }] }, 'unknown'],
  ['both branches, each under one more condition', { ...SEND, Resource: [{ 'Fn::If': ['Open', { 'Fn::If': ['Late', ARN, 'x'] }, 'x'] }, { 'Fn::If': ['Open', 'x', ARN] }] }, 'unknown'],
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
    ['a service that is not known', { Service: { Ref: 'Stage' } }, undefined, 'unknown'],
    ['another and one that is not known', { Service: ['sns.amazonaws.com', { Ref: 'Stage' }] }, undefined, 'unknown'],
    ['itself and one that is not known', { Service: [{ Ref: 'Stage' }, 'events.amazonaws.com'] }, undefined, 'yes'],
    ['one of several sources', SERVICE, from([{ 'Fn::GetAtt': ['Other', 'Arn'] }, { 'Fn::GetAtt': ['Rule', 'Arn'] }]), 'yes'],
    ['a source in other letters', SERVICE, { ArnLike: { 'AWS:sourcearn': { 'Fn::GetAtt': ['Rule', 'Arn'] } } }, 'yes'],
    ['its account', SERVICE, { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }, 'yes'],
    ['this source', SERVICE, from({ 'Fn::GetAtt': ['Rule', 'Arn'] }), 'yes'],
    ['another source', SERVICE, from({ 'Fn::GetAtt': ['Other', 'Arn'] }), 'no'],
    ['any of its kind', SERVICE, from('*', 'ArnLike'), 'yes'],
    ['a source that is another key\'s', SERVICE, { ArnEquals: { 'my-aws:SourceArn': { 'Fn::GetAtt': ['Rule', 'Arn'] } } }, 'unknown'],
    ['nobody in its list', { Service: [] }, undefined, 'no'],
    ['no source like this', SERVICE, from({ 'Fn::GetAtt': ['Rule', 'Arn'] }, 'ArnNotEquals'), 'unknown'],
    ['whoever has no TLS', '*', { Bool: { 'aws:SecureTransport': 'false' } }, 'no'],
  ])('%s', (_what, principal, condition, expected) => {
    expect(to(principal, condition)).toBe(expected);
  });
});

test('all but some principals may be anybody', () => {
  expect(allows({ ...SEND, NotPrincipal: { Service: 'sns.amazonaws.com' } }, { ...send, service: 'events.amazonaws.com' })).toBe('unknown');
});

test('a pattern that is asked about may be any', () => {
  expect(isAbout(template.property('arn:aws:sqs:eu-west-1:1:b'), 'arn:aws:sqs:eu-west-1:1:*')).toBe('unknown');
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
