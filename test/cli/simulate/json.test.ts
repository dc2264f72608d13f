import { simulationJson } from '../../../src/cli/simulate/json';
import { simulated, topicTemplate } from '../../analysis/simulation/support';

test('is plain data', () => {
  const json = simulationJson(simulated(topicTemplate(), 'sns', 'crash'));

  expect(JSON.parse(JSON.stringify(json))).toMatchObject({
    version: 1, function: { id: 'F' }, by: { id: 'S' }, failure: 'crash', error: { errorType: 'Runtime.ExitError' }, verdict: 'lost', heard: 'nobody', troubles: [{ id: 'NothingKeepsIt', at: { id: 'F' } }, { id: 'NobodyHears' }],
  });
});
