import { fieldOf, matches } from './filter-pattern';

// The examples of the documentation of CloudWatch Logs: which lines match.
test.each<[string, string, boolean]>([
  ['ERROR', '[ERROR 400] BAD REQUEST', true],
  ['ERROR', '[error 400] BAD REQUEST', false],
  ['ERROR ARGUMENTS', '[ERROR 419] MISSING ARGUMENTS', true],
  ['ERROR ARGUMENTS', '[ERROR 400] BAD REQUEST', false],
  ['?ERROR ?ARGUMENTS', '[INFO] MISSING ARGUMENTS', true],
  ['?ERROR ?ARGUMENTS', '[INFO] FINE', false],
  ['"INTERNAL SERVER ERROR"', '[ERROR 500] INTERNAL SERVER ERROR', true],
  ['"INTERNAL SERVER ERROR"', '[ERROR 500] SERVER ERROR INTERNAL', false],
  ['ERROR -ARGUMENTS', '[ERROR 400] BAD REQUEST', true],
  ['ERROR -ARGUMENTS', '[ERROR 419] MISSING ARGUMENTS', false],
  ['{ $.eventType = "UpdateTrail" }', '{"eventType": "UpdateTrail"}', true],
  ['{ $.eventType = "UpdateTrail" }', 'prefix {"eventType": "UpdateTrail"}', false],
  ['{ $.errorCode = 400 }', '{"errorCode": 400}', true],
  ['{ $.errorCode > 400 }', '{"errorCode": 400}', false],
  ['{ $.arrayKey[0] = "value" }', '{"arrayKey": ["value"]}', true],
  ['{ $.SomeObject IS NULL }', '{"SomeObject": null}', true],
  ['{ $.SomeOtherObject NOT EXISTS }', '{"SomeObject": null}', true],
  ['{ ($.user.id = 1) && ($.users[0].email = "John") }', '{"user": {"id": 1}, "users": [{"email": "John"}]}', true],
  ['{ ($.user.id = 2 && $.actions = "GET") || $.coordinates[0] = "a" }', '{"user": {"id": 2}, "coordinates": ["a"]}', true],
  ['{ $.a != "b" }', '{}', false],
  ['{ $.event = "*Trail*" }', '{"event": "UpdateTrails"}', true],
  ['{ $.msg = "*\\"t\\":\\"X\\"*" }', '{"msg": "{\\"t\\":\\"X\\"}"}', true],
  ['{ $.event = "a.*" }', '{"event": "ab"}', false],
])('%s on %s: %s', (pattern, line, expected) => {
  expect(matches(pattern, line)).toBe(expected);
});

test('a field is read for a dimension', () => {
  expect(fieldOf('$.record.errorType', '{"record":{"errorType":"Runtime.ExitError"}}')).toBe('Runtime.ExitError');
});

test.each(['[a, b]', '%regex%', 'error-code', '{ $.a = "b"', '{ a = "b" }', '{ ($.a = "b" }'])('%s is refused', (pattern) => {
  expect(() => matches(pattern, '{"a": "b"}')).toThrow();
});
