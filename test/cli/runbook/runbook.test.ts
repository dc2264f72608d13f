import { runbook } from '../../../src/cli/runbook/runbook';
import { METRICS } from '../../../src/facts';
import { keptTemplate, reportOf, reportWith, wayWith } from '../support';

const text = runbook(reportOf(keptTemplate()));

test('has a chapter for each function: what can happen, alarms, where to look, how to bring back', () => {
  expect(text.match(/^##+ .*/gm)).toEqual(['## Shop/Notify', '### What can happen', '### Alarms', '### Look', '### Bring back']);
});

test('says once of each alarm what it means and who hears of it', () => {
  expect(text.match(/\*\*Shop\/Waiting\*\* on ApproximateNumberOfMessagesVisible: a failed event is kept and waits for somebody\./g)).toHaveLength(1);
  expect(text).toMatch(/\*\*Shop\/Undelivered\*\* on DestinationDeliveryFailures: a failed event could not be kept and is gone\./);
  expect(text).toContain('- heard by: on-call@example.com');
});

test('a function without alarms says so', () => {
  const template = keptTemplate();
  for (const id of ['Waiting', 'Undelivered', 'NotRedriven']) delete template.Resources[id];

  expect(runbook(reportOf(template))).toContain('### Alarms\n\nNone.');
});

test('of a queue that a function reads, what is kept and what is still there are told apart, and only what is kept is moved back', () => {
  const { functions: [{ ways: [way], ...report }], ...rest } = reportOf(keptTemplate());
  const source = { id: 'Source', name: 'Source', template: 'Shop', type: 'AWS::SQS::Queue' };
  const ways = [{ ...way, invoker: 'sqs' as const }, { ...way, invoker: 'sqs' as const, copies: [source], staysInSource: true }];
  const commands = runbook({ ...rest, functions: [{ ...report, ways }] }).match(/^(QUEUE=|aws sqs).*/gm)!;

  expect(commands.map((command) => /-id (\w+)|^aws sqs ([\w-]+)/.exec(command)!.slice(1).join(''))).toEqual([
    'Failures', 'receive-message', 'Source', 'get-queue-attributes', 'Failures', 'start-message-move-task',
  ]);
});

test('what invokes itself has no name but its kind, and a flaw of an alarm is told', () => {
  const { fn, bells: [bell] } = wayWith();
  const page = runbook(reportWith([{ by: fn, bells: [{ ...bell, rings: false, flaws: ['it is *off*'] }] }]));

  expect(page).toContain('\n\n**SNS subscription**: function-error, timeout, crash, poison-record\n\n- tried: ');
  expect(page).toContain('- heard by: nobody\n- mind: it is \\*off\\*\n');
  expect(text).toContain('**SNS subscription Shop/Subscription**: ');
  expect(text).not.toContain('- mind: ');
});

test('says when each metric counts', () => {
  expect(text).toContain(`- counted when: ${METRICS.queueMessagesVisible.emittedWhen}`);
});
