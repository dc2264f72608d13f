import { Duration, Lazy, Token } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { ErrorCategory } from '../../src/catalog/error-category';
import { ErrorDefinition } from '../../src/catalog/error-definition';

const failsWith = (name: string, message: string) => expect.objectContaining({ name, message: expect.stringContaining(message) });

describe('defaults', () => {
  test.each([
    [ErrorDefinition.client('OrderNotFound'), ErrorCategory.CLIENT, 400, false],
    [ErrorDefinition.throttled('OrderNotFound'), ErrorCategory.THROTTLED, 429, true],
    [ErrorDefinition.temporary('OrderNotFound'), ErrorCategory.TEMPORARY, 503, true],
    [ErrorDefinition.permanent('OrderNotFound'), ErrorCategory.PERMANENT, 500, false],
  ])('of a definition (%#)', (definition, category, httpStatus, retryable) => {
    expect(definition).toMatchObject({ code: 'OrderNotFound', category, httpStatus, retryable, message: 'Order not found', exposeFunctionMessage: false });
    expect(definition.retryAfter).toBeUndefined();
    expect(definition.documentationUrl).toBeUndefined();
  });
});

test('everything can be said', () => {
  const definition = ErrorDefinition.temporary('StockBusy', {
    httpStatus: 504,
    message: 'Someone else holds the stock',
    retryAfter: Duration.seconds(2),
    documentationUrl: 'https://docs.example/errors#StockBusy',
  });
  expect(definition).toMatchObject({ httpStatus: 504, message: 'Someone else holds the stock', documentationUrl: 'https://docs.example/errors#StockBusy' });
  expect(definition.retryAfter?.toSeconds()).toBe(2);
  expect(ErrorDefinition.client('BadOrder', { exposeFunctionMessage: true }).exposeFunctionMessage).toBe(true);
});

describe('code', () => {
  test('any exported Go type name of up to 64 letters and digits will do', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,63}$/), code => ErrorDefinition.client(code).code === code));
  });

  test.each([
    ['order-not-found', "such as 'OrderNotFound'"],
    ['order not found', "such as 'OrderNotFound'"],
    ['orderNotFound', "such as 'OrderNotFound'"],
    ['Order.*', "such as 'Order'"],
    ['GErr[int]', "such as 'GErrInt'"],
    ['Order\n', "such as 'Order'"],
    ['', "such as 'OrderNotFound'"],
    [`A${'b'.repeat(64)}`, "such as 'Abbb"],
    [Token.asString({ Ref: 'Code' }), 'such as'],
  ])('ErrorCodeInvalid: %j is none', (code, help) => {
    expect(() => ErrorDefinition.client(code)).toThrow(failsWith('ErrorCodeInvalid', help));
  });
});

describe('httpStatus', () => {
  test.each([
    ['client', 399], ['client', 429], ['client', 500], ['client', 404.5],
    ['throttled', 400], ['throttled', 500],
    ['temporary', 429], ['temporary', 600],
    ['permanent', 404], ['permanent', Number.NaN],
    ['permanent', Token.asNumber({ Ref: 'Status' })],
  ] as const)('ErrorStatusInvalid: a %s error has no status %d', (category, httpStatus) => {
    expect(() => ErrorDefinition[category]('OrderNotFound', { httpStatus })).toThrow(failsWith('ErrorStatusInvalid', `ErrorDefinition.${category}('OrderNotFound'): httpStatus must be`));
  });
});

describe('message', () => {
  test.each(['', ' \n', Lazy.string({ produce: () => 'later' })])('ErrorMessageInvalid: %j can be read by nobody', message => {
    expect(() => ErrorDefinition.client('OrderNotFound', { message })).toThrow(failsWith('ErrorMessageInvalid', "leave it out to get 'Order not found'"));
  });
});

describe('documentationUrl', () => {
  test.each(['/errors', 'errors.example', 'ftp://errors.example', Token.asString({ Ref: 'Url' })])('ErrorDocumentationUrlInvalid: %j leads nowhere', documentationUrl => {
    expect(() => ErrorDefinition.client('OrderNotFound', { documentationUrl })).toThrow(failsWith('ErrorDocumentationUrlInvalid', `got '${documentationUrl}'`));
  });
});

describe('retryAfter', () => {
  test.each([Duration.seconds(0), Duration.millis(1500), Duration.millis(1)])('ErrorRetryAfterInvalid: %s can\'t be sent', retryAfter => {
    expect(() => ErrorDefinition.throttled('TooFast', { retryAfter })).toThrow(failsWith('ErrorRetryAfterInvalid', 'whole seconds'));
  });

  test('a token is taken as it is', () => {
    const retryAfter = Duration.seconds(Token.asNumber({ Ref: 'Wait' }));
    expect(ErrorDefinition.throttled('TooFast', { retryAfter }).retryAfter).toBe(retryAfter);
  });
});
