import { shown, templateWith, valueOf } from './support';

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
