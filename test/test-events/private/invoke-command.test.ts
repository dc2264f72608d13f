import { execFileSync } from 'child_process';
import { CfnParameter } from 'aws-cdk-lib';
import { answerOf, invokeCommand } from '../../../src/test-events/private/invoke-command';
import { testStack, testWith } from '../../support';

const stack = testStack();

testWith('sh', 'a shell passes the event on as it is', () => {
  const event = { text: 'it\'s "quoted" $HOME `x` \\ *' };
  const command = invokeCommand(stack, 'orders', 'Success', event);
  const script = `aws() { for one in "$@"; do printf '%s\\n' "$one"; done; }; ${command}`;
  const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');

  expect(words).toEqual([
    'lambda', 'invoke', '--function-name', 'orders', '--cli-binary-format', 'raw-in-base64-out', '--payload', JSON.stringify(event), '/dev/stdout',
  ]);
});

test('a long event, and one with a number that only the deployment knows, is read from the registry', () => {
  const number = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;

  for (const event of [{ text: 'x'.repeat(1_000) }, { number }]) {
    expect(invokeCommand(stack, 'orders', 'Success', event)).toBe('sam remote invoke orders --test-event-name Success');
  }
});

test('what to expect says how to read the answer', () => {
  expect(answerOf()).toMatch(/StatusCode 200.*no FunctionError/);
  expect(answerOf('StockBusy')).toMatch(/StatusCode 200.*FunctionError.*\[StockBusy\]/);
});

test('a description fits into an output', () => {
  expect(answerOf('A'.repeat(64)).length).toBeLessThanOrEqual(1_024);
});
