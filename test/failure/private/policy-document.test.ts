import { Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { addStatement } from '../../../src/failure/private/policy-document';
import { testStack } from '../../support';

const stack = testStack();
const USERS = { Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' };
const statement = () => new iam.PolicyStatement({ principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: ['*'] });
const statementWith = (sid: string | undefined, resource: string) => new iam.PolicyStatement({ sid, principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: [resource] });
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

test('renders no statement of another name, and each of the same name once', () => {
  let rendered = 0;
  const counted = (sid?: string) => statementWith(sid, Lazy.string({ produce: () => { rendered++; return '*'; } }));
  const rendersFor = (...sids: (string | undefined)[]) => {
    rendered = 0;
    const document = sids.reduce<unknown>((all, sid) => addStatement(stack, all, counted(sid)), {});
    return [rendered, stack.resolve(document).Statement.length];
  };

  expect(rendersFor('A', 'B', 'C', 'D')).toEqual([0, 4]);
  expect(rendersFor('A', 'A', 'B')).toEqual([2, 2]);
  expect(rendersFor('A', undefined)).toEqual([2, 2]);
  expect(rendersFor(undefined, undefined, undefined)).toEqual([3, 1]);
});
