import { App, Aspects, Shims, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { RuleCoverage } from '../../../src/delivery/private/rule-coverage';
import { RuleDelivery } from '../../../src/delivery/rule-delivery';
import { nodeFunction } from '../../support';
import { propertiesOf, queueStatements } from '../support';

test('there is one for an app', () => {
  const app = new App();
  const [one, two] = ['One', 'Two'].map((id) => new Stack(app, id));

  expect(RuleCoverage.of(one)).toBe(RuleCoverage.of(two));
});

test.each([true, false])('a mixin that comes as an aspect completes rules, without a warning of CDK (stabilization: %s)', (stabilization) => {
  const app = new App({ context: { '@aws-cdk/core:aspectStabilization': stabilization } });
  const stack = new Stack(app, 'Stack');
  Aspects.of(app).add(Shims.asAspect(new RuleDelivery()));
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['orders'] }, targets: [new targets.LambdaFunction(nodeFunction(stack))] });

  expect(propertiesOf(stack, 'AWS::Events::Rule').Targets[0].DeadLetterConfig).toBeDefined();
  expect(queueStatements(stack)).toContainEqual(expect.objectContaining({ Action: 'sqs:SendMessage' }));
  Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
});
