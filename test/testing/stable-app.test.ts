import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { AssetStaging, CfnResource, DockerImage, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { StableApp, TemplateValidation } from '../../src/testing/stable-app';
import { nodeFunction } from '../support';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'stable-app-test-'));
  writeFileSync(join(path, 'index.js'), 'exports.handler = async () => {};');
  return path;
}

function withEnvironment(variables: Record<string, string>, body: () => void): void {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    body();
  } finally {
    process.env = before;
  }
}

/** A template that CDK's validation finds an error in. */
function stackWithError(validation?: TemplateValidation): Stack {
  const stack = new Stack(new StableApp({ validation }), 'Stack');
  nodeFunction(stack, 'Function', { environment: {} });
  new CfnResource(stack, 'Wrong', { type: 'AWS::SQS::Queue', properties: { MessageRetentionPeriod: 'forever', Nonsense: true } });
  return stack;
}

/** A template that CDK's validation finds a warning in, and no error. */
function stackWithWarning(validation?: TemplateValidation): Stack {
  const stack = new Stack(new StableApp({ validation }), 'Stack');
  const fn = nodeFunction(stack);
  (fn.node.defaultChild as lambda.CfnFunction).addPropertyOverride('TracingConfig', { Mode: 'On' });
  return stack;
}

test('bundles nothing, so that a missing builder is no matter', () => {
  const stack = new Stack(new StableApp(), 'Stack');
  const image = DockerImage.fromRegistry('no-such-image');

  nodeFunction(stack, 'Function', { code: lambda.Code.fromAsset(folder(), { bundling: { image } }) });

  expect(stack.bundlingRequired).toBe(false);
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 1);
});

test('bundles where the user asks for it', () => {
  const app = new StableApp({ context: { 'aws:cdk:bundling-stacks': ['**'] } });

  expect(new Stack(app, 'Stack').bundlingRequired).toBe(true);
});

test('writes to a folder of its own, whatever the environment says', () => {
  withEnvironment({ CDK_OUTDIR: '/nowhere/cdk.out' }, () => {
    const first = new StableApp();
    const second = new StableApp();

    expect(first.outdir).toContain(tmpdir());
    expect(first.outdir).not.toBe(second.outdir);
  });
});

test('adds nothing about CDK itself or the machine, whatever the environment says', () => {
  const context = JSON.stringify({ 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:version-reporting': true });
  withEnvironment({ CDK_CONTEXT_JSON: context }, () => {
    const stack = new Stack(new StableApp(), 'Stack', { env: { region: 'eu-west-1', account: '111122223333' } });
    nodeFunction(stack, 'Function', { code: lambda.Code.fromAsset(folder()) });

    const template = Template.fromStack(stack).toJSON();

    expect(JSON.stringify(template)).not.toMatch(/aws:cdk:path|aws:asset:|AWS::CDK::Metadata/);
  });
});

test('takes the properties and the context of an app', () => {
  const app = new StableApp({ context: { mine: 1 }, postCliContext: { last: 2 }, treeMetadata: true });

  expect([app.node.tryGetContext('mine'), app.node.tryGetContext('last'), app._treeMetadata]).toEqual([1, 2, true]);
});

describe('validation', () => {
  test('is off unless asked for', () => {
    withEnvironment({ CDK_VALIDATION: 'true' }, () => {
      expect(() => Template.fromStack(stackWithError())).not.toThrow();
      expect(process.env.CDK_VALIDATION).toBe('true');
    });
  });

  test('ERRORS fails on errors, says which, and leaves warnings', () => {
    const printed = jest.spyOn(console, 'error').mockImplementation();
    withEnvironment({ CDK_VALIDATION: 'false', NODE_ENV: 'production' }, () => {
      expect(() => Template.fromStack(stackWithError(TemplateValidation.ERRORS))).toThrow(/Nonsense/);
      expect(() => Template.fromStack(stackWithWarning(TemplateValidation.ERRORS))).not.toThrow();
      expect(process.env.CDK_VALIDATION).toBe('false');
    });
    expect(printed).toHaveBeenCalledWith(expect.stringContaining('W3030'));
    printed.mockRestore();
  });

  test('STRICT fails on warnings too', () => {
    expect(() => Template.fromStack(stackWithWarning(TemplateValidation.STRICT))).toThrow(/TracingConfig/);
  });

  test('leaves the variable unset that was not set', () => {
    const before = process.env.CDK_VALIDATION;
    delete process.env.CDK_VALIDATION;

    new StableApp().synth();

    expect(process.env).not.toHaveProperty('CDK_VALIDATION');
    process.env.CDK_VALIDATION = before;
  });
});

test('staged assets are not shared with other apps', () => {
  AssetStaging.clearAssetHashCache();
  const [first, second] = [new StableApp(), new StableApp()];
  const path = folder();
  for (const app of [first, second]) nodeFunction(new Stack(app, 'Stack'), 'Function', { code: lambda.Code.fromAsset(path) });

  expect(first.synth().directory).not.toBe(second.synth().directory);
});
