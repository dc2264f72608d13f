import { Script } from 'vm';
import { SCRIPT } from '../../../src/cli/graph/page-script';

test('is JavaScript, and can stand in a page', () => {
  expect(() => new Script(SCRIPT)).not.toThrow();
  expect(SCRIPT).not.toMatch(/<\/script|<!--/i);
});

test('writes no markup', () => {
  expect(SCRIPT).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval/);
});
