import { explain } from '../../../src/cli/explain/explain';
import { messageExplanations } from '../../../src/cli/explain/messages';
import { MESSAGES } from '../../../src/facts';

const found = (seen: string) => messageExplanations(seen).map(({ title }) => title);

test.each([
  ['2026-11-28T18:00:00Z 6f1a9d Task timed out after 29.03 seconds', 'Task timed out after 3.00 seconds'],
  ['RequestId: 8f50-11 Error: Runtime exited with error: exit status 2', 'RequestId: … Error: Runtime exited with error: exit status 1'],
  ['process exited before completing request', 'RequestId: … Process exited before completing request'],
  ['Malformed Lambda proxy response', 'Execution failed due to configuration error: Malformed Lambda proxy response'],
  ['{"message":"Endpoint request timed out"}', '{"message": "Endpoint request timed out"}'],
  ["Unable to import module 'app': No module named 'requests'", 'Unable to import module …'],
  ['Queue visibility timeout: 45 seconds is less than Function timeout: 900 seconds (Service: Lambda)', 'Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds'],
  ['User: arn:aws:iam::111122223333:user/x is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:…', 'User: … is not authorized to perform: lambda:InvokeFunction on resource: …'],
])('%s', (seen, title) => {
  expect(found(seen)).toEqual([title]);
});

test.each(['Errors', '502', 'seconds', 'timed', 'a completely different text'])('%s is no message', (seen) => {
  expect(found(seen)).toEqual([]);
});

test('every message is found as it is written, and says where the event is', () => {
  for (const { text } of MESSAGES) {
    const explained = explain(text).find(({ title }) => title === text);

    expect(explained?.lines.map(([label]) => label)).toEqual(['seen', 'what happened', 'tried again', 'the event now', 'look at', 'wire']);
  }
});
