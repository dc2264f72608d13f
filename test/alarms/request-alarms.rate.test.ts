import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { RestApiAlarms } from '../../src/alarms/rest-api-alarms';
import { testStack } from '../support';

/** Requests and failures of one minute. Without requests there is no data. */
type Minute = readonly [requests: number, failures: number];

interface RateAlarm {
  readonly Metrics: { readonly Expression?: string }[];
  readonly Threshold: number;
  readonly DatapointsToAlarm: number;
  readonly EvaluationPeriods: number;
}

const QUIET: Minute = [0, 0];

function alarm(): RateAlarm {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  api.root.addMethod('GET');
  RestApiAlarms.fromRestApi(api).serverErrorRate();
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'))[0].Properties;
}

/** What CloudWatch makes of the last minutes: an expression over no data is no data, which is not breaching here. */
function isOn({ Metrics, Threshold, DatapointsToAlarm, EvaluationPeriods }: RateAlarm, minutes: readonly Minute[]): boolean {
  const [, floor] = /^IF\(all >= (\d+), 100 \* FILL\(failed, 0\) \/ all, 0\)$/.exec(Metrics[0].Expression!)!;
  const rates = minutes.slice(-EvaluationPeriods).filter(([all]) => all > 0)
    .map(([all, failed]) => (all >= Number(floor) ? (100 * failed) / all : 0));
  return rates.filter((rate) => rate >= Threshold).length >= DatapointsToAlarm;
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
