import { inWords } from '../../../src/catalog/private/words';

test.each([
  ['OrderNotFound', 'Order not found'],
  ['HTTPTimeout', 'HTTP timeout'],
  ['BadURL', 'Bad URL'],
  ['Oauth2Expired', 'Oauth2 expired'],
  ['X', 'X'],
])('%s reads as "%s"', (code, words) => {
  expect(inWords(code)).toBe(words);
});
