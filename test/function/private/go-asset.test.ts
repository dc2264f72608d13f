import * as fs from 'fs';
import * as path from 'path';
import { App, Aspects, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoCode } from '../../../src/function/go-code';
import { GoCodeHash, type GoCodeOptions } from '../../../src/function/go-code-options';
import { copyOfFixtures, dockerArguments, failureOf, fakeDocker, MAIN, temporaryFolder, withoutGo, write } from '../go-fixtures';

const BUNDLING = 'aws:cdk:bundling-stacks';

interface Setup {
  readonly docker: string;
  readonly outdir: string;
  readonly root: string;
  readonly app: App;
  readonly stack: Stack;
}

function setup(context: Record<string, unknown> = {}, docker = fakeDocker(), outdir = temporaryFolder(), root = copyOfFixtures()): Setup {
  const app = new App({ outdir, context });
  return { docker, outdir, root, app, stack: new Stack(app, 'Stack') };
}

function goFunction(stack: Stack, id: string, folder: string, props: Partial<lambda.FunctionProps> = {}, options?: GoCodeOptions): lambda.Function {
  return new lambda.Function(stack, id, { code: GoCode.fromPackage(folder, options), runtime: GoCode.RUNTIME, handler: GoCode.HANDLER, ...props });
}

const synth = ({ docker, app }: Setup) => withoutGo(docker, () => app.synth());
const assetsIn = (outdir: string) => fs.readdirSync(outdir).filter((name) => name.startsWith('asset.'));
const ran = (docker: string) => fs.existsSync(path.join(docker, 'arguments.json'));
const keyOf = (stack: Stack, fn: lambda.Function) =>
  Template.fromStack(stack).toJSON().Resources[stack.getLogicalId(fn.node.defaultChild as lambda.CfnFunction)].Properties.Code.S3Key as string;

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => { jest.restoreAllMocks(); });

test('nothing is built before synthesis, and then all functions of a module at once', () => {
  const app = setup();
  goFunction(app.stack, 'Api', `${app.root}/service/cmd/api`);
  goFunction(app.stack, 'Worker', `${app.root}/service/cmd/worker`);
  expect(ran(app.docker)).toBe(false);

  synth(app);

  expect(dockerArguments(app.docker).slice(-2)).toEqual(['./cmd/api', './cmd/worker']);
  expect(assetsIn(app.outdir).map((asset) => fs.readdirSync(path.join(app.outdir, asset)))).toEqual([['bootstrap'], ['bootstrap']]);
});

test('an unchanged function is not built again, a changed one is', () => {
  const first = setup();
  goFunction(first.stack, 'Api', `${first.root}/service/cmd/api`);
  goFunction(first.stack, 'Worker', `${first.root}/service/cmd/worker`);
  synth(first);
  write({ 'service/cmd/worker/more.go': 'package main\n' }, first.root);

  const second = setup({}, fakeDocker(), first.outdir, first.root);
  goFunction(second.stack, 'Api', `${first.root}/service/cmd/api`);
  goFunction(second.stack, 'Worker', `${first.root}/service/cmd/worker`);
  synth(second);
  const third = setup({}, fakeDocker(), first.outdir, first.root);
  goFunction(third.stack, 'Api', `${first.root}/service/cmd/api`);
  synth(third);

  expect(dockerArguments(second.docker).slice(-1)).toEqual(['./cmd/worker']);
  expect(ran(third.docker)).toBe(false);
});

test('a folder left by a synth that was killed is built', () => {
  const first = setup();
  goFunction(first.stack, 'Api', `${first.root}/service/cmd/api`);
  const second = setup({}, fakeDocker(), first.outdir, first.root);
  goFunction(second.stack, 'Api', `${first.root}/service/cmd/api`);

  synth(second);

  expect(assetsIn(first.outdir).map((asset) => fs.readdirSync(path.join(first.outdir, asset)))).toEqual([['bootstrap']]);
});

test('a stack that is not to be bundled is not built, and keeps the same hash', () => {
  const built = setup();
  const api = goFunction(built.stack, 'Api', `${built.root}/service/cmd/api`);
  const skipped = setup({ [BUNDLING]: [] }, fakeDocker(125));
  const sameApi = goFunction(skipped.stack, 'Api', `${skipped.root}/service/cmd/api`);

  synth(skipped);

  expect(ran(skipped.docker)).toBe(false);
  expect(assetsIn(skipped.outdir)).toEqual([]);
  expect(keyOf(skipped.stack, sameApi)).toBe(withoutGo(built.docker, () => keyOf(built.stack, api)));
});

test('the architecture counts that the function has at synthesis', () => {
  const app = setup({ [BUNDLING]: [] });
  const folder = `${app.root}/service/cmd/api`;
  const arm = goFunction(app.stack, 'Arm', folder, { architecture: lambda.Architecture.ARM_64 });
  const late = goFunction(app.stack, 'Late', folder);
  const hatch = goFunction(app.stack, 'Hatch', folder);
  const aspect = goFunction(app.stack, 'Aspect', folder);
  const intel = goFunction(app.stack, 'Intel', folder);
  (late.node.defaultChild as lambda.CfnFunction).architectures = ['arm64'];
  (hatch.node.defaultChild as lambda.CfnFunction).addPropertyOverride('Architectures', ['arm64']);
  Aspects.of(aspect).add({ visit: (node) => { if (lambda.CfnFunction.isCfnFunction(node)) { node.architectures = ['arm64']; } } });

  expect([late, hatch, aspect].map((fn) => keyOf(app.stack, fn))).toEqual(Array(3).fill(keyOf(app.stack, arm)));
  expect(keyOf(app.stack, intel)).not.toBe(keyOf(app.stack, arm));
});

test('an error found while reading names the function', () => {
  const { stack } = setup();
  const error = failureOf(() => goFunction(stack, 'Api', 'no/such/folder'));

  expect(error).toMatchObject({ name: 'GoPackageNotFound', constructPath: 'Stack/Api' });
});

test('a failed build is the error of the synth itself, each time', () => {
  const app = setup({}, fakeDocker(1, 'cmd/api/main.go:9:1: syntax error'));
  goFunction(app.stack, 'Api', `${app.root}/service/cmd/api`);

  for (let attempt = 0; attempt < 2; attempt++) {
    const error = failureOf(() => synth(app));
    expect(error.name).toBe('GoBuildFailed');
    expect(error.message).toBe('go build failed for ./cmd/api (Stack/Api):\ncmd/api/main.go:9:1: syntax error');
  }
  expect(assetsIn(app.outdir)).toEqual([]);
});

test('without a toolchain the synth fails with GoToolchainNotFound', () => {
  const app = setup({}, temporaryFolder());
  goFunction(app.stack, 'Api', `${app.root}/service/cmd/api`);

  expect(failureOf(() => synth(app)).name).toBe('GoToolchainNotFound');
});

describe('hashed by its output', () => {
  const options = { hashBy: GoCodeHash.OUTPUT };

  test('equal programs have one asset, whatever their sources', () => {
    const app = setup();
    const [one, two] = withoutGo(app.docker, () => ['api', 'worker'].map((name) => goFunction(app.stack, name, `${app.root}/service/cmd/${name}`, {}, options)));

    expect(keyOf(app.stack, one)).toBe(keyOf(app.stack, two));
    expect(assetsIn(app.outdir)).toHaveLength(1);
  });

  test('a failed build is its own error', () => {
    const app = setup({}, fakeDocker(1, 'wrong'));

    expect(withoutGo(app.docker, () => failureOf(() => goFunction(app.stack, 'Api', `${app.root}/service/cmd/api`, {}, options))).name).toBe('GoBuildFailed');
  });

  test('a stack that is not to be bundled is not built', () => {
    const app = setup({ [BUNDLING]: [] }, fakeDocker(125));
    goFunction(app.stack, 'Api', `${app.root}/service/cmd/api`, {}, options);

    expect(synth(app).stacks).toHaveLength(1);
  });
});

test('functions in nested stacks, stages and several stacks share one asset', () => {
  const app = setup();
  const stage = new Stage(app.app, 'Prod');
  const stacks = [app.stack, new NestedStack(app.stack, 'Nested'), new Stack(stage, 'Other')];
  stacks.forEach((stack) => goFunction(stack, 'Api', `${app.root}/service/cmd/api`));

  synth(app);

  expect(assetsIn(app.outdir)).toHaveLength(1);
});

test('tools find the asset from the template', () => {
  const app = setup({ 'aws:cdk:enable-asset-metadata': true });
  goFunction(app.stack, 'Api', `${app.root}/service/cmd/api`);

  synth(app);

  Template.fromStack(app.stack).hasResource('AWS::Lambda::Function', {
    Metadata: { 'aws:asset:path': assetsIn(app.outdir)[0], 'aws:asset:is-bundled': true, 'aws:asset:property': 'Code' },
  });
});

test('the manifest holds no path of the sources', () => {
  const app = setup();
  const root = write({ 'go.mod': 'module example.com/m\n', 'main.go': MAIN });
  goFunction(app.stack, 'Api', root);
  synth(app);

  expect(fs.readFileSync(path.join(app.outdir, 'Stack.assets.json'), 'utf8')).not.toContain(root);
});
