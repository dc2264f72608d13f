import { readFileSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { installed, installedInPython, manifest, mayUsePyPI, pack, removeTemporaryFolders, run, runNode, type Packed } from './packed';

const NAME = 'cdk-lambda-error-handling';
/** The namespaces besides the root: each may have an index file. How long it takes is measured by `npm run benchmark`. */
const NAMESPACES = 2;
const MEGABYTE = 1024 * 1024;

const JAVASCRIPT_APP = `
  const { App, Stack } = require('aws-cdk-lib');
  const lambda = require('aws-cdk-lib/aws-lambda');
  const { ResilientFunction, mixins } = require('${NAME}');
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const props = { code: lambda.Code.fromInline('exports.handler = async () => {};'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' };
  new ResilientFunction(stack, 'Resilient', props);
  const plain = new lambda.Function(stack, 'Plain', props);
  plain.with(new mixins.FunctionTracing());
  console.log(JSON.stringify(app.synth().getStackByName('Stack').template));
`;

const PYTHON_APP = `
import json
from aws_cdk import App, Stack, aws_lambda as lambda_
from cdk_lambda_error_handling import ResilientFunction, mixins, testing
app = App()
stack = Stack(app, "Stack")
props = dict(code=lambda_.Code.from_inline("exports.handler = async () => {};"), runtime=lambda_.Runtime.NODEJS_22_X, handler="index.handler")
resilient = ResilientFunction(stack, "Resilient", **props)
plain = lambda_.Function(stack, "Plain", **props)
plain.with_(mixins.FunctionTracing())
outcome = testing.FailureSimulator.from_stack(stack).simulate(resilient, testing.Invoker.SDK_EVENT, testing.Failure.function_error("StockBusy"))
assert outcome.verdict == testing.FailureVerdict.KEPT and not outcome.lost and [attempt.number for attempt in outcome.attempts] == [1, 2, 3]
testing.FailureAssertions.from_stack(stack).async_failures_of(resilient).are_kept_in(resilient.failure_queue)
try:
    testing.FailureAssertions.from_stack(stack).async_failures_of_id("Nothing")
    raise SystemExit("an unknown name is an error")
except RuntimeError as error:
    assert "no function has a logical id" in str(error), error
print(json.dumps(app.synth().get_stack_by_name("Stack").template))
`;

/** The dependencies that are bundled, and theirs. */
const BUNDLED = /^node_modules\/(debug|ms|velocityjs|yaml)\//;

let packed: Packed;
let app: string;
let template: { Resources: Record<string, { Type: string }> };

beforeAll(() => {
  packed = pack();
  app = installed(packed);
  template = JSON.parse(runNode(app, JAVASCRIPT_APP));
}, 180_000);

afterAll(removeTemporaryFolders);

test('holds the compiled library, its assembly, README, licence and what it bundles, and nothing else', () => {
  const others = packed.files.filter((path) => !/^lib\/.*\.(js|d\.ts)$/.test(path) && !BUNDLED.test(path));

  expect(others.sort()).toEqual(['.jsii', 'LICENSE', 'README.md', 'package.json']);
});

test('is smaller than 3 MB', () => {
  expect(packed.size).toBeLessThan(3 * MEGABYTE);
});

test('brings the dependencies that the decisions name, inside of the package', () => {
  const { dependencies, bundleDependencies, bundledDependencies = bundleDependencies } = manifest(join(app, 'node_modules', NAME));

  expect(Object.keys(dependencies)).toEqual(['velocityjs', 'yaml']);
  expect(bundledDependencies).toEqual(['velocityjs', 'yaml']);
});

test('exports every class and enum of the assembly by its name, and nothing else', () => {
  const { types } = JSON.parse(readFileSync(join(app, 'node_modules', NAME, '.jsii'), 'utf8'));
  const names = Object.values<{ fqn: string; kind: string }>(types).filter(({ kind }) => kind !== 'interface').map(({ fqn }) => fqn.slice(NAME.length + 1));

  const exported = runNode(app, `
    const library = require('${NAME}');
    const namesIn = (scope, prefix = '') => Object.entries(scope)
      .flatMap(([name, value]) => value.__esModule ? namesIn(value, name + '.') : prefix + name);
    console.log(JSON.stringify(namesIn(library).sort()));
  `);

  expect(names).toContain('ResilientFunction');
  expect(JSON.parse(exported)).toEqual(names.sort());
});

test('gives ES modules its exports by name', () => {
  const printed = runNode(app, `import { ResilientFunction, mixins } from '${NAME}'; console.log(ResilientFunction.name, mixins.FunctionTracing.name);`, 'module');

  expect(printed.trim()).toBe('ResilientFunction FunctionTracing');
});

test('has a module for the functions themselves that loads nothing of the CDK', () => {
  const printed = runNode(app, `
    const { LambdaError, reportErrors } = require('${NAME}/handler');
    reportErrors(() => { throw new Error('load', { cause: new LambdaError('OrderNotFound', 'no order 42') }); })({}, {}).catch(({ name, message }) => {
      const foreign = Object.keys(require.cache).filter((file) => !file.includes('/${NAME}/lib/handler/') && !file.endsWith('reason-phrases.js'));
      console.log(JSON.stringify({ name, message, foreign }));
    });
  `);
  const [line, answer] = printed.trim().split('\n').map((text) => JSON.parse(text));

  expect(answer).toEqual({ name: 'OrderNotFound', message: '[OrderNotFound] no order 42', foreign: [] });
  expect(line).toMatchObject({ level: 'ERROR', code: 'OrderNotFound' });
  expect(runNode(app, `import { answerErrors, sqsBatch } from '${NAME}/handler'; console.log(answerErrors.name, sqsBatch.name);`, 'module').trim())
    .toBe('answerErrors sqsBatch');
});

test('keeps its private files private', () => {
  const printed = runNode(app, `
    for (const path of ['lib/private/errors', 'lib/handler/index.js', 'lib/private/errors.js', 'lib/failure', 'lib/index.js']) {
      try { require('${NAME}/' + path); console.log('loaded', path); } catch ({ code }) { console.log(code); }
    }
  `);

  expect(new Set(printed.trim().split('\n'))).toEqual(new Set(['ERR_PACKAGE_PATH_NOT_EXPORTED']));
});

test('loads no module of aws-cdk-lib, and next to nothing of its own, until something is used', () => {
  const loaded: string[] = JSON.parse(runNode(app, `
    require('aws-cdk-lib');
    const before = new Set(Object.keys(require.cache));
    require('${NAME}');
    console.log(JSON.stringify(Object.keys(require.cache).filter((file) => !before.has(file))));
  `));

  expect(loaded.length).toBeLessThanOrEqual(1 + NAMESPACES);
  expect(loaded.filter((file) => !file.includes(NAME))).toEqual([]);
});

test('brings a command line, which loads nothing of the CDK', () => {
  writeFileSync(join(app, 'template.json'), JSON.stringify(template));
  const command = join(app, 'node_modules/.bin/lambda-errors');
  const loaded = runNode(app, `
    process.argv = ['node', 'lambda-errors', 'explain', '502'];
    require('./node_modules/${NAME}/lib/cli/bin.js');
    console.log(Object.keys(require.cache).filter((file) => /aws-cdk-lib|constructs/.test(file)).length);
  `);

  expect(run(app, command, ['report', 'template.json'])).toMatch(/ways of their events: \d+ kept, 0 lost, 0 unknown/);
  expect(loaded).toMatch(/^502 of API Gateway REST API[^]*\n0\n$/);
});

test('is used by a JavaScript app', () => {
  const types = Object.values(template.Resources).map(({ Type }) => Type);

  expect(types.filter((type) => type === 'AWS::Lambda::Function')).toHaveLength(2);
  expect(types).toEqual(expect.arrayContaining(['AWS::Lambda::EventInvokeConfig', 'AWS::SQS::Queue', 'AWS::CloudWatch::Alarm']));
});

const withPython = mayUsePyPI() ? test : test.skip;
withPython(`is used by a Python app that synthesizes the same template${mayUsePyPI() ? '' : ' [skipped: needs python3 and PyPI]'}`, () => {
  const python = installedInPython();

  expect(JSON.parse(run(app, python, ['-c', PYTHON_APP]))).toEqual(template);
  expect(run(app, join(dirname(python), 'lambda-errors'), ['explain', '502'])).toContain('502 of API Gateway REST API');
}, 300_000);

test('is used by a TypeScript app that type checks', () => {
  const compilerOptions = { noEmit: true, strict: true, skipLibCheck: true, types: [], module: 'node16', target: 'es2022' };
  writeFileSync(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['app.ts'] }));
  writeFileSync(join(app, 'app.ts'), `
    import { App, Stack } from 'aws-cdk-lib';
    import { FailureQueue, RetryPolicy, mixins } from '${NAME}';
    import { answerErrors, type HttpAnswer } from '${NAME}/handler';
    export const handler: (event: object, context: object) => Promise<string | HttpAnswer> = answerErrors(() => 'done');
    const queue: FailureQueue = new FailureQueue(new Stack(new App(), 'Stack'), 'Queue');
    export const used = [queue.queue.queueArn, RetryPolicy.none(), new mixins.FunctionTracing()];
  `);

  expect(run(app, process.execPath, [require.resolve('typescript/bin/tsc'), '--project', app])).toBe('');
});
