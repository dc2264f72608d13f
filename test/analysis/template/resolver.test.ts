import { shown, templateWith, valueOf } from './support';
import { Given } from '../../../src/analysis/template/given';
import { DEEPEST } from '../../../src/analysis/template/json';
import { Resolver } from '../../../src/analysis/template/resolver';

const SECTIONS = {
  Parameters: {
    Given: { Type: 'String' },
    Usual: { Type: 'String', Default: 'usual' },
    Only: { Type: 'String', Default: 'only', AllowedValues: ['only'] },
    Names: { Type: 'CommaDelimitedList', Default: 'a,b' },
    Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/orders/queue' },
  },
  Mappings: { Stages: { prod: { Days: 14, Name: 'p' }, test: { Days: 14, Name: 't' } } },
  Conditions: {
    Open: { 'Fn::Equals': [{ Ref: 'Given' }, 'yes'] },
    Other: { 'Fn::Equals': [{ Ref: 'Usual' }, 'usual'] },
    Always: { 'Fn::Equals': ['a', 'a'] },
    Never: { 'Fn::Not': [{ Condition: 'Always' }] },
    Both: { 'Fn::And': [{ Condition: 'Open' }, { Condition: 'Always' }] },
    NeverBoth: { 'Fn::And': [{ Condition: 'Open' }, { Condition: 'Never' }] },
    Either: { 'Fn::Or': [{ Condition: 'Open' }, { Condition: 'Always' }] },
    Loop: { 'Fn::Not': [{ Condition: 'Loop' }] },
  },
};

const read = (raw: unknown) => shown(valueOf(raw, SECTIONS));

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'absent'],
  ['null', null, 'absent'],
  ['a text', 'orders', 'orders'],
  ['a number', 3, '3'],
  ['an object', { Arn: 'a' }, 'structure'],
  ['a list', ['a'], 'structure'],
  ['no value', { Ref: 'AWS::NoValue' }, 'absent'],
  ['a resource', { Ref: 'Fn' }, '<Fn>'],
  ['an attribute', { 'Fn::GetAtt': ['Fn', 'Arn'] }, '<Fn.Arn>'],
  ['an attribute in short', { 'Fn::GetAtt': 'Fn.Arn' }, '<Fn.Arn>'],
  ['what is not there', { Ref: 'Nothing' }, '?'],
  ['a parameter', { Ref: 'Given' }, '?'],
  ['a parameter with a default', { Ref: 'Usual' }, 'usual (assumed)'],
  ['a parameter that can be one thing only', { Ref: 'Only' }, 'only'],
  ['a parameter that is a list', { Ref: 'Names' }, '?'],
  ['a parameter of the Parameter Store', { Ref: 'Stored' }, '?'],
  ['a pseudo parameter', { Ref: 'AWS::Region' }, '<AWS::Region>'],
  ['an unknown intrinsic', { 'Fn::Base64': 'a' }, '?'],
])('%s', (_what, raw, expected) => {
  expect(read(raw)).toBe(expected);
});

test.each<[string, unknown, string]>([
  ['join', { 'Fn::Join': [':', ['arn', { Ref: 'Fn' }, 'live']] }, 'arn:<Fn>:live'],
  ['join of texts', { 'Fn::Join': ['-', ['a', 'b', 3]] }, 'a-b-3'],
  ['join without what has no value', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'a-b'],
  ['join of one reference', { 'Fn::Join': ['', ['', { Ref: 'Fn' }]] }, '<Fn>'],
  ['join with a default in it', { 'Fn::Join': ['', ['a-', { Ref: 'Usual' }]] }, 'a-usual (assumed)'],
  ['join of a list from elsewhere', { 'Fn::Join': [',', { Ref: 'Names' }] }, '?'],
  ['sub', { 'Fn::Sub': 'arn:${AWS::Region}:${Fn.Arn}:${!Plain}' }, 'arn:<AWS::Region>:<Fn.Arn>:${Plain}'],
  ['sub with a map', { 'Fn::Sub': ['${Name}-${Fn}', { Name: { Ref: 'Usual' } }] }, 'usual-<Fn>'],
  ['sub without a text', { 'Fn::Sub': 3 }, '?'],
  ['select', { 'Fn::Select': ['1', ['a', { Ref: 'Fn' }]] }, '<Fn>'],
  ['select beyond the end', { 'Fn::Select': [2, ['a']] }, '?'],
  ['select of a split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
  ['select of a split ARN', { 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}' }] }] }, '<Queue.QueueName>'],
  ['select of a split attribute', { 'Fn::Select': [1, { 'Fn::Split': ['|', { 'Fn::GetAtt': ['Fn', 'Arn'] }] }] }, '<Fn.Arn~>'],
  ['select of a split behind a reference', { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Sub': '${Fn.Arn}:live' }] }] }, '?'],
  ['a map', { 'Fn::FindInMap': ['Stages', 'prod', 'Name'] }, 'p'],
  ['a map by what is not known', { 'Fn::FindInMap': ['Stages', { Ref: 'Given' }, 'Name'] }, '?'],
  ['a map that says the same everywhere', { 'Fn::FindInMap': ['Stages', { Ref: 'Given' }, 'Days'] }, '14'],
  ['a map without it', { 'Fn::FindInMap': ['Stages', 'dev', 'Name', { DefaultValue: 'd' }] }, 'd'],
  ['an import from nowhere', { 'Fn::ImportValue': 'orders' }, '?'],
])('%s', (_what, raw, expected) => {
  expect(read(raw)).toBe(expected);
});

test.each<[string, string, string]>([
  ['an open condition is both', 'Open', 'Open: a | !Open: b'],
  ['a default may be another', 'Other', 'Other: a | !Other: b'],
  ['a certain one is followed', 'Always', 'a'],
  ['its opposite too', 'Never', 'b'],
  ['and', 'Both', 'Both: a | !Both: b'],
  ['and with one that never holds', 'NeverBoth', 'b'],
  ['or with one that always holds', 'Either', 'a'],
  ['a condition that needs itself', 'Loop', 'Loop: a | !Loop: b'],
  ['one that is not there', 'Missing', 'Missing: a | !Missing: b'],
])('%s', (_what, condition, expected) => {
  expect(read({ 'Fn::If': [condition, 'a', 'b'] })).toBe(expected);
});

test('a condition within itself is decided', () => {
  expect(read({ 'Fn::If': ['Open', { 'Fn::If': ['Open', 'a', 'b'] }, { 'Fn::If': ['Both', 'c', 'd'] }] })).toBe('Open: a | !Open: d');
});

test('texts are followed through conditions', () => {
  expect(read({ 'Fn::Sub': ['${Name}-${Fn}', { Name: { 'Fn::If': ['Open', 'a', { Ref: 'AWS::NoValue' }] } }] })).toBe('Open: a-<Fn> | !Open: -<Fn>');
});

test('what would grow without end is not known', () => {
  const open = { 'Fn::If': ['Open', 'a', 'b'] };
  const independent = Array.from({ length: 20 }, (_, index) => ({ 'Fn::If': [`C${index}`, 'a', 'b'] }));
  let deep: unknown = 'a';
  for (let index = 0; index < 10_000; index++) deep = { 'Fn::Join': ['', [deep]] };

  expect(read({ 'Fn::Join': ['', independent] })).toBe('?');
  expect(read({ 'Fn::Join': ['', [open, 'c']] })).toBe('Open: ac | !Open: bc');
  expect(read(deep)).toBe('?');
});

test.each([
  { Ref: 3 }, { Ref: null }, { 'Fn::GetAtt': [] }, { 'Fn::GetAtt': [3, {}] }, { 'Fn::GetAtt': {} }, { 'Fn::Join': 'a' }, { 'Fn::Join': [] }, { 'Fn::Sub': [] }, { 'Fn::Sub': [{}, {}] },
  { 'Fn::Select': [] }, { 'Fn::Select': [0, { 'Fn::Split': 'a' }] }, { 'Fn::If': [] }, { 'Fn::If': 'Open' }, { 'Fn::FindInMap': {} }, { 'Fn::FindInMap': ['Stages'] },
  { 'Fn::ImportValue': {} }, { 'Fn::Resolved': 'a' }, { 'Fn::GetAtt': '__proto__.constructor' }, { Ref: '__proto__' }, { Ref: 'toString' },
])('%j is not known', (raw) => {
  expect(valueOf(raw, SECTIONS).kind).toMatch(/unknown|absent/);
});

test('names that objects inherit are none of a template', () => {
  expect(templateWith().mapping('constructor')).toBeUndefined();
  expect(templateWith().resource('constructor')).toBeUndefined();
});

test.each<[string, unknown, string]>([
  ['a negative place', { 'Fn::Select': [-1, ['a']] }, 'an Fn::Select without a number'],
  ['a place between two', { 'Fn::Select': [0.5, ['a', 'b']] }, 'an Fn::Select without a number'],
  ['a place that is a resource', { 'Fn::Select': [{ Ref: 'Fn' }, ['a']] }, 'an Fn::Select without a number'],
  ['the place behind the last', { 'Fn::Select': [1, ['a']] }, 'an Fn::Select beyond the end of its list'],
  ['a piece behind the last', { 'Fn::Select': [2, { 'Fn::Split': ['/', 'a/b'] }] }, 'an Fn::Select beyond the end of its list'],
  ['a list from elsewhere', { 'Fn::Select': [0, { Ref: 'Names' }] }, 'an Fn::Select of a list that only the deployment knows'],
  ['a split that is none', { 'Fn::Select': [0, { 'Fn::Split': 'a' }] }, 'an Fn::Select of a list that only the deployment knows'],
  ['an empty delimiter', { 'Fn::Select': [0, { 'Fn::Split': ['', 'ab'] }] }, 'an Fn::Split without a delimiter'],
  ['a delimiter that is a resource', { 'Fn::Select': [0, { 'Fn::Split': [{ Ref: 'Fn' }, 'ab'] }] }, 'an Fn::Split without a delimiter'],
  ['pieces behind a parameter', { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Sub': '${Given}:live' }] }] }, 'an Fn::Split of what only the deployment knows'],
  ['a join without a delimiter', { 'Fn::Join': [{ Ref: 'Usual' }, ['a']] }, 'an Fn::Join of what is no list here'],
  ['a map that is not there', { 'Fn::FindInMap': ['Nothing', 'a', 'b'] }, 'an Fn::FindInMap of a map that only the deployment knows'],
  ['a map of a resource', { 'Fn::FindInMap': [{ Ref: 'Fn' }, 'a', 'b'] }, 'an Fn::FindInMap of a map that only the deployment knows'],
  ['a row that is not there', { 'Fn::FindInMap': ['Stages', 'dev', 'Name'] }, 'an Fn::FindInMap of what is not there'],
  ['a row that is not there, with more that is no default', { 'Fn::FindInMap': ['Stages', 'dev', 'Name', 'd'] }, 'an Fn::FindInMap of what is not there'],
  ['a row by what is not known, with a default', { 'Fn::FindInMap': ['Stages', { Ref: 'Given' }, 'Name', { DefaultValue: 'd' }] }, 'an Fn::FindInMap by what only the deployment knows'],
  ['a row by what is assumed', { 'Fn::FindInMap': ['Stages', { Ref: 'Usual' }, 'Name'] }, 'an Fn::FindInMap by what only the deployment knows'],
  ['a Ref without a name', { Ref: 7 }, 'a Ref without a name'],
  ['an attribute without a name', { 'Fn::GetAtt': [] }, 'an Fn::GetAtt without a name'],
  ['an attribute of what is not there', { 'Fn::GetAtt': ['Nothing', 'Arn'] }, 'there is no resource Nothing'],
  ['a choice without a condition', { 'Fn::If': [{ Ref: 'Fn' }, 'a', 'b'] }, 'an Fn::If without a condition'],
  ['a choice that is none', { 'Fn::If': 'Open' }, 'an Fn::If without a condition'],
])('%s is unknown for its reason', (_, raw, reason) => {
  expect(valueOf(raw, SECTIONS)).toMatchObject({ kind: 'unknown', reason });
});

test.each<[string, unknown, string]>([
  ['the first', { 'Fn::Select': [0, ['a', 'b']] }, 'a'],
  ['the first piece', { 'Fn::Select': [0, { 'Fn::Split': ['/', 'a/b'] }] }, 'a'],
  ['a place written as text', { 'Fn::Select': ['0', ['a']] }, 'a'],
  ['the first piece before a parameter', { 'Fn::Select': [0, { 'Fn::Split': [':', { 'Fn::Sub': 'a:${Given}' }] }] }, 'a'],
  ['a piece of a text', { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Sub': 'a:x${Fn}y' }] }] }, 'x<Fn>y'],
  ['an attribute without one', { 'Fn::GetAtt': 'Fn' }, '<Fn.>'],
  ['an attribute with dots', { 'Fn::GetAtt': ['Queue', 'A.B'] }, '<Queue.A.B>'],
  ['an output of what is no stack', { 'Fn::GetAtt': ['Queue', 'Outputs.B'] }, '<Queue.Outputs.B>'],
])('%s is read', (_, raw, expected) => {
  expect(read(raw)).toBe(expected);
});

test.each<[unknown, boolean | undefined]>([
  [{ 'Fn::Equals': ['a', 'a'] }, true],
  [{ 'Fn::Equals': [1, '1'] }, true],
  [{ 'Fn::Equals': ['a', 'b', 'a'] }, false],
  [{ 'Fn::Equals': ['a'] }, undefined],
  [{ 'Fn::Equals': [] }, undefined],
  [{ 'Fn::Equals': [{ Ref: 'Given' }, 'a'] }, undefined],
  [{ 'Fn::Equals': ['a', { Ref: 'Given' }] }, undefined],
  [{ 'Fn::Equals': ['a', { Ref: 'Usual' }] }, undefined],
  [{ 'Fn::Equals': [{ Ref: 'Usual' }, 'usual'] }, undefined],
  [{ 'Fn::Not': [] }, undefined],
  [{ 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }, true],
  [{ 'Fn::And': [] }, undefined],
  [{ 'Fn::And': [{ Condition: 'Always' }, { Condition: 'Always' }] }, true],
  [{ 'Fn::And': [{ Condition: 'Always' }, { Condition: 'Never' }] }, false],
  [{ 'Fn::Or': [] }, undefined],
  [{ 'Fn::Or': [{ Condition: 'Never' }, { Condition: 'Open' }] }, undefined],
  [{ 'Fn::Or': [{ Condition: 'Never' }, { Condition: 'Never' }] }, false],
  [{ Condition: 'Loop' }, undefined],
  [{ Condition: 7 }, undefined],
  [{ 'Fn::Other': [] }, undefined],
  ['Always', undefined],
])('%j holds: %s', (expression, truth) => {
  expect(new Resolver(templateWith(SECTIONS), Given.NOTHING).truth(expression)).toBe(truth);
});

test('what refers to too much is unknown, and so is what is nested too deeply', () => {
  const resolver = (left: number) => new Resolver(templateWith(SECTIONS), Given.NOTHING, { left });
  const nested = (depth: number): unknown => (depth === 0 ? 'x' : { 'Fn::Join': ['', [nested(depth - 1)]] });

  expect(resolver(0).resolve('a')).toMatchObject({ reason: 'it refers to too much' });
  expect(resolver(1).resolve('a')).toEqual({ kind: 'known', value: 'a' });
  expect(resolver(1).resolve({ 'Fn::Join': ['', ['a']] })).toMatchObject({ reason: 'it refers to too much' });
  expect(resolver(1).truth({ 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] })).toBeUndefined();
  expect(resolver(9).resolve(nested(DEEPEST - 1))).toMatchObject({ reason: 'it refers to too much' });
  expect(resolver(1_000).resolve(nested(DEEPEST - 1))).toEqual({ kind: 'known', value: 'x' });
  expect(resolver(1_000).resolve(nested(DEEPEST))).toMatchObject({ reason: 'it is nested too deeply' });
});

test('one value after another is not nested', () => {
  const resolver = new Resolver(templateWith(SECTIONS), Given.NOTHING);
  const values = Array.from({ length: 2 * DEEPEST }, () => [resolver.resolve({ 'Fn::If': ['Always', 'a', 'b'] }), resolver.truth({ Condition: 'Always' })]);

  expect(new Set(values.map((value) => JSON.stringify(value)))).toEqual(new Set([JSON.stringify([{ kind: 'known', value: 'a' }, true])]));
});
