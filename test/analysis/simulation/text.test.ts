import { restTemplate, simulated, topicTemplate } from './support';
import { simulationText } from '../../../src/analysis';

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
