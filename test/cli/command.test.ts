import { ExitCode } from '../../src/cli/command';

test('exit codes are what pipelines rely on', () => {
  expect([ExitCode.KEPT, ExitCode.LOST, ExitCode.UNREADABLE]).toEqual([0, 1, 2]);
});
