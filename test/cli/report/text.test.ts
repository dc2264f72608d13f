import { painter } from '../../../src/cli/paint';
import type { Bell } from '../../../src/cli/report/report';
import { forecastLines, heardBy, nameIn, reportText, rowsOf } from '../../../src/cli/report/text';
import { keptTemplate, lossyTemplate, reportOf, reportWith, wayWith } from '../support';

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

const linesOf = (...given: Parameters<typeof reportWith>) => reportText(reportWith(...given), painter(false)).split('\n');

test('ways by one invoker stand together; an alias is named, and of what invokes itself only its kind', () => {
  const { fn } = wayWith();
  const headings = linesOf([{ by: fn }, { by: fn, qualifier: 'live' }, { by: fn }]).filter((line) => /^ {2}\S/.test(line));

  expect(headings).toEqual(['  SNS subscription', '  SNS subscription (live)']);
});

test('what is lost where AWS has nothing to set says so, what is not known is a question', () => {
  expect(linesOf([{ verdict: 'lost', isUnavoidable: true, failures: ['throttle'] }, { verdict: 'unknown' }]).filter((line) => /^ {4}\S/.test(line))).toEqual([
    '    ✗ lost    throttle: AWS has nothing to set', '    ? unknown function-error, timeout, crash, poison-record',
  ]);
});

test('totals name what there is of', () => {
  const { totals } = reportOf(keptTemplate());

  expect(linesOf([], { totals: { ...totals, functions: 2, lost: 1, unknown: 2, unavoidable: 3, awaited: 4, silent: 5 } })).toContain(
    '2 functions; ways of their events: 4 kept, 1 lost, 2 unknown, 3 lost where AWS has nothing to set, 4 lost of which whoever waits is told, 5 that nobody hears of',
  );
});

test('what is bad is in colours, what is not is not', () => {
  const { totals } = reportOf(keptTemplate());
  const painted = (props: object) => reportText(reportWith([], { totals: { ...totals, ...props } }), (style, text) => `<${style}>${text}</>`);

  expect(painted({})).toContain('events: <green>4 kept</>, 0 lost, 0 unknown\n\n<dim>Resources');
  expect(painted({ lost: 1, unknown: 1, silent: 1 })).toContain('<red>1 lost</>, <yellow>1 unknown</>, <yellow>1 that nobody hears of</>');
});

test('functions that nothing invokes are named before the totals', () => {
  const place = (id: string) => ({ id, name: id, template: 'Shop', type: '' });

  expect(linesOf([], { uninvoked: [place('A'), place('B')] })[2]).toBe('Invoked by nothing that is in these templates: Shop/A, Shop/B');
  expect(textOf(keptTemplate())).not.toContain('Invoked by nothing');
});

test('a template without a name has one here, and alarms that match what nobody knows yet say so', () => {
  const { forecast } = reportOf(keptTemplate());

  expect(forecastLines({ ...forecast, stacks: [{ name: '', resources: 1, limit: 500 }, { name: 'B', resources: 2, limit: 500 }], openAlarms: 2 })).toEqual([
    'Resources: template 1 of 500, B 2 of 500', 'Alarms: 3, about $0.30 a month by list price, and what 2 of them match when deployed',
  ]);
});

test('alarms on the copy come first, each metric once, and what tells that the event is gone is none', () => {
  const bell = (metric: string, props: Partial<Bell>): Bell => ({ alarm: wayWith().fn, metric, tells: 'failure', rings: true, heardBy: [], flaws: [], ...props });
  const bells = [bell('Errors', {}), bell('Lost', { tells: 'loss' }), bell('Quiet', { rings: false }), bell('Visible', { tells: 'copy' }), bell('Visible', { tells: 'copy' })];

  expect(rowsOf(wayWith({ bells, kept: [] })).slice(1, 3)).toEqual([['kept in', 'nothing'], ['alarm', 'Visible, Errors']]);
});
