import { callsOf, stateOf, type State, type Treatment } from './evaluator';
import { compute } from './expression';

const TREATMENTS: Treatment[] = ['missing', 'ignore', 'breaching', 'notBreaching'];

/** AWS's tables of what becomes of missing data: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html */
describe.each([
  [3, 3, '0 - X - X', ['OK', 'OK', 'OK', 'OK']],
  [3, 3, '- - - - 0', ['OK', 'OK', 'OK', 'OK']],
  [3, 3, '- - - - -', ['INSUFFICIENT_DATA', 'current', 'ALARM', 'OK']],
  [3, 3, '0 X X - X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
  [3, 3, '- - X - -', ['ALARM', 'current', 'ALARM', 'OK']],
  [2, 3, '0 - X - X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
  [2, 3, '0 0 X 0 X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
  [2, 3, '0 - X - -', ['OK', 'OK', 'ALARM', 'OK']],
  [2, 3, '- - - - 0', ['OK', 'OK', 'ALARM', 'OK']],
  [2, 3, '- - - X -', ['ALARM', 'current', 'ALARM', 'OK']],
])('%d of %d with %s', (m, n, row, expected) => {
  const breaches = row.split(' ').map((value) => value === '-' ? undefined : value === 'X');

  test.each(TREATMENTS.map((treatment, index) => [treatment, expected[index]] as const))('as %s is %s', (treatment, state) => {
    // What is kept is told by trying each state.
    for (const current of ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as State[]) {
      expect(stateOf(breaches, m, n, treatment, current)).toBe(state === 'current' ? current : state);
    }
  });
});

test.each([
  ['IF(invocations >= 40, 100 * errors / invocations, 0)', { invocations: 50, errors: 5 }, 10],
  ['IF(invocations >= 40, 100 * errors / invocations, 0)', { invocations: 39, errors: 39 }, 0],
  ['IF(invocations >= 40, 100 * errors / invocations, 0)', { invocations: undefined, errors: undefined }, undefined],
  ['IF(all >= 40, 100 * FILL(failed, 0) / all, 0)', { all: 50, failed: 5 }, 10],
  ['IF(all >= 40, 100 * FILL(failed, 0) / all, 0)', { all: 50, failed: undefined }, 0],
  ['IF(all >= 40, 100 * FILL(failed, 0) / all, 0)', { all: undefined, failed: undefined }, undefined],
  ['100 * errors / invocations', { invocations: 0, errors: 0 }, undefined],
  ['(1 + 2) * 3 - 4', {}, 5],
])('%s of %j is %s', (expression, values: Record<string, number | undefined>, result) => {
  expect(compute(expression, values)).toBe(result);
});

test('what can not be read is no zero', () => {
  expect(() => compute('FOO(m1)', { m1: 1 })).toThrow();
  expect(() => compute('1 2', {})).toThrow();
});

test('a composite alarm waits for what suppresses it, and calls when that is over', () => {
  const minutes = Array.from({ length: 10 }, (_, minute) => minute * 60);
  const alarm = (...on: number[]) => new Map(minutes.map((time): [number, State] => [time, on.includes(time / 60) ? 'ALARM' : 'OK']));
  const composite = { AlarmRule: 'ALARM("a") OR ALARM("b")', ActionsSuppressorWaitPeriod: 120, ActionsSuppressorExtensionPeriod: 60 };

  expect(callsOf(composite, { a: alarm(2, 3, 4, 5), b: alarm() })).toEqual([120]);
  expect(callsOf(composite, { a: alarm(2, 3, 4, 5), b: alarm() }, alarm())).toEqual([240]); // after the wait
  expect(callsOf(composite, { a: alarm(2, 3, 4, 5), b: alarm() }, alarm(3, 4, 5))).toEqual([]);
  expect(callsOf(composite, { a: alarm(2, 3, 4, 5, 6, 7, 8, 9), b: alarm() }, alarm(2, 3, 4))).toEqual([360]); // one minute of extension
});
