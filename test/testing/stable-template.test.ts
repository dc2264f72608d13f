import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, CfnOutput, CfnResource, LegacyStackSynthesizer, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { StableApp } from '../../src/testing/stable-app';
import { StableTemplate } from '../../src/testing/stable-template';

const FOLDERS = ['first', 'second', 'third', 'fourth'].map((content) => {
  const path = mkdtempSync(join(tmpdir(), 'stable-template-test-'));
  writeFileSync(join(path, 'index.js'), content);
  writeFileSync(join(path, 'Dockerfile'), `FROM ${content}`);
  return path;
});

function assetFunction(scope: Construct, id: string, content: number, memorySize?: number): lambda.Function {
  return new lambda.Function(scope, id, {
    code: lambda.Code.fromAsset(FOLDERS[content]),
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    memorySize,
  });
}

/** The stable templates of the stacks that `build` makes, as text: its order counts. */
function stable(build: (app: StableApp) => Stack[]): string[] {
  return build(new StableApp()).map((stack) => JSON.stringify(StableTemplate.fromStack(stack).toJson(), undefined, 1));
}

describe('what code does to a template', () => {
  test('the key of a zip asset', () => {
    const [template] = stable((app) => {
      const stack = new Stack(app, 'Stack');
      assetFunction(stack, 'Function', 0);
      return [stack];
    });

    expect(template).toContain('"S3Key": "asset.zip"');
  });

  test('the tag of an image asset', () => {
    const [template] = stable((app) => {
      const stack = new Stack(app, 'Stack');
      new lambda.DockerImageFunction(stack, 'Function', { code: lambda.DockerImageCode.fromImageAsset(FOLDERS[0]) });
      return [stack];
    });

    expect(template).toMatch(/"Fn::Sub": "[^"]*container-assets[^"]*:asset"/);
  });

  test('the parameters of the legacy synthesizer', () => {
    const build = (contents: number[]) => (app: StableApp): Stack[] => {
      const stack = new Stack(app, 'Stack', { synthesizer: new LegacyStackSynthesizer() });
      contents.forEach((content, i) => assetFunction(stack, `Function${i}`, content));
      return [stack];
    };

    const [template] = stable(build([0, 0]));

    expect(Object.keys(JSON.parse(template).Parameters)).toEqual([
      'AssetParametersS3Bucket', 'AssetParametersS3VersionKey', 'AssetParametersArtifactHash',
    ]);
    expect(template).toContain('"Ref": "AssetParametersS3Bucket"');
    expect(stable(build([1, 2]))).toEqual([template]);
  });

  test('the metadata of assets', () => {
    const app = new App({ context: { 'aws:cdk:enable-asset-metadata': true } });
    const stack = new Stack(app, 'Stack');
    const fn = assetFunction(stack, 'Function', 0);
    const cfn = fn.node.defaultChild as lambda.CfnFunction;
    cfn.addMetadata('mine', 1);
    assetFunction(stack, 'Other', 0);

    const Resources = StableTemplate.fromStack(stack).toJson().Resources as Record<string, any>;

    expect(Template.fromStack(stack).toJSON().Resources[stack.getLogicalId(cfn)].Metadata).toHaveProperty(['aws:asset:path']);
    expect(Resources[stack.getLogicalId(cfn)].Metadata).toEqual({ mine: 1 });
    expect(JSON.stringify(Resources)).not.toContain('aws:asset');
  });

  test('hashes that are not of an asset stay', () => {
    const digest = 'a'.repeat(64);
    const [template] = stable((app) => {
      const stack = new Stack(app, 'Stack');
      new CfnOutput(stack, 'Digest', { value: `sha256:${digest}` });
      return [stack];
    });

    expect(template).toContain(digest);
  });
});

describe('logical ids that CDK derives from content', () => {
  test('CurrentVersion loses its hash wherever it is used', () => {
    const [template, consumer, nested] = stable((app) => {
      const stack = new Stack(app, 'Stack');
      const fn = assetFunction(stack, 'Function', 0);
      fn.addAlias('live');
      new CfnResource(stack, 'After', { type: 'My::Own::Thing' }).node.addDependency(fn.currentVersion);
      new CfnOutput(stack, 'Sub', { value: `fn:${fn.currentVersion.version}` });
      const other = new Stack(app, 'Other');
      new CfnOutput(other, 'Version', { value: fn.currentVersion.version });
      new CfnOutput(other, 'Arn', { value: fn.currentVersion.functionArn });
      const inner = new NestedStack(stack, 'Nested');
      new CfnOutput(inner, 'Version', { value: fn.currentVersion.version });
      return [stack, other, inner];
    });

    const { Resources, Outputs } = JSON.parse(template);
    const [id] = Object.keys(Resources).filter((logicalId) => Resources[logicalId].Type === 'AWS::Lambda::Version');
    expect(id).toMatch(/^FunctionCurrentVersion[0-9A-F]{8}$/);
    expect(Resources.After.DependsOn).toEqual([id]);
    expect(JSON.stringify(Outputs.Sub)).toContain(`"${id}"`);
    expect(Outputs).toHaveProperty([`ExportsOutputRef${id}`]);
    expect(consumer).toContain(`"Fn::ImportValue": "Stack:ExportsOutputRef${id}"`);
    expect(consumer).toContain(`"Fn::ImportValue": "Stack:ExportsOutputFnGetAtt${id}Version"`);
    expect(template + consumer + nested).not.toMatch(/[0-9a-f]{32}/);
  });

  test('the Deployment of a REST API loses its hash', () => {
    const [template] = stable((app) => {
      const stack = new Stack(app, 'Stack');
      new apigateway.LambdaRestApi(stack, 'Api', { handler: assetFunction(stack, 'Function', 0) });
      return [stack];
    });

    const { Resources } = JSON.parse(template);
    const [id] = Object.keys(Resources).filter((logicalId) => Resources[logicalId].Type === 'AWS::ApiGateway::Deployment');
    expect(id).toMatch(/^ApiDeployment[0-9A-F]{8}$/);
    expect(template).toContain(`"DeploymentId": {\n     "Ref": "${id}"`);
  });

  test('two functions with versions stay two', () => {
    const [template] = stable((app) => {
      const stack = new Stack(app, 'Stack');
      for (const id of ['One', 'Two']) assetFunction(stack, id, 0).addAlias('live');
      return [stack];
    });

    const versions = Object.entries<any>(JSON.parse(template).Resources).filter(([, { Type }]) => Type === 'AWS::Lambda::Version');
    expect(new Set(versions.map(([id]) => id)).size).toBe(2);
    const aliases = Object.values<any>(JSON.parse(template).Resources).filter(({ Type }) => Type === 'AWS::Lambda::Alias');
    expect(aliases.map(({ Properties }) => Properties.FunctionVersion['Fn::GetAtt'][0])).toEqual(versions.map(([id]) => id));
  });

  test('a version that the user named keeps its name', () => {
    const [template] = stable((app) => {
      const stack = new Stack(app, 'Stack');
      const version = new lambda.Version(stack, 'Version', { lambda: assetFunction(stack, 'Function', 0) });
      (version.node.defaultChild as lambda.CfnVersion).overrideLogicalId('Release7');
      return [stack];
    });

    expect(template).toContain('"Release7": {');
  });
});

describe('what is left out', () => {
  test('the bootstrap check and how CDK counts its users', () => {
    const app = new App({ analyticsReporting: true });
    const stack = new Stack(app, 'Stack', { env: { region: 'eu-west-1' } });
    new CfnResource(stack, 'Thing', { type: 'My::Own::Thing' });

    expect(StableTemplate.fromStack(stack).toJson()).toEqual({ Resources: { Thing: { Type: 'My::Own::Thing' } } });
  });

  test('parameters and rules of the user stay', () => {
    const stack = new Stack(new StableApp(), 'Stack');
    stack.templateOptions.description = 'mine';
    new CfnOutput(stack, 'Region', { value: stack.region });

    expect(StableTemplate.fromStack(stack).toJson()).toEqual({ Description: 'mine', Outputs: { Region: { Value: { Ref: 'AWS::Region' } } } });
  });
});

test('works in a stage, and for an app that is not a StableApp', () => {
  const stage = new Stage(new App(), 'Stage');
  const stack = new Stack(stage, 'Stack');
  assetFunction(stack, 'Function', 0).addAlias('live');

  expect(JSON.stringify(StableTemplate.fromStack(stack).toJson())).not.toMatch(/[0-9a-f]{32}/);
});

test('is a template that can be asserted on', () => {
  const stack = new Stack(new StableApp(), 'Stack');
  assetFunction(stack, 'Function', 0).addAlias('live');

  Template.fromJSON(StableTemplate.fromStack(stack).toJson()).resourceCountIs('AWS::Lambda::Alias', 1);
});

test('what toJson() gave can be changed without changing the next', () => {
  const stack = new Stack(new StableApp(), 'Stack');
  assetFunction(stack, 'Function', 0);
  const template = StableTemplate.fromStack(stack);

  template.toJson().Resources = {};

  expect(template.toJson().Resources).not.toEqual({});
});

describe('any app', () => {
  const functionShape = fc.record({
    memorySize: fc.constantFrom<number[]>(128, 256, 512),
    aliased: fc.boolean(),
    nested: fc.boolean(),
    api: fc.boolean(),
    usedByOther: fc.boolean(),
  });
  const shape = fc.array(functionShape, { minLength: 1, maxLength: 4 });
  const contents = fc.array(fc.nat(FOLDERS.length - 1), { minLength: 4, maxLength: 4 });
  type Shape = typeof functionShape extends fc.Arbitrary<infer T> ? T : never;

  function build(functions: Shape[], content: number[]): string[] {
    return stable((app) => {
      const stack = new Stack(app, 'Stack');
      const other = new Stack(app, 'Other');
      const nested = new NestedStack(stack, 'Nested');
      const role = new iam.Role(other, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
      functions.forEach(({ memorySize, aliased, nested: inner, api, usedByOther }, i) => {
        const fn = assetFunction(inner ? nested : stack, `Function${i}`, content[i], memorySize);
        if (aliased) fn.addAlias('live');
        if (api) new apigateway.LambdaRestApi(inner ? nested : stack, `Api${i}`, { handler: fn });
        if (usedByOther) fn.currentVersion.grantInvoke(role);
      });
      return [stack, other, nested];
    });
  }

  test('gives the same templates whatever its code is', () => {
    fc.assert(fc.property(shape, contents, contents, (functions, before, after) => {
      expect(build(functions, after)).toEqual(build(functions, before));
    }), { numRuns: 20 });
  });

  test('gives another template when anything else changes', () => {
    fc.assert(fc.property(shape, contents, fc.nat(), (functions, content, n) => {
      const changed = functions.map((each, i) => (i === n % functions.length ? { ...each, memorySize: 1_024 } : each));
      expect(build(changed, content)).not.toEqual(build(functions, content));
    }), { numRuns: 10 });
  });
});
