import { run } from './support';


test.each([[['--help']], [['-h']], [['help']]])('%s names every command', (args) => {
  expect(run(...args)).toMatchObject({ code: 0, out: expect.stringMatching(/ check .*\n.* report .*\n.* graph .*\n[^]* explain /) });
});

test('without a command it helps, and fails', () => {
  expect(run()).toMatchObject({ code: 2, out: expect.stringMatching(/^lambda-errors <command>/) });
});

test.each(['check', 'report', 'graph', 'explain'])('%s --help names its options', (command) => {
  expect(run(command, '--help')).toMatchObject({ code: 0, out: expect.stringMatching(new RegExp(`^lambda-errors ${command} <[^]*\n {2}--format`)) });
});

test.each([
  [['chekc', 'x'], /there is no command "chekc": use one of check, report, graph/],
  [['constructor'], /there is no command "constructor"/],
  [['report'], /report takes <template, folder or cdk\.out>, not 0 arguments/],
  [['report', 'a', 'b'], /not 2 arguments/],
  [['report', 'a', '--verbose'], /report: Unknown option '--verbose'/],
  [['report', 'a', '--format'], /report: Option '--format <value>' argument missing/],
])('%s is wrong usage, in one line', (args, message) => {
  const { code, err } = run(...args);

  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err).toMatch(/^lambda-errors: .* \[CliUsage\]$/);
});

