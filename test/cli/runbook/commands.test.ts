import { logs, look, lookUp, mute, replay } from '../../../src/cli/runbook/commands';
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

test('messages of a source queue are moved back, events are invoked again', () => {
  expect(replay({ ...way, invoker: 'sqs' })[0].command).toMatch(/^aws sqs start-message-move-task /);
  expect(replay(way)[0].command).toMatch(/^aws lambda invoke .*--invocation-type Event/);
  expect(replay({ ...way, copies: [] })).toEqual([]);
});

test('logs and alarms', () => {
  expect(logs(way.fn)[1].command).toMatch(/^aws logs tail /);
  expect(mute({ ...QUEUE, id: 'Alarm' })[1].command).toBe('aws cloudwatch disable-alarm-actions --alarm-names "$ALARM"');
});
