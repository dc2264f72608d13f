process.env.CDK_VALIDATION = 'true';

import { App, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { SharedTestEvents } from '../../src/test-events/shared-test-events';
import { nagFindings, rulesIn, testCleanliness } from '../nag';
import { l1Function, nodeFunction } from '../support';

function events(stack: Stack, acknowledgeRules?: boolean): IConstruct[] {
  const before = new Set<IConstruct>([nodeFunction(stack, 'Orders'), l1Function(stack, 'Audit')]);
  for (const id of ['Orders', 'Audit']) {
    new SharedTestEvents(stack, `${id}Events`, {
      testedFunction: stack.node.findChild(id) as any, success: { id: '42' }, errors: { NotFound: [], Broken: 'text' }, acknowledgeRules,
    });
  }
  return stack.node.children.filter((child) => !before.has(child));
}

testCleanliness(events);

test('what is acknowledged is exactly what is wrong about a correct stack', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env: { region: 'eu-west-1' } });

  expect(rulesIn(nagFindings(app, stack, events(stack, false)))).toEqual([
    'AwsSolutions-IAM4', 'Serverless-LambdaDLQ', 'Serverless-LambdaDefaultMemorySize', 'Serverless-LambdaTracing',
  ]);
});
