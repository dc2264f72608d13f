import { Placeholders } from '../../../src/testing/private/placeholders';

const HASH = '0123456789abcdef0123456789abcdef';
const OTHER_HASH = 'fedcba9876543210fedcba9876543210';

function version(): { Type: string } {
  return { Type: 'AWS::Lambda::Version' };
}

test('replaces an id in keys, references, dependencies and text', () => {
  const id = `FnCurrentVersion${HASH}`;
  const template = {
    Resources: { [id]: version(), Alias: { Type: 'AWS::Lambda::Alias', DependsOn: [id], Version: { 'Fn::GetAtt': [id, 'Version'] } } },
    Outputs: { Text: { Value: { 'Fn::Sub': `arn:\${${id}}:\${${id}.Version}` } } },
  };

  expect(new Placeholders([template], []).applyTo(template)).toEqual({
    Resources: {
      FnCurrentVersion: version(),
      Alias: { Type: 'AWS::Lambda::Alias', DependsOn: ['FnCurrentVersion'], Version: { 'Fn::GetAtt': ['FnCurrentVersion', 'Version'] } },
    },
    Outputs: { Text: { Value: { 'Fn::Sub': 'arn:${FnCurrentVersion}:${FnCurrentVersion.Version}' } } },
  });
});

test('replaced ids stay unique, beside each other and beside others', () => {
  const template = { Resources: { [`Fn${HASH}`]: version(), Fn: { Type: 'My::Own::Thing' }, [`Fn${OTHER_HASH}`]: version() } };

  expect(Object.keys(new Placeholders([template], []).applyTo(template).Resources!)).toEqual(['Fn2', 'Fn', 'Fn3']);
});

test('leaves ids with a hash alone that other resources have', () => {
  const template = { Resources: { [`Queue${HASH}`]: { Type: 'AWS::SQS::Queue' } } };

  expect(new Placeholders([template], []).applyTo(template)).toEqual(template);
});

test('knows the ids of other templates', () => {
  const producer = { Resources: { [`Fn${HASH}`]: version() } };
  const consumer = { Resources: { Thing: { Version: { 'Fn::ImportValue': `Stack:ExportsOutputRefFn${HASH}0123ABCD` } } } };

  expect(new Placeholders([producer, consumer], []).applyTo(consumer)).toEqual({
    Resources: { Thing: { Version: { 'Fn::ImportValue': 'Stack:ExportsOutputRefFn' } } },
  });
});

test('replaces the hashes of assets and no other', () => {
  const template = { Resources: { Thing: { Mine: `${HASH}.zip`, Not: `${OTHER_HASH}.zip`, Numbers: [1, true, null] } } };

  expect(new Placeholders([template], [HASH]).applyTo(template)).toEqual({
    Resources: { Thing: { Mine: 'asset.zip', Not: `${OTHER_HASH}.zip`, Numbers: [1, true, null] } },
  });
});

test('puts the resources of a policy statement in an order that does not depend on a hash', () => {
  const statement = (ids: string[]): any => ({ Resources: { Policy: { Resource: ids.map((id) => ({ Ref: id })) } } });
  const template = { Resources: { [`A${HASH}`]: version(), [`B${OTHER_HASH}`]: version() } };
  const placeholders = new Placeholders([template], []);

  expect(placeholders.applyTo(statement([`B${OTHER_HASH}`, `A${HASH}`]))).toEqual(statement(['A', 'B']));
  expect(placeholders.applyTo(statement(['Z', 'Y']))).toEqual(statement(['Z', 'Y']));
});
