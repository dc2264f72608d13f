import * as path from 'path';

interface Reporter {
  onTestFileResult(test: unknown, result: { testResults: { fullName: string; status: string }[] }): void;
  onRunComplete(): void;
  getLastError(): Error | undefined;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports
const SkippedTestsReporter = require(path.resolve('build-tools/skipped-tests-reporter')) as new (config: { testNamePattern?: string }) => Reporter;

const RESULT = {
  testResults: [
    { fullName: 'builds [skipped: needs go]', status: 'pending' },
    { fullName: 'is left out', status: 'pending' },
    { fullName: 'runs', status: 'passed' },
  ],
};

const { CI } = process.env;
let written: string;

beforeEach(() => {
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => { written += text; return true; });
});

afterEach(() => {
  jest.restoreAllMocks();
  if (CI === undefined) delete process.env.CI;
  else process.env.CI = CI;
});

test('names the tool that each skipped test needs', () => {
  delete process.env.CI;
  const reporter = reporterOf(RESULT);

  expect(written).toContain('Skipped tests (2)');
  expect(written).toContain('needs go: 1\n    builds\n');
  expect(written).toContain('no tool named: 1\n    is left out\n');
  expect(reporter.getLastError()).toBeUndefined();
});

test('fails the run where nothing may be skipped', () => {
  process.env.CI = 'true';

  expect(reporterOf(RESULT).getLastError()?.message).toContain('2 tests were skipped');
});

test('says nothing when all tests ran', () => {
  process.env.CI = 'true';
  const reporter = reporterOf({ testResults: [{ fullName: 'runs', status: 'passed' }] });

  expect(written).toBe('');
  expect(reporter.getLastError()).toBeUndefined();
});

test('does not take the tests that a name pattern left out for skipped', () => {
  process.env.CI = 'true';

  expect(reporterOf(RESULT, 'runs').getLastError()).toBeUndefined();
  expect(written).toBe('');
});

function reporterOf(result: typeof RESULT, testNamePattern?: string): Reporter {
  const reporter = new SkippedTestsReporter({ testNamePattern });
  reporter.onTestFileResult(undefined, result);
  reporter.onRunComplete();
  return reporter;
}
