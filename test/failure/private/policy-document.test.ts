import { Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { addStatement } from '../../../src/failure/private/policy-document';
import { testStack } from '../../support';

const stack = testStack();
const USERS = { Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' };
const statement = () => new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: ['*'] });
const OURS = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sqs:SendMessage', Resource: '*' };

test.each<[string, unknown, unknown[]]>([
  ['an empty one', { Statement: [] }, [OURS]],
  ['one with a statement', { Statement: USERS }, [USERS, OURS]],
  ['one with statements', { Version: '2008-10-17', Statement: [USERS] }, [USERS, OURS]],
  ['one that has it', { Statement: [OURS] }, [OURS]],
])('adds to %s', (_, document, expected) => {
  const result = stack.resolve(addStatement(stack, document, statement()));

  expect(result.Statement).toEqual(expected);
});

test('keeps the version, and gives one to a new document', () => {
  expect(addStatement(stack, { Version: '2008-10-17' }, statement())).toMatchObject({ Version: '2008-10-17' });
  expect(addStatement(stack, {}, statement())).toMatchObject({ Version: '2012-10-17' });
});

test('adds to the document of an L2, once', () => {
  const document = new iam.PolicyDocument();
  [1, 2].forEach(() => addStatement(stack, document, statement()));

  expect(stack.resolve(document).Statement).toEqual([OURS]);
});

test.each([['nothing', undefined], ['a token', Lazy.any({ produce: () => ({}) })], ['a text', '{}'], ['statements in a token', { Statement: Lazy.any({ produce: () => [] }) }]])(
  'gives up on %s', (_, document) => {
    expect(addStatement(stack, document, statement())).toBeUndefined();
  });

test('renders no statement that differs in what is literal', () => {
  const unseen = () => Lazy.string({ produce: () => { throw new Error('rendered'); } });
  const others = [{ ...OURS, Sid: 'B' }, { ...OURS, Action: 'sqs:*' }].map((one) => ({ ...one, Resource: unseen() }));
  const added = new iam.PolicyStatement({ sid: 'A', principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: ['*'] });

  expect(addStatement(stack, { Statement: others }, added)).toMatchObject({ Statement: [...others, { ...OURS, Sid: 'A' }] });
});

test.each<[string, object]>([
  ['written in another order', { Resource: '*', Action: 'sqs:SendMessage', Principal: { AWS: '*' }, Effect: 'Allow' }],
  ['written with a token', { ...OURS, Principal: Lazy.any({ produce: () => ({ AWS: '*' }) }) }],
])('does not add what is there, %s', (_, existing) => {
  expect(addStatement(stack, { Statement: existing }, statement())).toEqual({ Statement: existing });
});
