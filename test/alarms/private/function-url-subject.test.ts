import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { functionUrlSubject } from '../../../src/alarms/private/function-url-subject';
import { nodeFunction, testStack } from '../../support';

test('the alarms of an L1 that an L2 made are those of the L2', () => {
  const url = nodeFunction(testStack()).addFunctionUrl();

  expect(functionUrlSubject(url).home).toBe(url);
  expect(functionUrlSubject(url.node.defaultChild as lambda.CfnUrl).home).toBe(url);
});

test('a reference without a resource is read from its ARN', () => {
  const ref = Object.assign(new Construct(testStack(), 'Url'), {
    urlRef: { functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live' },
    env: { account: '111122223333', region: 'eu-west-1' },
  });

  expect(functionUrlSubject(ref)).toMatchObject({ home: ref, dimensions: { FunctionName: 'orders', Resource: 'orders:live' } });
});
