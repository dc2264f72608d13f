import { CfnParameter, Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { displayNameOf, functionSubject, identityOf, knownTimeoutOf } from '../../../src/alarms/private/function-subject';
import { l1Function, nodeFunction, testStack } from '../../support';

describe('every reference to a function', () => {
  test('has the same home, name and identity', () => {
    const fn = nodeFunction(testStack());
    const subjects = [fn, fn.node.defaultChild as lambda.CfnFunction, fn.latestVersion].map(functionSubject);

    for (const subject of subjects) {
      expect(subject).toMatchObject({ resource: fn.node.defaultChild, home: fn, qualifier: undefined });
      expect(identityOf(subject)).toBe(fn.node.defaultChild);
      expect(fn.stack.resolve(displayNameOf(subject))).toEqual(fn.stack.resolve(fn.functionName));
    }
  });

  test('that is a singleton is one function', () => {
    const stack = testStack();
    const [one, two] = ['One', 'Two'].map((id) => new lambda.SingletonFunction(stack, id, {
      uuid: 'u', code: lambda.Code.fromInline('x'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler',
    }));

    expect(functionSubject(one).home).toBe(functionSubject(two).home);
  });
});

test('an alias and a version have a qualifier and a home of their own', () => {
  const fn = nodeFunction(testStack());
  const alias = fn.addAlias('live');

  expect(functionSubject(alias)).toMatchObject({ home: alias, qualifier: 'live', functionName: fn.functionName, resource: fn.node.defaultChild });
  const version = fn.currentVersion;
  expect(functionSubject(version)).toMatchObject({ home: version, qualifier: version.version, functionName: fn.functionName });
});

test('an imported alias and version too', () => {
  const stack = testStack();
  const version = lambda.Version.fromVersionArn(stack, 'Version', 'arn:aws:lambda:eu-west-1:111122223333:function:orders:7');
  const alias = lambda.Alias.fromAliasAttributes(stack, 'Alias', { aliasName: 'live', aliasVersion: version });

  expect([version, alias].map((ref) => displayNameOf(functionSubject(ref)))).toEqual(['orders:7', 'orders:live']);
});

test('an imported function is known by its name', () => {
  const stack = testStack();
  const arn = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';
  const subjects = [lambda.Function.fromFunctionArn(stack, 'L2', arn), lambda.CfnFunction.fromFunctionArn(stack, 'L1', arn)].map(functionSubject);

  expect(subjects.map(({ resource, functionName }) => [resource, functionName])).toEqual([[undefined, 'orders'], [undefined, 'orders']]);
  expect(identityOf(subjects[0])).toBe(identityOf(subjects[1]));
});

test('the timeout is known, or is not', () => {
  const stack = testStack();
  const token = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;

  const timeouts = [
    nodeFunction(stack, 'Explicit', { timeout: Duration.minutes(2) }),
    l1Function(stack, 'Default'),
    l1Function(stack, 'Token', { timeout: token }),
    lambda.Function.fromFunctionName(stack, 'Imported', 'orders'),
  ].map((ref) => knownTimeoutOf(functionSubject(ref)));

  expect(timeouts).toEqual([120, 3, undefined, undefined]);
});
