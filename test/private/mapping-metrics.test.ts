import { CfnParameter } from 'aws-cdk-lib';
import { turnOnMetrics } from '../../src/private/mapping-metrics';
import { mappingOf, propertiesOf } from '../event-source/support';
import { testStack } from '../support';

test.each<[string[] | undefined, string[], string[]]>([
  [undefined, ['EventCount'], ['EventCount']],
  [['KafkaMetrics'], ['EventCount', 'ErrorCount'], ['KafkaMetrics', 'EventCount', 'ErrorCount']],
  [['EventCount'], ['EventCount'], ['EventCount']],
])('beside %j, %j', (metrics, groups, expected) => {
  const mapping = mappingOf(testStack(), 'msk', metrics && { metricsConfig: { metrics } });
  turnOnMetrics(mapping, groups);

  expect(propertiesOf(mapping).MetricsConfig).toEqual({ Metrics: expected });
});

test('not where only the deployment knows which are on', () => {
  const stack = testStack();
  const metrics = new CfnParameter(stack, 'Metrics', { type: 'CommaDelimitedList' }).valueAsList;
  const mapping = mappingOf(stack, 'msk', { metricsConfig: { metrics } });
  turnOnMetrics(mapping, ['EventCount']);

  expect(propertiesOf(mapping).MetricsConfig).toEqual({ Metrics: { Ref: 'Metrics' } });
});
