import { restTemplate, simulated, topicTemplate } from './support';
import { simulationText } from '../../../src/analysis';
import type { Answer } from '../../../src/analysis/simulation/answer';
import type { GoingOff } from '../../../src/analysis/simulation/going-off';

test('an event that is lost', () => {
  expect(simulationText(simulated(topicTemplate(), 'sns', 'function-error', 'StockBusy')).split('\n')).toEqual([
    'SNS subscription S → F, function-error StockBusy: lost',
    '  tried     3 times within 6 h by Lambda, after 1 min, 2 min (at 0, 1 min, 3 min)',
    '  kept in   nothing',
    '  heard by  nobody',
    expect.stringMatching(/^ {2}lost {6}the event is gone/),
    expect.stringMatching(/^ {2}silent {4}nobody hears of it/),
  ]);
});

test('a caller who is told', () => {
  expect(simulationText(simulated(restTemplate('AWS_PROXY'), 'rest-api', 'too-old'))).toMatch(/too-old: kept\n.*\n {2}answer {4}status 504, \{"message":"Endpoint request timed out"\}\n[^]*\n {2}mind {6}the function runs on/);
});

const answered = (answer: Partial<Answer>) => /  answer {4}(.*)/.exec(simulationText({ ...simulated(restTemplate('AWS_PROXY'), 'rest-api', 'too-old'), answer: { headers: {}, ...answer } }))![1];

test('an answer is all that is known of it', () => {
  expect(answered({ status: 503, headers: { 'Retry-After': '2', 'X': 'y' }, error: 'StockBusy', body: '{}', text: 'a text' })).toBe('status 503, Retry-After: 2, X: y, StockBusy, {}, a text');
  expect(answered({ unknown: 'the template is not read' })).toBe('not known: the template is not read');
  expect(answered({ body: '' })).toBe('not documented');
});

test('one attempt has no times, and what AWS has no setting for says so', () => {
  const simulation = simulated(restTemplate('AWS_PROXY'), 'rest-api', 'function-error');

  expect(simulationText(simulation)).toMatch(/\n {2}tried {5}[^(]*\n/);
  expect(simulationText({ ...simulation, path: { ...simulation.path, isUnavoidable: true, verdict: 'lost' } })).toMatch(/^.*: lost, and AWS has nothing to set\n/);
});

test.each<[Partial<GoingOff>, string]>([
  [{ goesOff: 'yes', after: 120 }, 'goes off within 2 min, heard by Ops'],
  [{ goesOff: 'yes' }, 'goes off, heard by Ops'],
  [{ goesOff: 'no' }, 'does not go off for one event, heard by Ops'],
  [{ goesOff: 'unknown' }, 'may go off, heard by Ops'],
])('an alarm: %j', (going, text) => {
  const simulation = simulated(topicTemplate({ Alarm: { Type: 'AWS::CloudWatch::Alarm' }, Ops: { Type: 'AWS::SNS::Topic' } }), 'sns', 'crash');
  const template = simulation.path.trigger.fn.template;
  const hearer = { resource: template.resource('Ops')!, subscriptions: [] };
  const alarm = { resource: template.resource('Alarm')!, metric: 'functionErrors', heardBy: [hearer, hearer] } as unknown as GoingOff['alarm'];

  expect(simulationText({ ...simulation, alarms: [{ alarm, ...going } as GoingOff] })).toContain(`\n  alarm     Alarm on Errors ${text}\n`);
});
