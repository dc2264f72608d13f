import { painter } from '../../../src/cli/paint';
import { heardBy, nameIn, reportText, rowsOf } from '../../../src/cli/report/text';
import { keptTemplate, lossyTemplate, reportOf } from '../support';

const textOf = (template: unknown) => reportText(reportOf(template), painter(false));

test('reads from the invoker to who hears of it', () => {
  expect(textOf(keptTemplate())).toMatch(new RegExp([
    '^Shop/Notify',
    '  SNS subscription Shop/Subscription',
    '    ✓ kept    function-error, timeout, crash, poison-record',
    '      tried     2 times within 6 h by Lambda, after 1 min, 2 min',
    '      kept in   Failures for 14 d',
    '      alarm     ApproximateNumberOfMessagesVisible',
    '      heard by  on-call@example.com',
    '    ✓ kept    throttle',
  ].join('\n')));
});

test('ends with totals and what it costs', () => {
  expect(textOf(keptTemplate())).toMatch(/\n1 function; ways of their events: 4 kept, 0 lost, 0 unknown\n\nResources: Shop 13 of 500\nAlarms: 3, about \$0\.30 a month by list price$/);
});

test('an event that is gone says what to do', () => {
  expect(textOf(lossyTemplate())).toMatch(/✗ lost .*\n.*\n {6}kept in {3}nothing\n.*\n.*\n {6}lost {6}the event is gone: .*: set /);
});

test('names of others do not move the cursor', () => {
  const template = keptTemplate();
  template.Resources.Mail.Properties.Endpoint = '\u001b[2Jevil\n\n';

  expect(textOf(template)).not.toMatch(/\u001b/);
  expect(nameIn({ id: 'x', name: 'a\u001b[2J', template: '', type: '' })).toBe('a [2J');
});

test.each([
  ['alarm', ['a', 'b'], 'a, b'], ['caller', [], 'the caller'], ['nobody', [], 'nobody'], ['unknown', ['a'], 'a, not known'],
] as const)('heard by: %s', (heard, hearers, text) => {
  expect(heardBy({ ...reportOf(keptTemplate()).functions[0].ways[0], heard, heardBy: hearers })).toBe(text);
});

test('an alarm that never rings is none', () => {
  const template = keptTemplate();
  template.Resources.Waiting.Properties.AlarmActions = [];
  const [way] = reportOf(template).functions[0].ways;

  expect(rowsOf(way)).toContainEqual(['alarm', 'none']);
});
