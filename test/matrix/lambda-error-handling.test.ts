import { silencesIn } from './support/alarms';
import { holesIn } from './support/safety-nets';
import { FAILURE_IDS, INVOKER_IDS, wayIn, wiredTemplate } from './support/wired';
import { SCOPE_WIRINGS } from './support/wirings';
import { FAILURE_MATRIX } from '../../src/facts/failure-matrix';
import type { MetricId } from '../../src/facts/metrics';
import { SAFETY_NETS } from '../../src/facts/safety-nets';

const PAIRS = INVOKER_IDS.flatMap((invoker) => FAILURE_IDS.map((failure) => ({ invoker, failure, pair: `${invoker} × ${failure}` })));

/** Who waits for a function, by a permission or URL in the app: nobody tries again, so there is an alarm on throttles. */
const AWAITED = [
  'rest-api', 'rest-api-mapped', 'http-api', 'websocket-api', 'function-url', 'load-balancer', 'authorizer', 'cognito', 'lex', 'connect', 'alexa',
];
/** What tells of throttles beside their own metric: a stream that falls behind, and what an API answers. */
const TELLING: MetricId[] = ['iteratorAge', 'restApiServerErrors', 'httpApiServerErrors', 'webSocketExecutionErrors'];
/** Of others, alarms on throttles are left to those who ask for them. Where no copy and no other alarm tells, nobody but the caller hears. */
const THROTTLED = PAIRS.filter(({ invoker, failure }) => failure === 'throttle' && !AWAITED.includes(invoker)
  && FAILURE_MATRIX[invoker].throttle.keptBy !== 'execution' && SAFETY_NETS[FAILURE_MATRIX[invoker].throttle.keptBy].full.length === 0
  && !FAILURE_MATRIX[invoker].throttle.toldBy.some((metric) => TELLING.includes(metric)));
/** A URL with any client sees client errors (that nobody may call it is a warning at synthesis), and messages may wait in a queue on purpose. */
const OTHERS = ['function-url × missing-permission', 'sqs × missing-permission', 'sqs × too-old', 'sqs-fifo × missing-permission', 'sqs-fifo × too-old', 'pipe-queue × too-old'];

describe.each(Object.entries(SCOPE_WIRINGS))('a scope %s', (_name, wiring) => {
  test.each(INVOKER_IDS)('%s: every event is kept where AWS says', (invoker) => {
    const template = wiredTemplate(invoker, wiring);

    for (const failure of FAILURE_IDS) expect([failure, holesIn(wayIn(template, invoker, failure))]).toEqual([failure, []]);
  });

  test('somebody hears of every failure but these', () => {
    const silent = PAIRS.filter(({ invoker, failure }) =>
      silencesIn(invoker, wayIn(wiredTemplate(invoker, wiring), invoker, failure), wiring.demands).length > 0);

    expect(silent.map(({ pair }) => pair).sort()).toEqual([...THROTTLED.map(({ pair }) => pair), ...OTHERS].sort());
  });
});
