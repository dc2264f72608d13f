import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { checkOf, commandsOf, pageCommands } from '../../build-tools/page-commands';
import { pythonWithCfnLint } from '../../examples/orders/test/support/cfn-lint';
import { testUnless } from '../support';

const CI = readFileSync(join(__dirname, '../../.ci/run'), 'utf8');
/** Options of the AWS CLI itself, and the file that `lambda invoke` writes to. */
const GLOBAL = ['--query', '--output', '--region', '--profile', '--cli-binary-format', '--no-cli-pager'];
/** botocore comes with cfn-lint, which other tests need. The AWS CLI names its commands and options after these models. */
const MODELS = `
import botocore.session, json, sys
from botocore import xform_name
session = botocore.session.get_session()
for command in json.load(sys.stdin):
    _, service, operation, *words = command.split()
    model = session.get_service_model(service)
    names = {xform_name(name, '-'): name for name in model.operation_names}
    if operation not in names:
        print(command, ': no such operation', operation)
        continue
    shape = model.operation_model(names[operation]).input_shape
    members = {'--' + xform_name(name, '-'): name for name in shape.members}
    given = {word.split('=')[0] for word in words if word.startswith('--')}
    for option in given - set(members) - set(${JSON.stringify(GLOBAL)}): print(command, ': no such option', option)
    for name in shape.required_members if words else []:
        if '--' + xform_name(name, '-') not in given and not shape.members[name].metadata.get('idempotencyToken'): print(command, ': lacks', name)
`;

test('every command line of every page is run, is checked, or is said not to be and why', () => {
  const commands = pageCommands();

  expect(commands.length).toBeGreaterThan(30);
  expect(commands.filter(({ command }) => !checkOf(command, CI)).map(({ page, command }) => `${page}: ${command}`)).toEqual([]);
});

test('.ci/run runs those that are to be run', () => {
  expect(CI).toContain('build-tools/page-commands.ts');
  expect(pageCommands().filter(({ command }) => checkOf(command, CI)?.by === 'run').length).toBeGreaterThan(8);
});

testUnless(pythonWithCfnLint() ? undefined : 'python3 with cfn-lint', 'commands of AWS have the operations and options that its service models have', () => {
  const commands = pageCommands().filter(({ command }) => checkOf(command, CI)?.by === 'aws').map(({ command }) => command);

  expect(commands.length).toBeGreaterThan(5);
  expect(complaintsAbout(commands)).toBe('');
  expect(complaintsAbout(['aws sqs start-move --source-arn x', 'aws sqs start-message-move-task --source x'])).toBe([
    'aws sqs start-move --source-arn x : no such operation start-move',
    'aws sqs start-message-move-task --source x : no such option --source',
    'aws sqs start-message-move-task --source x : lacks SourceArn', '',
  ].join('\n'));
});

test.each([
  ['```console\nnpm ci && npm test\n```\n', ['npm ci', 'npm test']],
  ['```console\n$ npm ci   # once\nadded 1 package\n```\n', ['npm ci']],
  ['```sh\naws a b \\\n  --c d\n```\n', ['aws a b --c d']],
  ['```sh\n$ for n in 1 2; do aws lambda invoke --x "$n" out; done\n```\n', ['aws lambda invoke --x "$n" out']],
  ['```sh\n$ it=$(aws kinesis get --x y)\n$ aws kinesis read "$it"\n```\n', ['aws kinesis get --x y', 'aws kinesis read "$it"']],
  ['```ts\nnpm ci\n```\nRun `npm run lint`, not `npx`, or `.ci/run`.', ['npm run lint', '.ci/run']],
])('the commands of %j', (text, commands) => {
  expect(commandsOf(text)).toEqual(commands);
});

test.each([
  ['npx lambda-errors explain 502', 'run'], ['npm run compile', 'step'], ['npm test', 'step'], ['aws fis list-experiments', 'aws'],
  ['npm run benchmark -- --runs 1', 'none'], ['npm run nothing', undefined], ['rm -rf /', undefined],
])('%s is checked by %s', (command, by) => {
  expect(checkOf(command, CI)?.by).toBe(by);
});

function complaintsAbout(commands: string[]): string {
  const { stdout, stderr, status } = spawnSync(pythonWithCfnLint()!, ['-c', MODELS], { input: JSON.stringify(commands), encoding: 'utf8' });
  return status === 0 ? stdout : stderr;
}
