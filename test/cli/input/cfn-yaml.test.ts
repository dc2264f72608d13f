import { parseCfnYaml } from '../../../src/cli/input/cfn-yaml';

const parse = (text: string) => parseCfnYaml(text, 'template.yaml');

test.each([
  ['A: !Ref Queue', { A: { Ref: 'Queue' } }],
  ['A: !Condition IsProd', { A: { Condition: 'IsProd' } }],
  ['A: !GetAtt Queue.Arn', { A: { 'Fn::GetAtt': ['Queue', 'Arn'] } }],
  ['A: !GetAtt Stack.Outputs.Arn', { A: { 'Fn::GetAtt': ['Stack', 'Outputs.Arn'] } }],
  ['A: !GetAtt Queue', { A: { 'Fn::GetAtt': 'Queue' } }],
  ['A: !GetAtt [Queue, Arn]', { A: { 'Fn::GetAtt': ['Queue', 'Arn'] } }],
  ['A: !Sub "${AWS::Region}-x"', { A: { 'Fn::Sub': '${AWS::Region}-x' } }],
  ['A: !Sub\n  - "${X}"\n  - X: !Ref Y', { A: { 'Fn::Sub': ['${X}', { X: { Ref: 'Y' } }] } }],
  ['A: !If [IsProd, !Ref X, !Ref "AWS::NoValue"]', { A: { 'Fn::If': ['IsProd', { Ref: 'X' }, { Ref: 'AWS::NoValue' }] } }],
  ['A: !Join ["", [a, !Ref B]]', { A: { 'Fn::Join': ['', ['a', { Ref: 'B' }]] } }],
  ['A: !Transform {Name: AWS::Include, Parameters: {Location: s3}}', { A: { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3' } } } }],
  ['A:\n  Fn::ImportValue: !Sub "${Net}-vpc"', { A: { 'Fn::ImportValue': { 'Fn::Sub': '${Net}-vpc' } } }],
])('%s', (text, expected) => {
  expect(parse(text)).toEqual(expected);
});

test('a version and letters stay text, and only true and false are booleans', () => {
  expect(parse('AWSTemplateFormatVersion: 2010-09-09\nOn: N\nA: true\nB: FALSE')).toEqual({ AWSTemplateFormatVersion: '2010-09-09', On: 'N', A: true, B: false });
});

test('anchors and merge keys are followed', () => {
  expect(parse('Base: &b {Timeout: 3}\nA:\n  <<: *b\n  Size: 1')).toEqual({ Base: { Timeout: 3 }, A: { Timeout: 3, Size: 1 } });
});

test.each([
  ['a key twice', 'A: 1\nA: 2', /Map keys must be unique at line 2/],
  ['something cut off', 'A: [1, 2', /template\.yaml is not YAML: .* at line 1/],
  ['an alias to nothing', 'A: *nothing', /is not YAML.*: Unresolved alias/],
  ['an alias bomb', `a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `a${i}: &a${i} [${Array(10).fill(`*a${i - 1}`).join()}]`).join('\n')}`, /Excessive alias count/],
])('%s is refused with its place', (_, text, message) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'InputNotParsable', message: expect.stringMatching(message) }));
});

test.each(['trueish', 'untrue', 'falsehood', 'infalse'])('%s is a text', (text) => {
  expect(parse(`A: ${text}`)).toEqual({ A: text });
});

test('each word for true and false is what it says', () => {
  expect(parse('A: [true, True, TRUE, false, False, FALSE]')).toEqual({ A: [true, true, true, false, false, false] });
});

test('a name with a dot at its beginning is split there', () => {
  expect(parse('A: !GetAtt .Arn')).toEqual({ A: { 'Fn::GetAtt': ['', 'Arn'] } });
});
