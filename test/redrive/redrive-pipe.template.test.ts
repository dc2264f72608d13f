import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { payloadOf } from './input-template';
import { DEAD_LETTER, messageOf, recordOf, RedriveFunctionRun, type Message } from './support';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../src/failure/function-async-failure';
import { RedrivePipe } from '../../src/redrive/redrive-pipe';
import { Deployed } from '../deployed';
import { nodeFunction, testStack } from '../support';

const EVENT = '{"key": "value", "id": 12345678901234567890}';

/** Templates as one would write them to redrive by a pipe alone. */
const ALONE: [string, string, Message][] = [
  ['a dead letter', '<$.body>', messageOf(EVENT, DEAD_LETTER)],
  ['a record', '<$.body.requestPayload>', messageOf(recordOf(EVENT))],
  ['a dead letter, within an object', '{"event": <$.body>}', messageOf(EVENT, DEAD_LETTER)],
  ['a record, within an object', '{"event": <$.body.requestPayload>}', messageOf(recordOf(EVENT))],
];

describe('what AWS documents of input templates', () => {
  test('an object as the whole template loses its quotes', () => {
    expect(payloadOf([messageOf('{"key":"value"}')], '<$.body>')).toBe('["{key: value}"]');
  });

  test('a string gets quotes, an object none', () => {
    expect(payloadOf([messageOf('{"a":"b","c":{"d":1}}')], '{"a": <$.body.a>, "c": <$.body.c>}')).toBe('[{"a": "b", "c": {"d":1}}]');
  });

  test('an object within a string loses its quotes', () => {
    expect(payloadOf([messageOf('{"key":"value"}')], '"Body is <$.body>"')).toBe('["Body is {key: value}"]');
  });

  test('a quoted string variable keeps one pair of quotes', () => {
    expect(payloadOf([messageOf('{"a":"b"}')], '{"a": "<$.body.a>"}')).toBe('[{"a": "b"}]');
  });

  test('a function gets an array, a body that is no JSON stays a string', () => {
    expect(payloadOf([messageOf('hello')], '<$.body>')).toBe('["hello"]');
  });

  test('without a template the message comes as it is', () => {
    expect(JSON.parse(payloadOf([messageOf(EVENT)]))[0].body).toBe(EVENT);
  });
});

test.each(ALONE)('no template gives a function the event of %s (%s)', (_, template, message) => {
  expect(payloadOf([message], template)).not.toBe(EVENT);
  expect(payloadOf([message], template)).toMatch(/^\[/);
});

/** What the pipe of a stack does with a message: its template, evaluated, given to the code that stands in the template. */
async function redriven(message: Message): Promise<string[]> {
  const stack = stackWithRedrive();
  const [pipe] = Object.values(Template.fromStack(stack).findResources('AWS::Pipes::Pipe'));
  const { Variables } = Deployed.fromStack(stack).properties('AWS::Lambda::Function', 'Redrive').Environment;
  const run = new RedriveFunctionRun(Variables);
  await run.handle(payloadOf([message], pipe.Properties.TargetParameters.InputTemplate));
  return run.invoked.map(({ functionName, payload }) => `${functionName} ${payload}`);
}

function stackWithRedrive(): Stack {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Orders');
  const failureQueue = new FailureQueue(stack, 'Failures');
  fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(failureQueue) }));
  new RedrivePipe(stack, 'Redrive', { failureQueue, functions: [fn] });
  return stack;
}

test.each([
  ['a dead letter', messageOf(EVENT, DEAD_LETTER)],
  ['a record', messageOf(recordOf(EVENT, 'arn:aws:lambda:eu-west-1:111122223333:function:Orders0F9D5CB2:$LATEST'))],
])('the pipe as it is made gives the function the event of %s, byte for byte', async (_, message) => {
  const id = Deployed.fromStack(stackWithRedrive()).idOf('AWS::Lambda::Function', 'Orders');
  const told = { ...message, body: message.body.replace('Orders0F9D5CB2', id) };

  expect(await redriven(told)).toEqual([`arn:aws:lambda:eu-west-1:111122223333:function:${id} ${EVENT}`]);
});
