import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { newVersionAlarm } from '../../../src/deployment/private/new-version-alarm';
import { nodeFunction, testStack } from '../../support';

test('it watches the version that the alias will point to, as the alias invokes it', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Orders');
  const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
  newVersionAlarm(stack, alias);

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'Errors',
    Threshold: 1,
    Dimensions: [
      { Name: 'FunctionName', Value: stack.resolve(fn.functionName) },
      { Name: 'Resource', Value: { 'Fn::Join': ['', [stack.resolve(fn.functionName), ':live']] } },
      { Name: 'ExecutedVersion', Value: stack.resolve(fn.currentVersion.version) },
    ],
  });
});
