import { expandFunction } from '../../../src/analysis/template/serverless-function';

const expand = (properties: object, globals?: object) => expandFunction('Fn', { Type: 'AWS::Serverless::Function', Condition: 'Live', Properties: properties }, globals).resources;

test('lists of all functions come first, members are merged, the rest is the function\'s', () => {
  const { Fn } = expand({ Layers: ['b'], Environment: { Variables: { A: 2 } }, Timeout: 9 }, { Layers: ['a'], Environment: { Variables: { A: 1, B: 1 } }, Timeout: 3 });

  expect(Fn.Properties).toMatchObject({ Layers: ['a', 'b'], Environment: { Variables: { A: 2, B: 1 } }, Timeout: 9 });
});

test('what is made of it has its condition', () => {
  const made = expand({ AutoPublishAlias: 'live', EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: 'SNS' } } }, FunctionUrlConfig: { AuthType: 'NONE' } });

  expect(Object.keys(made).sort()).toEqual(['Fn', 'FnAliaslive', 'FnEventInvokeConfig', 'FnEventInvokeConfigOnFailureQueue', 'FnRole', 'FnUrl', 'FnUrlPublicPermissions', 'FnVersion']);
  expect(Object.values(made).map(({ Condition }) => Condition)).toEqual(Array(8).fill('Live'));
  expect([made.FnEventInvokeConfigOnFailureQueue.Type, made.FnUrl.Properties]).toMatchObject(['AWS::SNS::Topic', { Qualifier: 'live' }]);
});

test('a role of its own stays, and none is made', () => {
  expect(Object.keys(expand({ Role: 'arn:aws:iam::111122223333:role/orders' }))).toEqual(['Fn']);
});

test('SAM grants what is said with its type', () => {
  const event = (OnFailure: object) => ({ Events: { E: { Type: 'Kinesis', Properties: { DestinationConfig: { OnFailure } } } } });
  const statements = (properties: object) => (expand(properties).FnRole.Properties as any).Policies[0].PolicyDocument.Statement;

  expect(statements(event({ Type: 'SQS', Destination: 'arn' }))).toMatchObject([{ Resource: ['arn', { 'Fn::Join': ['', ['arn', '/*']] }] }]);
  expect(statements(event({ Destination: 'arn' }))).toEqual([]);
});

test.each([undefined, null, 3, [], { Events: [] }, { Events: { E: 3 } }, { EventInvokeConfig: 'a', FunctionUrlConfig: 3, Policies: { a: 1 } }])('%j throws nothing', (properties) => {
  expect(expand(properties as object).Fn.Type).toBe('AWS::Lambda::Function');
});
