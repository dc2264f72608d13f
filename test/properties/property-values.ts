import { Duration, Lazy, Token, type Stack } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as fc from 'fast-check';
import * as api from '../../src';

/** Makes a value for a stack. Resources are children of the stack. */
export type Make = (stack: Stack) => any;

/** What is legal for a property, and what is not. */
export interface Values {
  readonly legal: fc.Arbitrary<Make>;
  readonly illegal?: fc.Arbitrary<Make>;
  /** What only the deployment knows. */
  readonly token?: Make;
}

export const always = (make: Make): Values => ({ legal: fc.constant(make) });
export const plain = (arbitrary: fc.Arbitrary<unknown>) => arbitrary.map((value): Make => () => value);
export const choice = (...values: unknown[]): Values => ({ legal: plain(fc.constantFrom(...values)) });
export const made = (id: string, make: (stack: Stack, id: string) => unknown): Make => (stack) => stack.node.tryFindChild(id) ?? make(stack, id);

/** Whole numbers of a range. What is beside it is illegal, and so is what is no whole number. */
const between = (min: number, max: number): Values => ({
  legal: plain(fc.integer({ min, max })),
  illegal: plain(fc.oneof(
    fc.integer({ min: min - 1e4, max: min - 1 }), fc.integer({ min: max + 1, max: max + 1e4 }), fc.constantFrom(min + 0.5, NaN, Infinity, -Infinity),
  )),
  token: () => Token.asNumber(Lazy.any({ produce: () => min })),
});
const real = (min: number, max: number, illegal: readonly number[]): Values => ({
  legal: plain(fc.double({ min, max, noNaN: true })),
  illegal: plain(fc.constantFrom(...illegal, NaN, Infinity, -Infinity)),
  token: () => Token.asNumber(Lazy.any({ produce: () => min })),
});
const seconds = (legal: readonly number[], illegal: readonly number[]): Values => ({
  legal: fc.constantFrom(...legal).map((value): Make => () => Duration.seconds(value)),
  ...illegal.length > 0 && { illegal: fc.constantFrom(...illegal).map((value): Make => () => Duration.seconds(value)) },
  token: () => Duration.seconds(Token.asNumber(Lazy.any({ produce: () => legal[0] }))),
});
/** The same, of what is written as milliseconds: what a token is in can't be converted. */
const milliseconds = (legal: readonly number[], illegal: readonly number[]): Values => ({
  ...seconds(legal, illegal), token: () => Duration.millis(Token.asNumber(Lazy.any({ produce: () => 1_000 * legal[0] }))),
});
const text = (legal: fc.Arbitrary<string>, illegal: readonly string[] = []): Values => ({
  legal: plain(legal),
  ...illegal.length > 0 && { illegal: plain(fc.constantFrom(...illegal)) },
  token: () => Lazy.string({ produce: () => 'token' }),
});
/** Anything but what CloudFormation or a property of its own would take for more than text. */
const prose = fc.string({ maxLength: 60 }).filter((value) => !value.includes('${'));
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,30}$/);
const origin = text(fc.constantFrom('*', 'https://example.com', 'http://localhost:3000'), ['https://a.example, https://b.example', "it's", 'a\nb', '']);

/** Needed at synthesis, as the documentation says. */
const known = (values: Values): Values => ({ ...values, token: undefined });

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** By property, `struct.property` before `property`. Written down again here: a test must not believe the code. */
export const OF_PROPERTIES: Record<string, Values> = {
  // what alarms have in common
  'period': seconds([60, 300, 900], [0, 1, 45, 61, 90_000]),
  'evaluationPeriods': { ...between(1, 5), illegal: plain(fc.constantFrom(0, -1, 0.5, 1e6, NaN, Infinity)) },
  'datapointsToAlarm': { ...between(1, 1), illegal: plain(fc.constantFrom(0, -1, 0.5, 1e6, NaN, Infinity)) },
  'alarmName': text(name, ['', 'x'.repeat(256)]),
  'alarmDescription': text(prose, ['x'.repeat(1_025)]),
  'threshold': { ...between(1, 1_000), illegal: plain(fc.constantFrom(0, -1, NaN, Infinity)) },
  'RateAlarmOptions.threshold': real(0.1, 99, [0, -1, 100.5]),
  'minimumRequests': { ...between(1, 1_000), illegal: plain(fc.constantFrom(0, -1, 0.5, NaN, Infinity)) },
  'AgeAlarmOptions.threshold': seconds([60, 600], [0]),
  'ApiLatencyAlarmOptions.threshold': milliseconds([1, 20], [0]),
  'DurationAlarmOptions.threshold': milliseconds([1, 2], [0]),
  'EventAgeAlarmOptions.threshold': milliseconds([60, 600], [0]),
  'IteratorAgeAlarmOptions.threshold': milliseconds([60, 600], [0]),
  'LatencyAlarmOptions.threshold': milliseconds([1, 20], [0]),
  'standardDeviations': real(0.5, 10, [0, -1]),
  'quota': { ...between(1_000, 10_000), illegal: plain(fc.constantFrom(0, -1, 0.5, NaN, Infinity)) },
  'ClaimedConcurrencyAlarmOptions.threshold': real(1, 99, [0, -1, 100.5]),
  'HandledErrorsOptions.threshold': real(1, 1_000, [0, -1]),
  'suppressionMargin': seconds([60, 120], [0.5]),
  'longestTimeout': seconds([30, 900], []),
  'duration': seconds([60, 600, 1_800], []),
  'AlarmMuteRuleProps.duration': known(seconds([60, DAY, 15 * DAY], [0, 59, 15 * DAY + 1])),
  'length': known(seconds([60, 900, DAY], [0, 59, 61, DAY + 60])),
  'objective': known(real(90, 99.9, [0, -1, 100, 101])),
  'budgetWindow': known(seconds([7 * DAY, 30 * DAY], [0])),
  'budget': known(real(1, 3, [0, -1, 101])),
  'longWindow': known(seconds([HOUR, 2 * HOUR], [0, 59, 61, 30 * DAY])),
  'shortWindow': known(seconds([300, 600], [0, 59, 61, 30 * DAY])),
  'BurnRateOptions.severity': choice(...Object.values(api.AlarmSeverity)),
  'description': text(prose),
  'muteRuleName': text(name),
  'service': text(name),
  'serviceLevelObjective': text(name),
  'tags': always(() => ({ team: 'orders' })),
  'turnOnTags': choice(false, true),
  'restApiName': text(name),
  'dashboardUrl': text(fc.webUrl()),
  'runbookUrl': text(fc.webUrl()),
  // retries and queues
  'retryAttempts': { ...between(0, 2), illegal: plain(fc.constantFrom(-1, 0.5, NaN, Infinity)) },
  'maxEventAge': seconds([60, HOUR, 6 * HOUR], [0, 60.5]),
  'maxReceiveCount': { ...between(5, 1_000), illegal: plain(fc.constantFrom(0, -1, 1_001, 5.5, NaN, Infinity)) },
  'retentionPeriod': seconds([60, 14 * DAY], [0, 59, 60.5, 14 * DAY + 1]),
  'queueName': text(name),
  // answers
  'corsAllowOrigin': origin,
  'integrationFailureStatus': { legal: plain(fc.constantFrom(500, 502, 503)), illegal: plain(fc.constantFrom(99, 600, 200, 0.5, NaN)) },
  'retryAfter': seconds([1, 60], [0.5]),
  'RetryableErrorOptions.retryAfter': known(seconds([1, 60], [0.5])),
  'httpStatus': { legal: plain(fc.constant(undefined)), illegal: plain(fc.constantFrom(99, 200, 600, 0.5, NaN)) },
  'message': known(text(prose.filter((value) => value.trim() !== ''), ['', ' ', '\n'])),
  'messagePrefix': known(text(name, [''])),
  'documentationUrl': known(text(fc.webUrl(), ['not a url', 'javascript:alert(1)', ''])),
  'successStatus': { legal: plain(fc.constantFrom(200, 201, 204)), illegal: plain(fc.constantFrom(99, 400, 600, 0.5, NaN)) },
  'statuses': always(() => ({})),
  'requestIdHeader': known(text(name, ['no header', 'a\nb', '', 'Connection'])),
  'fifoFailureQueue': always(made('Fifo', (stack, id) => new sqs.Queue(stack, id, { fifo: true, retentionPeriod: Duration.days(14) }))),
  'cacheKeyParameters': always(() => []),
  'cacheNamespace': text(name),
  'requestParameters': always(() => ({})),
  'requestTemplates': always(() => ({ 'application/json': '{}' })),
  'successTemplates': always(() => ({ 'application/json': '{}' })),
  'ErrorMappedLambdaIntegrationOptions.timeout': milliseconds([1, 29], []),
  'throttlingBurstLimit': { ...between(0, 5_000), illegal: plain(fc.constantFrom(-1, 0.5, NaN, Infinity)) },
  'throttlingRateLimit': real(0, 10_000, [-1]),
  // what a log, a dashboard and a trace have
  'errorCodeField': known(text(name)),
  'errorLineField': known(text(name)),
  'errorTypes': always(() => ['Timeout']),
  'metricNamespace': text(name),
  'condition': text(fc.constant('statusCode >= 500')),
  'dashboardName': text(name),
  'filterExpression': text(fc.constant('fault = true')),
  'groupName': text(name, ['', 'x'.repeat(33), 'not a name']),
  // faults, redrives and test events
  'invocationPercentage': between(0, 100),
  'InjectedFaultOptions.duration': seconds([60, 600], [0, 13 * HOUR]),
  'contentType': text(fc.constantFrom('text/plain', 'application/json')),
  'interval': known(seconds([0, 1, 60], [61, 900])),
  'maxAttempts': between(1, 100),
  'success': choice({ a: 1 }, [1], 'text', null, 7),
  'SharedTestEventsProps.errors': always(() => ({ OrderNotFound: {}, StockBusy: {} })),
  // tasks
  'maxDelay': seconds([1, 60, DAY], [0, 0.5]),
  'resultPath': known(text(fc.constantFrom('$.error', '$.a.b'), ['error', '', '$$'])),
  'StateMachineErrorHandlingProps.failureState': always(() => 'Caught'),
  // what a function has of its own
  'environment': always(() => ({ A: 'b' })),
  'memorySize': { legal: plain(fc.integer({ min: 128, max: 10_240 })) },
  'timeout': seconds([1, 30, 900], []),
  'reservedConcurrentExecutions': { legal: plain(fc.integer({ min: 0, max: 100 })) },
  'handler': always(() => 'index.handler'),
  'functionName': text(name),
  'leaveOut': { legal: plain(fc.constantFrom([], ['AlarmUnheard'])), illegal: plain(fc.constantFrom(['NoSuchRule'], [''])) },
  // documents
  'code': text(name),
  'detail': text(prose),
  'problemType': text(fc.webUrl()),
  'requestId': text(name),
  'title': text(prose),
  'status': text(fc.constant('500')),
  'packageName': known(text(fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/).filter((word) => !/^(go|if|for|map|var|func|type|case|chan|else|goto|break|const|defer|range|import|return|select|struct|switch|default|package|continue|interface|fallthrough)$/.test(word)),
    ['', 'Not Go', '1a', 'func', 'a-b'])),
  'minute': text(fc.constantFrom('0', '*/5'), ['a b', ')', '']),
  'hour': text(fc.constantFrom('2', '*'), ['a b', ')', '']),
  'day': text(fc.constantFrom('1', '*'), ['a b', ')', '']),
  'month': text(fc.constantFrom('1', 'JAN'), ['a b', ')', '']),
  'weekDay': text(fc.constantFrom('SUN', 'MON-FRI'), ['a b', ')', '']),
  'printedAsJson': choice(false, true),
};
