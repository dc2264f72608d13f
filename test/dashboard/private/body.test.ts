import { widgetsOf } from '../../../src/dashboard/private/body';
import { structureProblems } from '../structure';

const parts = { title: 'T', region: 'eu-west-1', alarms: [], rows: [], links: [] };

test('alarms are shown a hundred at a time', () => {
  const widgets = widgetsOf({ ...parts, alarms: Array.from({ length: 250 }, (_, index) => `arn:${index}`) });

  expect(structureProblems({ widgets })).toEqual([]);
  expect(widgets.filter(({ type }) => type === 'alarm').map(({ properties }) => (properties.alarms as string[]).length)).toEqual([100, 100, 50]);
});

test('a search stands beside lines', () => {
  const line = { namespace: 'N', name: 'M', dimensions: {}, label: 'L', statistic: 'Sum' };
  const widgets = widgetsOf({ ...parts, rows: [{ title: 'R', note: '', graphs: [{ title: 'G', lines: [line], searches: ["SEARCH('x')"] }] }] });

  expect(structureProblems({ widgets })).toEqual([]);
  expect(widgets[widgets.length - 1].properties.metrics).toEqual([[{ expression: "SEARCH('x')", id: 's0' }], ['N', 'M', { label: 'L' }]]);
});

test('the structure that it is checked against finds what is wrong', () => {
  const [widget] = widgetsOf(parts);

  expect(structureProblems({ widgets: [widget, widget] })).toEqual([expect.stringContaining('covers')]);
  expect(structureProblems({ widgets: [{ ...widget, width: 25, properties: { text: '' } }] })).toEqual([
    'widgets[0].width 25', 'widgets[0] has text', 'widgets[0].markdown',
  ]);
  expect(structureProblems({ widgets: [{ ...widget, type: 'metric', properties: { metrics: [['N']], view: 'timeSeries', period: 61, stat: 'Sum' } }] })).toEqual(expect.arrayContaining([
    'widgets[0].region is required', 'widgets[0].period 61',
  ]));
});
