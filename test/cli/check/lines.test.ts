import { relative } from 'path';
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
