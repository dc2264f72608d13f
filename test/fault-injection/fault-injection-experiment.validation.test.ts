process.env.CDK_VALIDATION = 'true';

import { App, Duration, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import * as fc from 'fast-check';
import { customerAlarm, experiment } from './support';
import { InjectedFault } from '../../src/fault-injection/injected-fault';
import { nagFindings, rulesIn, testCleanliness } from '../nag';
import { l1Function, nodeFunction, strictApp } from '../support';

function everyFault(stack: Stack, acknowledgeRules?: boolean): IConstruct {
  const functions = [
    nodeFunction(stack, 'Orders', { timeout: Duration.seconds(5) }), l1Function(stack, 'Audit', { architectures: ['arm64'] }),
    nodeFunction(stack, 'Mail').addAlias('live'),
  ];
  const options = { duration: Duration.minutes(2), invocationPercentage: 50 };
  const faults = [InjectedFault.functionError(options), InjectedFault.delay(Duration.seconds(2), options), InjectedFault.httpResponse(503, options)];
  return experiment(stack, functions, { faults, stopAlarms: [customerAlarm(stack), customerAlarm(stack, 'Payments')], acknowledgeRules });
}

testCleanliness((stack) => [everyFault(stack), stack.node.findChild('FaultConfiguration')]);

test('whatever is asked for legally is a template that CDK finds nothing wrong with', () => {
  const options = fc.record({ minutes: fc.integer({ min: 1, max: 720 }), invocationPercentage: fc.integer({ min: 1, max: 100 }) });
  const [delay, status] = [fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 100, max: 599 })];
  const fault = fc.record({ options, kind: fc.integer({ min: 0, max: 2 }), delay, status });
  fc.assert(fc.property(fc.array(fault, { minLength: 1, maxLength: 4 }), (faults) => {
    const app = strictApp();
    const stack = new Stack(app, 'Stack');
    experiment(stack, [nodeFunction(stack)], {
      faults: faults.map((one) => {
        const given = { duration: Duration.minutes(one.options.minutes), invocationPercentage: one.options.invocationPercentage };
        return [
          InjectedFault.functionError(given), InjectedFault.delay(Duration.millis(one.delay), given), InjectedFault.httpResponse(one.status, given),
        ][one.kind];
      }),
    });
    app.synth();
  }), { numRuns: 10 });
}, 60_000);

test('what is acknowledged is exactly what is wrong about a correct stack', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const made = [everyFault(stack, false), stack.node.findChild('FaultConfiguration')];

  expect(rulesIn(nagFindings(app, stack, made))).toEqual(['AwsSolutions-IAM5', 'AwsSolutions-S1']);
});

test('what is added to the functions is acknowledged on itself, not on their roles', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  everyFault(stack);
  const roles = stack.node.findAll().filter(({ node }) => node.id === 'ServiceRole');

  expect(rulesIn(nagFindings(app, stack, roles))).toEqual(['AwsSolutions-IAM4']);
  expect(roles.flatMap(({ node }) => node.metadata)).toEqual([]);
  expect(lambda.CfnFunction.isCfnFunction(stack.node.findChild('Audit'))).toBe(true);
});
