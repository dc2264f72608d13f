import { PLATFORM_LOG_LINES } from '../../src/facts/log-lines';

test('in JSON everything is counted that is counted in text, and by type', () => {
  const metrics = (format: string): string[] => PLATFORM_LOG_LINES.filter((line) => line.format === format).map(({ metric }) => metric);

  expect(metrics('json')).toEqual(['PlatformErrors', ...metrics('text')]);
});

test('lines that AWS specifies nowhere say so', () => {
  expect(PLATFORM_LOG_LINES.filter(({ format, ...line }) => format === 'text' && !('confidence' in line))).toEqual([]);
});
