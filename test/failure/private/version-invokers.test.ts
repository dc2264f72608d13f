import { CfnOutput, CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { VersionInvokers } from '../../../src/failure/private/version-invokers';
import { l1Function, testStack } from '../../support';

function isInvoked(refer: (version: lambda.CfnVersion) => void): boolean {
  const stack = testStack();
  const version = new lambda.CfnVersion(stack, 'Version', { functionName: l1Function(stack).ref });
  refer(version);
  return new VersionInvokers(stack).invoke(version);
}

test('a version that nothing refers to is not invoked', () => {
  expect(isInvoked(() => {})).toBe(false);
});

test.each<[string, boolean, (version: lambda.CfnVersion) => void]>([
  ['a permission', true, (v) => new lambda.CfnPermission(v.stack, 'P', { functionName: v.ref, action: 'lambda:InvokeFunction', principal: 's3.amazonaws.com' })],
  ['an event source mapping', true, (v) => new lambda.CfnEventSourceMapping(v.stack, 'M', { functionName: v.ref })],
  ['an output', true, (v) => new CfnOutput(v.stack, 'O', { value: v.ref })],
  ['a rule, inside of a text', true, (v) => new CfnResource(v.stack, 'R', { type: 'AWS::Events::Rule', properties: { Targets: [{ Arn: `x${v.ref}` }] } })],
  ['an alias', false, (v) => new lambda.CfnAlias(v.stack, 'A', { functionName: 'f', functionVersion: v.attrVersion, name: 'live' })],
  ['its own config', false, (v) => new lambda.CfnEventInvokeConfig(v.stack, 'C', { functionName: 'f', qualifier: v.attrVersion })],
  ['an alarm', false, (v) => new CfnResource(v.stack, 'Alarm', { type: 'AWS::CloudWatch::Alarm', properties: { Dimensions: [{ Value: v.attrVersion }] } })],
])('%s invokes a version: %s', (_, expected, refer) => {
  expect(isInvoked(refer)).toBe(expected);
});
