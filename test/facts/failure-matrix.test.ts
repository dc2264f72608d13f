import { FAILURE_MATRIX, FAILURES, type FailureId, type FailureOutcome } from '../../src/facts/failure-matrix';
import { INVOKERS, type Invoker, type InvokerId } from '../../src/facts/invokers';
import { LIMITS } from '../../src/facts/limits';
import { METRICS } from '../../src/facts/metrics';
import { SAFETY_NETS } from '../../src/facts/safety-nets';

const PAIRS = INVOKERS.flatMap((invoker: Invoker) => (Object.keys(FAILURES) as FailureId[])
  .map((failure) => ({ invoker, failure, outcome: FAILURE_MATRIX[invoker.id as InvokerId][failure], pair: `${invoker.id} × ${failure}` })));
const WAITS: FailureOutcome['tries'][] = ['until-too-old'];

test('there is an outcome for every failure of every invoker, and none for anybody else', () => {
  expect(Object.keys(FAILURE_MATRIX).sort()).toEqual(INVOKERS.map(({ id }) => id).sort());
  for (const { pair, outcome } of PAIRS) expect([pair, typeof outcome]).toEqual([pair, 'object']);
});

test('everything that is referred to exists', () => {
  for (const { outcome: { tries, within, waits = [], settable, keptBy, toldBy } } of PAIRS) {
    const limits = [...waits, ...[within, settable].filter((id) => id !== undefined), ...(typeof tries === 'object' ? Object.values(tries) : [])];
    for (const id of limits) expect(LIMITS).toHaveProperty(id);
    for (const id of toldBy) expect(METRICS).toHaveProperty(id);
    expect(SAFETY_NETS).toHaveProperty([keptBy]);
  }
});

test('what counts tries counts attempts, and what bounds them is a time', () => {
  for (const { pair, outcome: { tries, within, waits = [] } } of PAIRS) {
    for (const id of typeof tries === 'object' ? Object.values(tries) : []) expect([pair, LIMITS[id as keyof typeof LIMITS].unit]).toEqual([pair, 'attempts']);
    for (const id of [...waits, ...(within ? [within] : [])]) expect([pair, LIMITS[id].unit]).toEqual([pair, expect.stringMatching(/^(milli)?seconds$/)]);
  }
});

test('whoever tries counts, and whoever counts tries', () => {
  for (const { pair, outcome: { tries, retriedBy } } of PAIRS) {
    if (typeof tries === 'object') expect([pair, retriedBy]).not.toEqual([pair, 'nobody']);
    if (retriedBy === 'caller') expect([pair, tries]).toEqual([pair, 'as-the-caller-decides']);
  }
});

test('who waits gets an answer or has a queue, and nobody else is told', () => {
  for (const { pair, outcome: { keptBy, answer } } of PAIRS) {
    if (keptBy === 'caller') expect([pair, answer]).toEqual([pair, expect.anything()]);
    if (SAFETY_NETS[keptBy].keeps === 'source') expect([pair, answer]).toEqual([pair, undefined]);
  }
});

test('an error of the function is left to whom the invoker leaves it', () => {
  for (const { pair, invoker, outcome } of PAIRS.filter(({ failure }) => failure === 'function-error')) {
    if (invoker.functionErrors === 'lambda') expect([pair, outcome.keptBy]).toEqual([pair, 'function-failures']);
    else expect([pair, outcome.keptBy]).not.toEqual([pair, 'function-failures']);
  }
});

test('asynchronous events are kept for the same failures, whoever sent them', () => {
  const async = PAIRS.filter(({ invoker, failure }) => invoker.type === 'async' && !['missing-permission', 'too-old'].includes(failure));
  for (const { pair, outcome } of async) expect([pair, outcome.keptBy, outcome.retriedBy]).toEqual([pair, 'function-failures', 'lambda']);
});

test('a failure of the code is counted as an error, a throttle as a throttle', () => {
  for (const { pair, failure, invoker, outcome: { toldBy } } of PAIRS) {
    const own = { 'function-error': 'functionErrors', 'timeout': 'functionErrors', 'crash': 'functionErrors', 'throttle': 'functionThrottles' }[failure as string];
    if (own) expect([pair, toldBy]).toEqual([pair, expect.arrayContaining([own])]);
    if (['throttle', 'missing-permission'].includes(failure) && invoker.id !== 'cloudfront') expect([pair, toldBy]).not.toEqual([pair, expect.arrayContaining(['functionErrors'])]);
  }
});

test('a throttle never counts the attempts that errors have', () => {
  const lambda = PAIRS.filter(({ failure, outcome }) => failure === 'throttle' && outcome.retriedBy === 'lambda');
  expect(lambda.length).toBeGreaterThan(0);
  for (const { pair, outcome } of lambda) expect([pair, WAITS.includes(outcome.tries)]).toEqual([pair, true]);
});

test('what AWS has nothing for is not told apart from what it documents without saying so', () => {
  const silent = PAIRS.filter(({ outcome }) => outcome.tries === 'not-documented' && outcome.confidence === undefined);
  expect(silent.map(({ pair }) => pair)).toEqual([]);
});
