import { Duration, Token } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { ErrorDefinition } from '../../../src/catalog/error-definition';
import { catalogJson, knownSeconds } from '../../../src/catalog/private/catalog-json';
import { anyDefinitions } from '../random-definitions';

test('every member that is set is there, and no other', () => {
  const json = catalogJson([
    ErrorDefinition.client('BadOrder', { exposeFunctionMessage: true }),
    ErrorDefinition.temporary('StockBusy', { retryAfter: Duration.minutes(1), documentationUrl: 'https://docs.example/#busy', message: 'Later "please"' }),
  ]);
  expect(json).toBe('{"version":1,"errors":['
    + '{"code":"BadOrder","category":"client","httpStatus":400,"retryable":false,"message":"Bad order","exposeFunctionMessage":true},'
    + '{"code":"StockBusy","category":"temporary","httpStatus":503,"retryable":true,"message":"Later \\"please\\"","retryAfter":60,"documentationUrl":"https://docs.example/#busy"}]}');
});

test('an empty catalogue is a document too', () => {
  expect(catalogJson([])).toBe('{"version":1,"errors":[]}');
});

test('any catalogue is one line that says all of it', () => {
  fc.assert(fc.property(anyDefinitions, definitions => {
    const json = catalogJson(definitions);
    expect(json).not.toMatch(/[\n\r]/);
    expect(JSON.parse(json).errors).toEqual(definitions.map(definition => ({
      code: definition.code,
      category: definition.category,
      httpStatus: definition.httpStatus,
      retryable: definition.retryable,
      message: definition.message,
      ...definition.retryAfter && { retryAfter: definition.retryAfter.toSeconds() },
      ...definition.documentationUrl && { documentationUrl: definition.documentationUrl },
      ...definition.exposeFunctionMessage && { exposeFunctionMessage: true },
      ...definition.messagePrefix && { messagePrefix: definition.messagePrefix },
    })));
  }));
});

test('ErrorRetryAfterUnknown: a token is no number of a document', () => {
  const busy = ErrorDefinition.temporary('Busy', { retryAfter: Duration.seconds(Token.asNumber({ Ref: 'Wait' })) });
  expect(() => catalogJson([busy])).toThrow(expect.objectContaining({ name: 'ErrorRetryAfterUnknown', message: expect.stringContaining("ErrorDefinition.temporary('Busy'): retryAfter") }));
  expect(knownSeconds(ErrorDefinition.client('Gone'), 'x')).toBeUndefined();
});
