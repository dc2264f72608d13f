import { Aspects, AspectPriority, Shims, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IConstruct } from 'constructs';
import { LambdaErrorHandling } from '../../src/mixins/lambda-error-handling';
import { l1Function, nodeFunction } from '../support';
import { templatesOf, withApp } from './support/synthesized';

const STABILIZED = '@aws-cdk/core:aspectStabilization';

/** Wires an app by an aspect before anything is in it. */
function wiredFirst(fill: (stack: Stack) => void, stabilized = true): Template {
  return withApp((app) => {
    const stack = new Stack(app, 'Stack');
    Aspects.of(app).add(Shims.asAspect(new LambdaErrorHandling()));
    fill(stack);
    return Template.fromJSON(JSON.parse(templatesOf(app)['Stack.template.json']));
  }, { [STABILIZED]: stabilized });
}

/** An aspect of somebody else, which makes something in the stack when it comes there. */
function making(make: (stack: Stack) => void) {
  return { visit: (node: IConstruct) => { if (node instanceof Stack && !node.node.tryFindChild('Late')) make(node); } };
}

function expectComplete(template: Template, functions: number): void {
  template.resourcePropertiesCountIs('AWS::Lambda::Function', { TracingConfig: { Mode: 'Active' } }, functions);
  template.resourceCountIs('AWS::Lambda::EventInvokeConfig', functions);
  template.resourcePropertiesCountIs('AWS::CloudWatch::Alarm', { MetricName: 'Errors' }, functions);
}

describe.each([true, false])('as an aspect, with aspects stabilized: %s, the mixin reaches', (stabilized) => {
  test('functions that are made after it', () => {
    expectComplete(wiredFirst((stack) => {
      nodeFunction(stack);
      l1Function(stack);
    }, stabilized), 2);
  });

  test('a rule that is made after it, for a function that is made after that', () => {
    const template = wiredFirst((stack) => {
      const rule = new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] } });
      rule.addTarget(new LambdaFunction(nodeFunction(stack)));
    }, stabilized);

    template.allResourcesProperties('AWS::Events::Rule', { Targets: [{ DeadLetterConfig: {} }] });
  });

  test('functions that an aspect of somebody else makes before it comes', () => {
    expectComplete(wiredFirst((stack) => {
      Aspects.of(stack).add(making((scope) => nodeFunction(scope, 'Late')), { priority: AspectPriority.MUTATING - 1 });
    }, stabilized), 1);
  });
});

test('with aspects stabilized, it reaches functions that an aspect of somebody else makes after it came', () => {
  expectComplete(wiredFirst((stack) => {
    Aspects.of(stack).add(making((scope) => nodeFunction(scope, 'Late')), { priority: AspectPriority.READONLY });
  }), 1);
});
