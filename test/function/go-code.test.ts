import * as fs from 'fs';
import * as path from 'path';
import { App, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { GoCode } from '../../src/function/go-code';
import type { GoCodeOptions } from '../../src/function/go-code-options';
import { testWith } from '../support';
import { copyOfFixtures, elfMachine, failureOf, MAIN, temporaryFolder, withoutGo, write } from './go-fixtures';

const BUILD_TIMEOUT = 120_000;

function testApp(context: Record<string, unknown> = {}, outdir = temporaryFolder()): { app: App; stack: Stack } {
  const app = new App({ outdir, context });
  return { app, stack: new Stack(app, 'Stack') };
}

const notBundled = () => testApp({ 'aws:cdk:bundling-stacks': [] });

function goFunction(stack: Stack, id: string, code: GoCode, props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  return new lambda.Function(stack, id, { code, runtime: GoCode.RUNTIME, handler: GoCode.HANDLER, ...props });
}

/** Synthesizes one function of each code and gives their programs. */
function build(codes: Record<string, { code: GoCode; architecture?: lambda.Architecture }>, outdir = temporaryFolder()): Record<string, string> {
  const { app, stack } = testApp({}, outdir);
  const functions = Object.entries(codes).map(([id, { code, architecture }]) => [id, goFunction(stack, id, code, { architecture })] as const);
  const { Resources } = app.synth().getStackByName('Stack').template as { Resources: Record<string, { Properties: { Code: { S3Key: string } } }> };
  return Object.fromEntries(functions.map(([id, fn]) => {
    const hash = path.basename(Resources[stack.getLogicalId(fn.node.defaultChild as lambda.CfnFunction)].Properties.Code.S3Key, '.zip');
    return [id, path.join(outdir, `asset.${hash}`, 'bootstrap')];
  }));
}

const api = (root: string, options?: GoCodeOptions) => GoCode.fromPackage(path.join(root, 'service/cmd/api'), options);
const worker = (root: string) => GoCode.fromPackage(path.join(root, 'service/cmd/worker'));

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => { jest.restoreAllMocks(); });

describe('built for real', () => {
  testWith('go', 'one code in two functions gives each a program for its own architecture', () => {
    const code = api(copyOfFixtures());

    const { X86_64, ARM_64 } = lambda.Architecture;
    const programs = build({ Default: { code }, Intel: { code, architecture: X86_64 }, Arm: { code, architecture: ARM_64 } });

    expect(programs.Default).toBe(programs.Intel);
    expect(elfMachine(programs.Intel)).toBe(62);
    expect(elfMachine(programs.Arm)).toBe(183);
    expect((fs.statSync(programs.Arm).mode % 0o1000).toString(8)).toBe('755');
  }, BUILD_TIMEOUT);

  testWith('go', 'the same module in two folders gives the same hash and the same bytes', () => {
    const [one, two] = [copyOfFixtures(), copyOfFixtures()].map((root) => build({ Api: { code: api(root) }, Worker: { code: worker(root) } }));

    for (const id of ['Api', 'Worker']) {
      expect(path.dirname(one[id]).split('asset.')[1]).toBe(path.dirname(two[id]).split('asset.')[1]);
      expect(fs.readFileSync(one[id]).equals(fs.readFileSync(two[id]))).toBe(true);
    }
  }, BUILD_TIMEOUT);

  testWith('go', 'a program built with others has the same bytes as one built alone', () => {
    const root = copyOfFixtures();

    const together = build({ Api: { code: api(root) }, Worker: { code: worker(root) } });
    const alone = build({ Worker: { code: worker(root) } });

    expect(fs.readFileSync(together.Worker).equals(fs.readFileSync(alone.Worker))).toBe(true);
  }, BUILD_TIMEOUT);

  testWith('go', 'two packages of the same name do not get each other\'s program', () => {
    const root = write({
      'go.mod': 'module example.com/m\n\ngo 1.21\n',
      'orders/api/main.go': 'package main\n\nfunc main() { println("these are the orders") }\n',
      'users/api/main.go': 'package main\n\nfunc main() { println("these are the users") }\n',
    });

    const programs = build({ Orders: { code: GoCode.fromPackage(`${root}/orders/api`) }, Users: { code: GoCode.fromPackage(`${root}/users/api`) } });

    expect(fs.readFileSync(programs.Orders).includes('these are the orders')).toBe(true);
    expect(fs.readFileSync(programs.Users).includes('these are the users')).toBe(true);
  }, BUILD_TIMEOUT);

  testWith('go', 'build tags and linker flags arrive', () => {
    const root = copyOfFixtures();

    const programs = build({ Plain: { code: api(root) }, Custom: { code: api(root, { buildTags: ['enterprise'], ldflags: ['-X main.version=9.8.7-custom'] }) } });

    const [plain, custom] = [programs.Plain, programs.Custom].map((program) => fs.readFileSync(program));
    expect([plain.includes('community'), plain.includes('enterprise'), plain.includes('9.8.7-custom')]).toEqual([true, false, false]);
    expect([custom.includes('community'), custom.includes('enterprise'), custom.includes('9.8.7-custom')]).toEqual([false, true, true]);
  }, BUILD_TIMEOUT);

  testWith('go', 'modules of a workspace find each other', () => {
    const root = write({
      'go.work': 'go 1.21\n\nuse (\n\t./service\n\t./shared\n)\n',
      'service/go.mod': 'module example.com/service\n\ngo 1.21\n',
      'shared/go.mod': 'module example.com/shared\n\ngo 1.21\n',
      'service/main.go': 'package main\n\nimport "example.com/shared"\n\nfunc main() { println(shared.Name) }\n',
      'shared/shared.go': 'package shared\n\nconst Name = "x"\n',
    });

    expect(elfMachine(build({ Service: { code: GoCode.fromPackage(`${root}/service`) } }).Service)).toBe(62);
  }, BUILD_TIMEOUT);

  testWith('go', 'a compile error is GoBuildFailed with what Go says, in paths of the module', () => {
    const root = copyOfFixtures();
    write({ 'service/cmd/api/broken.go': 'package main\n\nvar broken = undefinedName\n' }, root);

    const error = failureOf(() => build({ Api: { code: api(root) } }));

    expect(error.name).toBe('GoBuildFailed');
    expect(error.message).toContain('go build failed for ./cmd/api (Stack/Api):');
    expect(error.message).toContain('cmd/api/broken.go:3:14: undefined: undefinedName');
    expect(error.message).not.toContain(root);
  }, BUILD_TIMEOUT);

  testWith('go', 'an unchanged function needs no toolchain any more', () => {
    const [root, outdir] = [copyOfFixtures(), temporaryFolder()];
    const first = build({ Worker: { code: worker(root) } }, outdir);

    expect(withoutGo(temporaryFolder(), () => build({ Worker: { code: worker(root) } }, outdir))).toEqual(first);
  }, BUILD_TIMEOUT);
});

describe('not bundled', () => {
  test('GoCode is told from other code', () => {
    expect(GoCode.isGoCode(GoCode.fromPackage('cmd/api'))).toBe(true);
    expect([lambda.Code.fromInline('x'), undefined, null, 'x', {}].map((x) => GoCode.isGoCode(x))).toEqual([false, false, false, false, false]);
  });

  test('runtime and handler are those of an OS-only runtime', () => {
    const { stack } = notBundled();
    goFunction(stack, 'Api', api(copyOfFixtures()));

    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Runtime: 'provided.al2023', Handler: 'bootstrap' });
  });

  test('works in other constructs that make a function', () => {
    const root = copyOfFixtures();
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    const stack = new Stack(app, 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
    const props = { runtime: GoCode.RUNTIME, handler: GoCode.HANDLER };
    new lambda.SingletonFunction(stack, 'Singleton', { uuid: 'one', code: api(root), ...props });
    new cloudfront.experimental.EdgeFunction(stack, 'Edge', { code: api(root), ...props });
    goFunction(stack, 'Versioned', api(root)).addAlias('live');

    const keys = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function')).map(({ Properties }) => Properties.Code.S3Key);

    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(3);
  });

  test('works with asset parameters of the legacy synthesizer', () => {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    const stack = new Stack(app, 'Stack', { synthesizer: new LegacyStackSynthesizer() });
    goFunction(stack, 'Api', api(copyOfFixtures()));

    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Code: { S3Bucket: { Ref: Match.anyValue() } } });
  });

  test('code that no resource is tied to is for x86_64', () => {
    const { stack } = notBundled();
    const root = copyOfFixtures();
    const { s3Location } = api(root).bind(stack);
    goFunction(stack, 'Api', api(root));
    new lambda.CfnFunction(stack, 'L1', { role: 'arn:aws:iam::111122223333:role/r', code: { s3Bucket: s3Location!.bucketName, s3Key: s3Location!.objectKey } });

    const keys = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function')).map(({ Properties }) => Properties.Code.S3Key);

    expect(new Set(keys).size).toBe(1);
  });

  test('a path may be relative to the working directory', () => {
    const root = write({ 'go.mod': 'module example.com/m\n', 'main.go': MAIN });

    expect(() => goFunction(notBundled().stack, 'Api', GoCode.fromPackage(path.relative(process.cwd(), root)))).not.toThrow();
  });
});
