test('runs with what was typed, and exits with its code', () => {
  const before = { argv: process.argv, exitCode: process.exitCode };
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.argv = ['node', 'lambda-errors', 'report', '/nowhere'];
  jest.isolateModules(() => jest.requireActual('../../src/cli/bin'));
  const after = { exitCode: process.exitCode, message: err.mock.calls[0][0] };
  err.mockRestore();
  Object.assign(process, before);

  expect(after).toEqual({ exitCode: 2, message: expect.stringMatching(/^lambda-errors: \/nowhere does not exist.*\[InputNotFound\]\n$/) });
});
