import { CfnResource, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { assetHashesOf, templateOf, templatesOf } from '../../../src/testing/private/synthesized';
import { StableApp } from '../../../src/testing/stable-app';

test('reads the templates of stacks and nested stacks', () => {
  const app = new StableApp();
  const stack = new Stack(app, 'Stack');
  const nested = new NestedStack(stack, 'Nested');
  new CfnResource(nested, 'Inner', { type: 'My::Own::Thing' });

  const assembly = app.synth();

  expect(Object.keys(templateOf(nested, assembly).Resources!)).toEqual(['Inner']);
  expect(templatesOf(stack, assembly)).toEqual([templateOf(stack, assembly), templateOf(nested, assembly)]);
});

test('leaves out the stacks of other stages', () => {
  const app = new StableApp();
  const stage = new Stage(app, 'Stage');
  const [outer, inner] = [new Stack(app, 'Stack'), new Stack(stage, 'Stack')];
  for (const stack of [outer, inner]) new CfnResource(stack, 'Thing', { type: 'My::Own::Thing' });

  expect(templatesOf(outer, app.synth())).toHaveLength(1);
  expect(templatesOf(inner, stage.synth())).toHaveLength(1);
});

test('lists the hash of every asset once', () => {
  const app = new StableApp();
  const stacks = ['One', 'Two'].map((id) => new Stack(app, id));
  const [asset] = stacks.map((stack) => new Asset(stack, 'Asset', { path: __filename }));

  const hashes = assetHashesOf(app.synth());

  expect(hashes.filter((hash) => hash === asset.assetHash)).toHaveLength(1);
});
