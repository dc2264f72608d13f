import { run } from './support';
import { main } from '../../src/cli/main';

test.each([[['--help']], [['-h']], [['help']]])('%s names every command', (args) => {
  expect(run(...args)).toMatchObject({ code: 0, out: expect.stringMatching(/ check .*\n.* report .*\n.* graph .*\n[^]* explain /) });
});

test('without a command it helps, and fails', () => {
  expect(run()).toMatchObject({ code: 2, out: expect.stringMatching(/^lambda-errors <command>/) });
});

test.each(['check', 'report', 'graph', 'simulate', 'explain'])('%s --help names its options', (command) => {
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

test('a defect of our own is not hidden as bad input', () => {
  const terminal = { out: () => { throw new TypeError('a defect'); }, err: () => undefined, colour: false };

  expect(() => main(['help'], terminal)).toThrow(TypeError);
});

test('the last argument that a command takes is enough, one more is not', () => {
  expect(run('explain', '502').code).toBe(0);
  expect(run('explain', '502', '503')).toMatchObject({ code: 2, err: expect.stringMatching(/^lambda-errors: explain takes <term>, not 2 arguments: see lambda-errors explain --help/) });
});

test('summaries and options stand in columns', () => {
  expect(run('--help').out.split('\n').slice(2, 4)).toEqual([expect.stringMatching(/^ {2}check {5}\S/), expect.stringMatching(/^ {2}report {4}\S/)]);
  expect(run('--help').out).toMatch(/\n {2}simulate {2}\S/);
  expect(run('check', '-h').out.split('\n').slice(1)).toEqual([
    '', expect.stringMatching(/^everything on which/), '', expect.stringMatching(/^ {2}--format {10}text, json/), expect.stringMatching(/^ {2}--baseline {8}a file/),
    expect.stringMatching(/^ {2}--write-baseline {2}writes/),
  ]);
});
