process.env.CDK_VALIDATION = 'true';

import { App, Duration, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { customerAlarm, experiment } from './support';
import { InjectedFault } from '../../src/fault-injection/injected-fault';
import { nagFindings, rulesIn, strictApp, unacknowledged } from '../nag';
import { l1Function, nodeFunction } from '../support';

function everyFault(stack: Stack, acknowledgeRules?: boolean): IConstruct {
  const functions = [
    nodeFunction(stack, 'Orders', { timeout: Duration.seconds(5) }), l1Function(stack, 'Audit', { architectures: ['arm64'] }),
    nodeFunction(stack, 'Mail').addAlias('live'),
  ];
  const options = { duration: Duration.minutes(2), invocationPercentage: 50 };
  const faults = [InjectedFault.functionError(options), InjectedFault.delay(Duration.seconds(2), options), InjectedFault.httpResponse(503, options)];
  return experiment(stack, functions, { faults, stopAlarms: [customerAlarm(stack), customerAlarm(stack, 'Payments')], acknowledgeRules });
}

test('a stack with every fault is clean', () => {
  const app = strictApp();
  everyFault(new Stack(app, 'Stack'));

  expect(() => app.synth()).not.toThrow();
}, 60_000);

test('cdk-nag finds nothing in what is made', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const made = [everyFault(stack), stack.node.findChild('FaultConfiguration')];

  expect(unacknowledged(nagFindings(app, stack, made), stack)).toEqual([]);
});

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
