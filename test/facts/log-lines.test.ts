import { ERROR_LINE_RUNTIMES, ERROR_LINE_TERMS, PLATFORM_LOG_LINES } from '../../src/facts/log-lines';

test('in JSON everything is counted that is counted in text, and by type', () => {
  const metrics = (format: string): string[] => PLATFORM_LOG_LINES.filter((line) => line.format === format).map(({ metric }) => metric);

  expect(metrics('json')).toEqual(['PlatformErrors', ...metrics('text')]);
});

test('lines that AWS specifies nowhere say so', () => {
  expect(PLATFORM_LOG_LINES.filter(({ format, ...line }) => format === 'text' && !('confidence' in line))).toEqual([]);
});

test.each([
  ['Go', '2026/11/28 18:00:00 {"errorMessage":"no stock","errorType":"StockBusy"}'],
  ['Node.js', '{"errorType":"StockBusy","errorMessage":"no stock","stack":[]}'],
])('the error line of %s is found, and told by its type', (_, line) => {
  expect(line).toContain(ERROR_LINE_TERMS.error);
  expect(line).toContain(ERROR_LINE_TERMS.type.replace('{type}', 'StockBusy'));
  expect(line).not.toContain(ERROR_LINE_TERMS.type.replace('{type}', 'Stock'));
});

test.each([['provided.al2023', true], ['nodejs24.x', true], ['python3.13', false], ['java21', false]])('%s writes such a line: %s', (runtime, writes) => {
  expect(ERROR_LINE_RUNTIMES.some((start) => runtime.startsWith(start))).toBe(writes);
});
