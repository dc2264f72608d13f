import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoCode } from '../../../src/function/go-code';
import { GO_CODE, GO_HANDLER, GO_RUNTIME, hasGoMark } from '../../../src/function/private/go-marker';

test('marks Go code, also that of another copy of this library', () => {
  expect([GoCode.fromPackage('anywhere'), { [Symbol.for(GO_CODE.description!)]: true }].map(hasGoMark)).toEqual([true, true]);
});

test.each([[undefined], [null], ['go'], [lambda.Code.fromInline('code')]])('does not mark anything else: %s', (value) => {
  expect(hasGoMark(value)).toBe(false);
});

test('says what Go code says', () => {
  expect([GoCode.RUNTIME, GoCode.HANDLER]).toEqual([GO_RUNTIME, GO_HANDLER]);
});

test('a function in another language loads nothing that builds Go', () => {
  jest.isolateModules(() => {
    jest.doMock('../../../src/function/go-code', () => { throw new Error('loaded'); });
    expect(() => jest.requireActual('../../../src/function/resilient-function')).not.toThrow();
  });
});
