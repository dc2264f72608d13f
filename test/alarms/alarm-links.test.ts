import { App, Stack } from 'aws-cdk-lib';
import { AlarmLinks } from '../../src/alarms/alarm-links';
import { EventSourceMappingAlarms } from '../../src/alarms/event-source-mapping-alarms';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { FunctionUrlAlarms } from '../../src/alarms/function-url-alarms';
import { l1Function, nodeFunction } from '../support';

const RUNBOOK = 'https://wiki.example.com/orders#{alarm}';

function described(change: (stack: Stack, app: App) => void = () => {}, after: (stack: Stack, app: App) => void = () => {}): string {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: { region: 'eu-west-1' } });
  const fn = l1Function(stack, 'Function', { functionName: 'orders', tracingConfig: { mode: 'Active' } });
  change(stack, app);
  const alarm = FunctionAlarms.fromFunction(fn).errors();
  after(stack, app);
  return JSON.stringify(stack.resolve(alarm.alarmDescription));
}

test('a description links to the logs and traces of the function', () => {
  const text = described();

  expect(text).toContain('Logs: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252F');
  expect(text).toContain('Traces: https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#xray:traces/query?');
});

test('runbook and dashboard are inherited, whether they or the alarm come first', () => {
  const links = (_: Stack, app: App) => AlarmLinks.of(app).add({ runbookUrl: RUNBOOK, dashboardUrl: 'https://example.com/dashboard' });

  const text = described(links);

  expect(text).toContain('\\nDashboard: https://example.com/dashboard\\nRunbook: https://wiki.example.com/orders#errors');
  expect(described(undefined, links)).toBe(text);
});

test('the nearest scope has the last word, link by link', () => {
  const text = described((stack, app) => {
    AlarmLinks.of(app).add({ runbookUrl: RUNBOOK, dashboardUrl: 'https://example.com/all' });
    AlarmLinks.of(stack).add({ dashboardUrl: 'https://example.com/orders', consoleUrls: false });
  });

  expect(text).toContain('https://example.com/orders');
  expect(text).toContain('#errors');
  expect(text).not.toMatch(/Logs:|example.com\/all/);
});

test('what does not fit is refused, after links into the console are left out', () => {
  const long = (length: number) => described((stack) => AlarmLinks.of(stack).add({ runbookUrl: `https://${'x'.repeat(length)}` }));

  expect(long(600)).not.toContain('Logs:');
  expect(() => long(1_000)).toThrow(expect.objectContaining({ name: 'AlarmDescriptionTooLong' }));
});

test('a description of yours stays', () => {
  const stack = new Stack(new App(), 'Stack');
  const alarm = FunctionAlarms.fromFunction(l1Function(stack)).errors({ alarmDescription: 'call Ann' });

  AlarmLinks.of(stack).add({ runbookUrl: RUNBOOK });

  expect(alarm.alarmDescription).toBe('call Ann');
});

test('alarms of a URL and of a mapping link to the logs of the function', () => {
  const stack = new Stack(new App(), 'Stack');
  const fn = nodeFunction(stack);
  const mapping = fn.addEventSourceMapping('Mapping', { eventSourceArn: 'arn:aws:sqs:eu-west-1:111122223333:orders' });

  const alarms = [
    FunctionUrlAlarms.fromFunctionUrl(fn.addFunctionUrl()).serverErrors(),
    EventSourceMappingAlarms.fromEventSourceMapping(mapping).failedInvocations(),
  ];

  for (const { alarmDescription } of alarms) expect(JSON.stringify(stack.resolve(alarmDescription))).toContain('Logs: ');
});
