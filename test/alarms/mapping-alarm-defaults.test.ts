import { MAPPING_ALARMS } from '../../src/alarms/mapping-alarm-defaults';

// What holds for all tables is tested in alarm-defaults.test.ts.
test('the metrics that Lambda counts for the function have its dimension, the others are switched on', () => {
  const lags = Object.values(MAPPING_ALARMS).filter(({ metric: { dimensions } }) => dimensions[0] === 'FunctionName').map(({ method }) => method);

  expect(lags).toEqual(['iteratorAge', 'offsetLag']);
});
