import { errorCodes, functionErrors, platformFailures } from '../../../src/error-log/private/filter-patterns';
import { fieldOf, matches } from '../../log-evaluation/filter-pattern';

const report = (record: object): string => JSON.stringify({ time: '2026-03-02T03:00:00.000Z', type: 'platform.report', record: { requestId: 'r', ...record } });
const SUCCESS = report({ status: 'success', metrics: { durationMs: 18.5, maxMemoryUsedMB: 246, memorySizeMB: 2048 } });
const FAILURE = report({ status: 'failure', errorType: 'Runtime.ExitError' });
const ERROR = report({ status: 'error', errorType: 'Function.Unknown' });
const TIMEOUT = report({ status: 'timeout', metrics: { durationMs: 3_000 } });
const INIT = JSON.stringify({ time: 't', type: 'platform.initReport', record: { initializationType: 'on-demand', phase: 'init', status: 'error', errorType: 'Runtime.ExitError' } });
const INIT_FINE = JSON.stringify({ time: 't', type: 'platform.initReport', record: { initializationType: 'on-demand', phase: 'init', status: 'success' } });
/** As aws-lambda-go v1.54 writes them: the standard logger puts a date before. */
const GO_BUSY = '2026/03/02 03:00:00 {"errorMessage":"stock is busy","errorType":"StockBusy"}';
const GO_GENERIC = '2026/03/02 03:00:00 {"errorMessage":"no","errorType":"GErr[int]"}';
const GO_QUOTING = '2026/03/02 03:00:00 {"errorMessage":"downstream said {\\"errorType\\":\\"StockBusy\\"}","errorType":"wrapError"}';
const GO_PANIC = '2026/03/02 03:00:00 {"errorMessage":"boom","errorType":"string","stackTrace":[{"path":"main.go","line":7,"label":"main"}]}';
const NODE_TEXT = '2026-03-02T03:00:00.000Z\tr\tERROR\tInvoke Error \t{"errorType":"StockBusy","errorMessage":"busy","stack":["StockBusy: busy"]}';
const SLOG = JSON.stringify({ timestamp: 't', level: 'ERROR', msg: GO_BUSY.slice(20) });
const TEXT = {
  timeout: '2026-03-02T03:00:03.000Z 3f1 Task timed out after 3.00 seconds',
  crash: 'RequestId: 3f1 Error: Runtime exited with error: signal: killed',
  init: 'INIT_REPORT Init Duration: 1236.04 ms\tPhase: init\tStatus: error\tError Type: Runtime.ExitError',
  initTimeout: 'INIT_REPORT Init Duration: 9999.81 ms\tPhase: init\tStatus: timeout',
  report: 'REPORT RequestId: 3f1\tDuration: 3.05 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 20 MB',
  good: 'INIT_REPORT Init Duration: 36.04 ms\tPhase: init\tStatus: success',
};

function countedBy(filters: ReturnType<typeof platformFailures>, line: string): string[] {
  return filters.filter(({ pattern }) => matches(pattern, line)).map(({ metric }) => metric);
}

test.each<[string, string[]]>([
  [SUCCESS, []], [FAILURE, ['PlatformErrors', 'Crashes']], [ERROR, ['PlatformErrors']], [TIMEOUT, ['Timeouts']], [INIT, ['InitErrors']], [INIT_FINE, []], [GO_BUSY, []], [SLOG, []],
])('JSON: %s counts as %s', (line, expected) => {
  expect(countedBy(platformFailures('json'), line)).toEqual(expected);
});

test.each<[string, string[]]>([
  [TEXT.timeout, ['Timeouts']], [TEXT.crash, ['Crashes']], [TEXT.init, ['InitErrors']], [TEXT.initTimeout, ['InitErrors']], [TEXT.report, []], [TEXT.good, []], [GO_PANIC, []],
])('text: %s counts as %s', (line, expected) => {
  expect(countedBy(platformFailures('text'), line)).toEqual(expected);
});

test('a code is where the dimension looks, in lines that have one', () => {
  const { pattern, typeField } = errorCodes('code');
  const line = JSON.stringify({ level: 'WARN', code: 'OrderNotFound', message: 'failed' });

  expect([matches(pattern, line), fieldOf(typeField!, line)]).toEqual([true, 'OrderNotFound']);
  expect([GO_BUSY, SUCCESS, FAILURE].some((other) => matches(pattern, other))).toBe(false);
});

test('the error type is where the dimension looks', () => {
  const [{ typeField }] = platformFailures('json');
  expect(fieldOf(typeField!, FAILURE)).toBe('Runtime.ExitError');
});

test.each<[string, string[]]>([
  [GO_BUSY, ['FunctionErrors', 'StockBusy']], [GO_GENERIC, ['FunctionErrors', 'GErr[int]']], [GO_PANIC, ['FunctionErrors']], [NODE_TEXT, ['FunctionErrors', 'StockBusy']],
  [GO_QUOTING, ['FunctionErrors']], ['an order was found', []], ['2026/03/02 03:00:00 {"errorType":"StockBusyToday"}', ['FunctionErrors']], [SLOG, []],
])('the error line %s counts as %s', (line, expected) => {
  expect(countedBy(functionErrors(['StockBusy', 'GErr[int]']), line)).toEqual(expected);
});

test.each<[string, string[]]>([
  [SLOG, ['FunctionErrors', 'StockBusy']], [GO_BUSY, []], [JSON.stringify({ level: 'ERROR', msg: GO_QUOTING.slice(20) }), ['FunctionErrors']], [FAILURE, []],
])('in the field of a logger, %s counts as %s', (line, expected) => {
  expect(countedBy(functionErrors(['StockBusy'], 'msg'), line)).toEqual(expected);
});
