import { FAILURES } from '../../src/facts';
import { Failure } from '../../src/testing/failure';

const ALL = [
  Failure.functionError('StockBusy', 'later'), Failure.timeout(), Failure.crash(), Failure.throttle(), Failure.permissionLost(), Failure.poisonRecord(), Failure.tooOld(), Failure.malformedResponse(),
];

test('there is one for every failure of the facts', () => {
  expect(new Set(ALL.map(({ _cause }) => _cause.failure))).toEqual(new Set(Object.keys(FAILURES)));
});

test('they are called as on the command line', () => {
  expect(ALL.map(String)).toEqual([
    'function-error StockBusy', 'timeout', 'crash Runtime.ExitError', 'throttle', 'permission-lost', 'poison-record Error', 'too-old', 'malformed-response',
  ]);
});
