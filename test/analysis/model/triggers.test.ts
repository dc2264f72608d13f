import { ARN, modelWith } from './support';
import { qualifierText } from '../../../src/analysis/model/qualifier';
import { INVOCATION_POINTS, type InvocationPoint } from '../../../src/facts/invocation-points';

const shown = (resources: object) => modelWith(resources).triggers.map(({ invoker, by, qualifier, isGuessed, when }) =>
  `${by.id}: ${invoker}${isGuessed ? '?' : ''}${qualifierText(qualifier)}${when.length > 0 ? ' maybe' : ''}`);

/** Properties with the function at a path. */
function at([name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return ARN;
  return name === '*' ? [at(rest)] : name === '**' ? { States: { A: at(rest) } } : { [name]: at(rest) };
}

const POINTS: readonly InvocationPoint[] = INVOCATION_POINTS;

// Tasks have a test of their own.
test.each(POINTS.filter(({ path }) => !path.includes('**')).map((point) => [`${point.resourceType} ${point.path.join('.')}`, point] as const))('%s invokes a function', (_name, { resourceType, path }) => {
  expect(modelWith({ By: { Type: resourceType, Properties: at(path) } }).triggers.map(({ by, fn }) => `${by.id} → ${fn.id}`)).toEqual(['By → Fn']);
});

test('tasks do', () => {
  const Definition = { States: { A: { Resource: ARN }, B: { Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: ARN, InvocationType: 'Event' } } } };

  expect(shown({ Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition } } })).toEqual(['Machine: step-functions', 'Machine: sdk-event']);
});

test('custom resources do', () => {
  expect(shown({ A: { Type: 'Custom::Order', Properties: { ServiceToken: ARN } }, B: { Type: 'AWS::CloudFormation::CustomResource', Properties: { ServiceToken: ARN } } }))
    .toEqual(['A: custom-resource', 'B: custom-resource']);
});

test('a function URL has its qualifier beside the function', () => {
  expect(shown({ Url: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: ARN, Qualifier: 'live' } } })).toEqual(['Url: function-urllive']);
});

test('each target of a rule is about its own function', () => {
  const { triggers } = modelWith({ Other: { Type: 'AWS::Lambda::Function' }, Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Id: 'a', Arn: ARN }, { Id: 'b', Arn: { 'Fn::GetAtt': ['Other', 'Arn'] } }] } } });

  expect(triggers.map(({ fn, at: place }) => [fn.id, place.get('Id').text()])).toEqual([['Fn', 'a'], ['Other', 'b']]);
});

test('a target that depends on a condition may be there', () => {
  expect(shown({ Rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ 'Fn::If': ['Open', { Arn: ARN }, { Ref: 'AWS::NoValue' }] }] } } })).toEqual(['Rule: eventbridge-rule maybe']);
});

describe('a permission', () => {
  const permission = { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: { Ref: 'Fn' }, Principal: 'sns.amazonaws.com' } };

  test('that nothing explains says who invokes', () => {
    expect(shown({ Permission: permission })).toEqual(['Permission: sns?']);
  });

  test('that a trigger explains says nothing', () => {
    expect(shown({ Permission: permission, Subscription: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'lambda', Endpoint: ARN } } })).toEqual(['Subscription: sns']);
  });

  test('of an account says nothing', () => {
    expect(shown({ Permission: { ...permission, Properties: { ...permission.Properties, Principal: '111122223333' } } })).toEqual([]);
  });
});
