import { processTerminal } from '../../src/cli/terminal';

test.each([
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: '0' }, false],
])('%j', (env, colour) => {
  delete process.env.NO_COLOR;
  delete process.env.FORCE_COLOR;
  Object.assign(process.env, env);

  expect(processTerminal().colour).toBe(colour);
});

test('writes lines to the streams of the process', () => {
  const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  processTerminal().out('a');
  processTerminal().err('b');
  const written = [out.mock.calls[0][0], err.mock.calls[0][0]];
  out.mockRestore();
  err.mockRestore();

  expect(written).toEqual(['a\n', 'b\n']);
});

test.each([[true, true], [false, false], [undefined, false]])('without a word about colours they are for a terminal: %s', (isTTY, colour) => {
  delete process.env.NO_COLOR;
  delete process.env.FORCE_COLOR;
  const before = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY');
  Object.defineProperty(process.stdout, 'isTTY', { value: isTTY, configurable: true });
  const found = processTerminal().colour;
  if (before) Object.defineProperty(process.stdout, 'isTTY', before);
  else delete (process.stdout as { isTTY?: boolean }).isTTY;

  expect(found).toBe(colour);
});
