import { Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { addStatement } from '../../../src/failure/private/policy-document';
import { testStack } from '../../support';

const stack = testStack();
const USERS = { Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' };
const statement = () => new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: ['*'] });
const statementWith = (sid: string, resource: string) => new iam.PolicyStatement({ sid, principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: [resource] });
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

test('renders each statement once, however many come', () => {
  let rendered = 0;
  const counted = (sid: string) => statementWith(sid, Lazy.string({ produce: () => { rendered++; return '*'; } }));
  let document: unknown = {};
  for (const sid of ['A', 'B', 'C', 'D']) document = addStatement(stack, document, counted(sid));

  expect(rendered).toBe(4);
  expect(stack.resolve(document).Statement).toHaveLength(4);
});
