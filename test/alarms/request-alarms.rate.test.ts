import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { RestApiAlarms } from '../../src/alarms/rest-api-alarms';
import { stateOf, type Treatment } from '../alarm-evaluation/evaluator';
import { compute } from '../alarm-evaluation/expression';
import { testStack } from '../support';

/** Requests and failures of one minute. Without requests there is no data. */
type Minute = readonly [requests: number, failures: number];

interface RateAlarm {
  readonly Metrics: { readonly Expression?: string }[];
  readonly Threshold: number;
  readonly DatapointsToAlarm: number;
  readonly EvaluationPeriods: number;
  readonly TreatMissingData: Treatment;
}

const QUIET: Minute = [0, 0];

function alarm(): RateAlarm {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  api.root.addMethod('GET');
  RestApiAlarms.fromRestApi(api).serverErrorRate();
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'))[0].Properties;
}

/** By CloudWatch's rules. A metric that nothing was counted for has no data. */
function isOn({ Metrics, Threshold, DatapointsToAlarm, EvaluationPeriods, TreatMissingData }: RateAlarm, minutes: readonly Minute[]): boolean {
  const { Expression } = Metrics[0];
  const breaches = minutes.map(([all, failed]) => compute(Expression!, { all: all || undefined, failed: failed || undefined }))
    .map((rate) => rate === undefined ? undefined : rate >= Threshold);
  return stateOf(breaches, DatapointsToAlarm, EvaluationPeriods, TreatMissingData, 'OK') === 'ALARM';
}

test.each<[string, Minute[], boolean]>([
  ['no traffic', [QUIET, QUIET, QUIET, QUIET, QUIET], false],
  ['the only request an hour fails', [QUIET, QUIET, [1, 1], QUIET, QUIET], false],
  ['all of few requests fail', Array(5).fill([19, 19]), false],
  ['one bad minute of a busy API', [[1000, 0], [1000, 0], [1000, 900], [1000, 0], [1000, 0]], false],
  ['three bad minutes with pauses', [[100, 5], QUIET, [100, 6], [100, 0], [100, 100]], true],
  ['an outage from the third minute on', [[1000, 0], [1000, 0], [1000, 1000], [1000, 1000], [1000, 1000]], true],
  ['just below the rate', Array(5).fill([1000, 49]), false],
])('%s', (_, minutes, expected) => {
  expect(isOn(alarm(), minutes)).toBe(expected);
});
