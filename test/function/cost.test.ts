import { readFileSync } from 'fs';
import { join } from 'path';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { FailureDestination, FailureQueue } from '../../src/failure';
import { ResilientFunction } from '../../src/function/resilient-function';
import { testStack } from '../support';

const NODE = { code: lambda.Code.fromInline('x'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' };
const README = readFileSync(join(__dirname, '../../src/function/README.md'), 'utf8');

function resources(shared: boolean, functions: number): number {
  const stack = testStack();
  const failureDestination = shared ? FailureDestination.queue(new FailureQueue(stack, 'Failures')) : undefined;
  for (let i = 0; i < functions; i++) new ResilientFunction(stack, `Function${i}`, { ...NODE, failureDestination });
  return Object.keys(Template.fromStack(stack).toJSON().Resources).length;
}

test('the README says how many resources a function costs', () => {
  const alone = resources(false, 2) - resources(false, 1);
  const shared = resources(true, 2) - resources(true, 1);

  expect(README).toContain(`| **total** | **${alone}** | **${shared}** |`);
  expect(README).toContain(`${Math.floor(500 / alone)} functions with a queue each, ${Math.floor((500 - 4) / shared)} with a shared one`);
});
