import { Duration, Stack, Token } from 'aws-cdk-lib';
import { retryAfterHeader, seconds } from '../../../src/api/private/retry-after';

test('it is whole seconds, in single quotes as a header', () => {
  expect(seconds(Duration.minutes(2))).toBe('120');
  expect(retryAfterHeader(Duration.millis(3000))).toBe("'3'");
});

test.each([Duration.seconds(0), Duration.millis(500)])('RetryAfterInvalid: not %s', retryAfter => {
  expect(() => seconds(retryAfter)).toThrow(expect.objectContaining({ name: 'RetryAfterInvalid', message: expect.stringContaining('whole seconds') }));
});

test('a token stays one', () => {
  const header = retryAfterHeader(Duration.seconds(Token.asNumber({ Ref: 'Wait' })));
  expect(new Stack().resolve(header)).toEqual({ 'Fn::Join': ['', ["'", { Ref: 'Wait' }, "'"]] });
});
