import { FUNCTION_URL_ANSWERS, type FunctionUrlAnswer } from '../../src/facts/function-url-answers';
import { METRICS } from '../../src/facts/metrics';

const ALL: readonly FunctionUrlAnswer[] = FUNCTION_URL_ANSWERS;

test('every answer is counted by the metric of its class, and a success by none', () => {
  const metrics: Record<number, string> = { 4: METRICS.functionUrlClientErrors.name, 5: METRICS.functionUrlServerErrors.name };

  for (const { status, metric } of ALL) expect([status, metric]).toEqual([status, metrics[Math.floor(status / 100)]]);
});

test('a failure in the middle of a stream is not seen by any metric of the URL', () => {
  expect(ALL.filter(({ mode }) => mode === 'RESPONSE_STREAM')).toEqual([expect.objectContaining({ status: 200 })]);
});
