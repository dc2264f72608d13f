import { count, logs, look, lookUp, mute, redrive, rehearse, replay } from '../../../src/cli/runbook/commands';
import { keptTemplate, reportOf } from '../support';

const QUEUE = { id: 'Failures', name: 'Failures', template: 'Shop', type: 'AWS::SQS::Queue' };
const [way] = reportOf(keptTemplate()).functions[0].ways;

test('names are looked up where they are deployed', () => {
  expect(lookUp('QUEUE', QUEUE).command).toBe('QUEUE=$(aws cloudformation describe-stack-resource --stack-name Shop --logical-resource-id Failures --query StackResourceDetail.PhysicalResourceId --output text)');
});

test('names of others are arguments, whatever is in them', () => {
  expect(lookUp('QUEUE', { ...QUEUE, id: "a'; rm -rf $(x)\n" }).command).toContain("--logical-resource-id 'a'\\''; rm -rf $(x) ' --query");
});

test('a queue is looked into, anything else is not', () => {
  expect(look(QUEUE).map(({ command }) => command)[1]).toMatch(/^aws sqs receive-message --queue-url "\$QUEUE"/);
  expect(look({ ...QUEUE, type: 'AWS::S3::Bucket' })).toEqual([]);
});

test('messages of a source queue are moved back from the queue that keeps them, which is looked up first', () => {
  const commands = replay({ ...way, invoker: 'sqs' }).map(({ command }) => command);
  expect(commands).toEqual([expect.stringMatching(/^QUEUE=.* --logical-resource-id Failures /), expect.stringMatching(/^aws sqs start-message-move-task /)]);
});

test('events are invoked again, and what was kept is deleted', () => {
  expect(replay(way).map(({ command }) => command)).toEqual([
    expect.stringMatching(/^QUEUE=/), expect.stringMatching(/^aws lambda invoke .*--invocation-type Event/), expect.stringMatching(/^aws sqs delete-message /),
  ]);
  expect(replay(way)[1].text).not.toContain('--qualifier');
  expect(replay({ ...way, qualifier: 'live' })[1].text).toContain('--qualifier');
});

test('nothing is brought back that is kept nowhere, or comes back by itself', () => {
  expect(replay({ ...way, copies: [] })).toEqual([]);
  expect(replay({ ...way, invoker: 'sqs', staysInSource: true })).toEqual([]);
});

test('messages of a source are counted, not received', () => {
  expect(count(QUEUE).map(({ command }) => command)[1]).toMatch(/^aws sqs get-queue-attributes /);
});

test('logs and alarms', () => {
  expect(logs(way.fn)[1].command).toMatch(/^aws logs tail /);
  expect(mute({ ...QUEUE, id: 'Alarm' })[1].command).toBe('aws cloudwatch disable-alarm-actions --alarm-names "$ALARM"');
});

test('the stack of a template in a stage has dashes; of a template without a name nobody knows it', () => {
  expect(lookUp('X', { ...QUEUE, template: 'Prod/eu/Shop' }).command).toContain('--stack-name Prod-eu-Shop ');
  expect(lookUp('X', { ...QUEUE, template: '' }).command).toContain('--stack-name STACK ');
});

test('messages of a FIFO queue are moved back too, and a bucket can not be replayed by these commands', () => {
  expect(replay({ ...way, invoker: 'sqs-fifo' })).toHaveLength(2);
  expect(replay({ ...way, copies: [{ ...QUEUE, type: 'AWS::S3::Bucket' }, QUEUE] })[0].command).toContain('--logical-resource-id Failures');
  expect(replay({ ...way, copies: [{ ...QUEUE, type: 'AWS::S3::Bucket' }] })).toEqual([]);
});

test.each(['$(id)', 'a b', 'a;id', ';id', '-x y', 'a\nid', 'ü'])('%j is quoted, whatever it ends with or begins with', (id) => {
  expect(lookUp('QUEUE', { ...QUEUE, id }).command).toContain(`--logical-resource-id '${id.replace('\n', ' ')}' --query`);
});

test('control characters in a name are one space', () => {
  expect(lookUp('QUEUE', { ...QUEUE, id: 'a\r\n\u007fb' }).command).toContain("'a b'");
});

test('a pipe is started and stopped, an experiment started', () => {
  expect(redrive(QUEUE).map(({ text, command }) => [text, command]).slice(1)).toEqual([
    ['Everything that is kept back to the function, one event at a time', 'aws pipes start-pipe --name "$PIPE"'], ['Enough', 'aws pipes stop-pipe --name "$PIPE"'],
  ]);
  expect(rehearse(QUEUE)[1].command).toBe('aws fis start-experiment --experiment-template-id "$EXPERIMENT"');
});
