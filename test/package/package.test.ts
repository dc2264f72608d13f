import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { synthesizedBy } from './javascript';
import { installed, manifest, pack, removeTemporaryFolders, ROOT, run, runNode, type Packed } from './packed';
import type { Templates } from './synthesized';

const NAME = 'cdk-lambda-error-handling';
const MEGABYTE = 1024 * 1024;

/** The dependencies that are bundled, and theirs. */
const BUNDLED = /^node_modules\/(debug|ms|velocityjs|yaml)\//;

let packed: Packed;
let app: string;
let templates: Templates;

beforeAll(() => {
  packed = pack();
  app = installed(packed);
  templates = synthesizedBy(app, join(__dirname, 'apps/app.js'));
}, 180_000);

afterAll(removeTemporaryFolders);

test('holds the compiled library, its assembly, README, licence and what it bundles, and nothing else', () => {
  const others = packed.files.filter((path) => !/^lib\/.*\.(js|d\.ts)$/.test(path) && !BUNDLED.test(path));

  expect(others.sort()).toEqual(['.jsii', 'LICENSE', 'README.md', 'package.json']);
});

test('holds a file of code for each folder, one that finds them, and what is loaded from outside', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'handler').map(({ name }) => `lib/${name}/bundle.js`);
  const handler = readdirSync(join(ROOT, 'src/handler')).filter((file) => file.endsWith('.ts')).map((file) => `lib/handler/${file.replace(/ts$/, 'js')}`);
  const expected = ['lib/index.js', 'lib/modules.js', 'lib/cli/bin.js', ...folders, ...handler, 'lib/api/private/reason-phrases.js'];

  expect(packed.files.filter((path) => /^lib\/.*\.js$/.test(path)).sort()).toEqual(expected.sort());
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

test('shows classes by their names, and the file and line of an error', () => {
  const misnamed = runNode(app, `
    const namesIn = (scope) => Object.entries(scope)
      .flatMap(([name, value]) => value.__esModule ? namesIn(value) : typeof value === 'function' && value.name !== name ? [name + ' is ' + value.name] : []);
    console.log(JSON.stringify(namesIn(require('${NAME}'))));
  `);
  const [frame, line] = runNode(app, `
    try { require('${NAME}').RetryPolicy.of({ retryAttempts: -1 }); } catch ({ stack }) {
      const frame = stack.split('\\n').find((line) => line.startsWith('    at '));
      const [, file, line] = /\\((.*):(\\d+):\\d+\\)/.exec(frame);
      console.log(frame.trim());
      console.log(require('fs').readFileSync(file, 'utf8').split('\\n')[line - 1].trim());
    }
  `).split('\n');

  expect(JSON.parse(misnamed)).toEqual([]);
  expect(frame).toMatch(/^at new RetryPolicy .*\/lib\/failure\/bundle\.js:\d+/);
  expect(line).toMatch(/^throw new errors_1\.ValidationError\('RetryAttemptsInvalid'/);
});

test('knows its version', () => {
  const { version } = manifest(join(app, 'node_modules', NAME));

  expect(runNode(app, `console.log(new (require('${NAME}').FailureHandlingChecks)().version);`).trim()).toBe(version);
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
    for (const path of ['lib/private/bundle', 'lib/handler/index.js', 'lib/private/bundle.js', 'lib/modules.js', 'lib/failure', 'lib/index.js']) {
      try { require('${NAME}/' + path); console.log('loaded', path); } catch ({ code }) { console.log(code); }
    }
  `);

  expect(new Set(printed.trim().split('\n'))).toEqual(new Set(['ERR_PACKAGE_PATH_NOT_EXPORTED']));
});

test('loads no module of aws-cdk-lib, and of its own the names and what finds them, until something is used', () => {
  const loaded: string[] = JSON.parse(runNode(app, `
    require('aws-cdk-lib');
    const before = new Set(Object.keys(require.cache));
    require('${NAME}');
    console.log(JSON.stringify(Object.keys(require.cache).filter((file) => !before.has(file))));
  `));

  // How long it takes is measured by `npm run benchmark`.
  expect(loaded.map((file) => file.split(`/${NAME}/`)[1])).toEqual(['lib/index.js', 'lib/modules.js']);
});

test('brings a command line, which loads nothing of the CDK', () => {
  writeFileSync(join(app, 'template.json'), JSON.stringify(templates['Orders.template.json']));
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
  const types = Object.values(templates['Orders.template.json'].Resources).map(({ Type }) => Type);

  expect(types.filter((type) => type === 'AWS::Lambda::Function')).toHaveLength(2);
  expect(types).toEqual(expect.arrayContaining(['AWS::Lambda::EventInvokeConfig', 'AWS::SQS::Queue', 'AWS::CloudWatch::Alarm']));
});

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
