import { Duration } from 'aws-cdk-lib';
import { responseParameters, validateHeader, validateStatuses } from '../../../src/api/private/response-parameters';
import { ErrorDefinition } from '../../../src/catalog/error-definition';

test('a status that stays is not written', () => {
  const parameters = responseParameters({ definitions: [], statuses: { 500: 500 }, requestIdHeader: 'x-id' });

  expect(parameters['500']).toEqual({ 'overwrite:header.x-id': '$context.requestId' });
});

test('the wait belongs to what the caller gets', () => {
  const definitions = [ErrorDefinition.throttled('Busy', { httpStatus: 429, retryAfter: Duration.seconds(5) })];
  const parameters = responseParameters({ definitions, statuses: { 503: 429, 429: 503 }, requestIdHeader: 'x-id' });

  expect(parameters['503']).toMatchObject({ 'overwrite:statuscode': '429', 'overwrite:header.Retry-After': '5' });
  expect(parameters['429']).not.toHaveProperty(['overwrite:header.Retry-After']);
});

test('legal options pass', () => {
  expect(() => { validateStatuses({ 400: 599 }); validateHeader('header', 'X-Request-Id'); validateHeader('header', undefined); }).not.toThrow();
});

test.each(['request id', ' x-id', 'x-id:', ''])('%j is no name of a header', (name) => {
  expect(() => validateHeader('requestIdHeader', name)).toThrow(expect.objectContaining({ name: 'HttpHeaderReserved', message: expect.stringContaining(`requestIdHeader must be the name of a header that API Gateway doesn't keep to itself, got '${name}'`) }));
});

test('statuses come in their order, whatever named them', () => {
  expect(Object.keys(responseParameters({ definitions: [ErrorDefinition.client('Gone', { httpStatus: 410 })], statuses: { 404: 404 }, requestIdHeader: 'x-id' }))).toEqual(['404', '410', '500', '502', '503', '504']);
});
