import { modelWith } from './support';

const ROLE_ARN = { 'Fn::GetAtt': ['Role', 'Arn'] };
const STATEMENT = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': ['Queue', 'Arn'] } };
const role = (properties: object) => ({ Role: { Type: 'AWS::IAM::Role', Properties: properties } });
const document = { PolicyDocument: { Statement: [STATEMENT] } };

function ofRole(resources: object, arn: unknown = ROLE_ARN, sections = {}) {
  const model = modelWith(resources, sections);
  const [template] = model.assembly.templates;
  return model.permissions.ofRole(template.property(arn), { action: 'sqs:SendMessage', on: template.resource('Queue')! });
}

test.each<[string, object, string]>([
  ['nothing at all', {}, 'no'],
  ['a policy', { Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Role' }], ...document } } }, 'yes'],
  ['a policy of another role', { Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: ['other'], ...document } } }, 'no'],
  ['a policy of whatever role', { Policy: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Stage' }], ...document } } }, 'unknown'],
  ['an inline policy', role({ Policies: [document] }), 'yes'],
  ['a single statement that is no list', role({ Policies: [{ PolicyDocument: { Statement: STATEMENT } }] }), 'yes'],
  ['a role policy', { Policy: { Type: 'AWS::IAM::RolePolicy', Properties: { RoleName: { Ref: 'Role' }, ...document } } }, 'yes'],
  ['a managed policy of the template', { ...role({ ManagedPolicyArns: [{ Ref: 'Managed' }] }), Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: document } }, 'yes'],
  ['a managed policy that names it', { Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { Roles: [{ Ref: 'Role' }], ...document } } }, 'yes'],
  ['what Lambda needs', role({ ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole' }] }), 'no'],
  ['whatever AWS manages', role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonSQSFullAccess'] }), 'unknown'],
  ['a denial', { ...role({ Policies: [document, { PolicyDocument: { Statement: [{ ...STATEMENT, Effect: 'Deny' }] } }] }) }, 'no'],
])('a role with %s', (_what, resources, expected) => {
  expect(ofRole(resources)).toBe(expected);
});

test('a role that is in no template may do anything', () => {
  expect([ofRole({}, 'arn:aws:iam::111122223333:role/orders'), ofRole({}, { Ref: 'Stage' }), ofRole({}, null), ofRole({}, ROLE_ARN, { Transform: 'Macro' })]).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
});

test('the policy of a queue lets a service in', () => {
  const allows = (policies: object) => {
    const model = modelWith(policies);
    const queue = model.assembly.templates[0].resource('Queue')!;
    return model.permissions.ofResource(queue, { action: 'sqs:SendMessage', on: queue, service: 'sns.amazonaws.com' });
  };
  const policy = (Principal: object) => ({ Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [{ ...STATEMENT, Principal }] } } } });

  expect([allows({}), allows(policy({ Service: 'sns.amazonaws.com' })), allows(policy({ Service: 'events.amazonaws.com' }))]).toEqual(['no', 'yes', 'no']);
  expect(modelWith({}).permissions.ofResource('arn', { action: 'sqs:SendMessage', on: 'arn' })).toBe('unknown');
});

test('a key lets a service or a role use it', () => {
  const statement = (Principal: unknown) => ({ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal });
  const of = (...principals: unknown[]) => {
    const model = modelWith({ Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: principals.map(statement) } } } });
    const [template] = model.assembly.templates;
    const key = template.resource('Key')!;
    return [model.permissions.ofKey(key, { action: 'kms:GenerateDataKey', on: key, service: 'sns.amazonaws.com' }), model.permissions.ofKeyByRole(key, template.property(ROLE_ARN))];
  };

  expect([of({ Service: 'sns.amazonaws.com' }), of({ AWS: ROLE_ARN }), of({ AWS: 'arn:aws:iam::111122223333:root' })]).toEqual([['yes', 'no'], ['no', 'yes'], ['no', 'no']]);
});
