import { dirname, relative } from 'path';
import { Lines } from '../../../src/cli/check/lines';
import { readInput } from '../../../src/cli/input/read-input';
import { removeWritten, written } from '../support';

afterAll(removeWritten);

test.each([
  ['json', '{\n "Parameters": {\n  "Q": {}\n },\n "Resources": {\n  "A": {"Type": "AWS::SNS::Topic"},\n  "Q": {"Type": "AWS::SQS::Queue"}\n }\n}', 7],
  ['yaml', 'Parameters:\n  Q: {Type: String}\nResources:\n  A:\n    Type: AWS::SNS::Topic\n  Q:\n    Type: AWS::SQS::Queue\n', 6],
  ['minified', '{"Resources":{"A":{"Type":"AWS::SNS::Topic"},"Q":{"Type":"AWS::SQS::Queue"}}}', 1],
])('finds the line of a resource in %s', (name, text, line) => {
  const file = written(`${name}.${name === 'yaml' ? 'yaml' : 'json'}`, text);

  expect(new Lines(readInput(file)).of({ template: name, id: 'Q' })).toEqual({ file: relative(process.cwd(), file), line });
});

test('finds the file of a resource in a folder, and its first line where the resource is not found', () => {
  const folder = dirname(written('folder/One.yaml', 'Resources:\n  A: {}\n'));
  const file = written('folder/Two.yaml', 'Resources:\n\n  Q: {Type: AWS::SQS::Queue}\n  R: {Properties: {Q: 1}}\n');
  const lines = new Lines(readInput(folder));

  expect(lines.of({ template: 'Two', id: 'Q' })).toEqual({ file: relative(process.cwd(), file), line: 3 });
  expect(lines.of({ template: 'Two', id: 'Fn::ForEach::Queues' })).toEqual({ file: relative(process.cwd(), file), line: 1 });
});

test('a key stands alone or before a brace, quoted or not, and the first one counts', () => {
  const text = "Metadata: {}\n'Resources' :\n  'A':\n    Q: 1\n  \"Q\" : {}\n# B: not a key\n  - C: 1\n";
  const lines = new Lines(readInput(written('keys.yaml', text.replace(/^ {2}- C.*\n/m, ''))));

  expect(['A', 'Q', 'B', 'Metadata'].map((id) => lines.of({ template: 'keys', id }).line)).toEqual([3, 4, 1, 1]);
});
