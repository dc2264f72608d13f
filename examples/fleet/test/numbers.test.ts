import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ResilientFunction, testing } from '../../../src';
import { exampleOf } from '../../test/support/layout';

const { readme } = exampleOf('fleet');

/** What functions take that share nothing. */
function resourcesOf(functions: number): string[] {
  const stack = new Stack(new testing.StableApp(), 'Stack');
  for (let number = 1; number <= functions; number++) {
    new ResilientFunction(stack, `Consumer${number}`, { code: lambda.Code.fromInline('x'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' });
  }
  return Object.values<{ Type: string }>(Template.fromStack(stack).toJSON().Resources).map(({ Type }) => Type);
}

test('the README says what the same functions take that share nothing', () => {
  const own = resourcesOf(1);
  const count = (...types: string[]) => 100 * own.filter((type) => types.includes(type)).length;
  const onAccountAndDelivery = 4;
  const topics = 5; // two, their policies, and who is on call
  const queues = count('AWS::SQS::Queue', 'AWS::SQS::QueuePolicy');
  const alarms = count('AWS::CloudWatch::Alarm') + onAccountAndDelivery;

  expect(resourcesOf(2)).toHaveLength(2 * own.length);
  expect(readme).toContain(`| **alarms** | **${alarms}** | **11** |`);
  expect(readme).toContain(`| ${alarms + queues + topics} | 18 |`);
  expect(readme).toContain(`takes ${own.length} of them: ${Math.floor(500 / own.length)} functions fill it`);
});
