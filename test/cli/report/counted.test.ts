import { counted } from '../../../src/cli/report/counted';

test('one is one, anything else are several', () => {
  expect([0, 1, 2].map((n) => counted(n, 'issue'))).toEqual(['0 issues', '1 issue', '2 issues']);
});
