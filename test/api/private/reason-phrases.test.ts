import { reasonPhrase } from '../../../src/api/private/reason-phrases';

test.each([
  [404, 'Not Found'],
  [413, 'Content Too Large'],
  [503, 'Service Unavailable'],
])('HTTP calls %d "%s"', (status, phrase) => {
  expect(reasonPhrase(status)).toBe(phrase);
});

test.each([[499, 'Client Error'], [599, 'Server Error']])('%d, which HTTP has no name for, is a %s', (status, phrase) => {
  expect(reasonPhrase(status)).toBe(phrase);
});
