import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { shop } from './support';
import { LambdaErrorHandling } from '../../src/mixins';
import { FailureAssertions } from '../../src/testing/failure-assertions';
import { StableApp } from '../../src/testing/stable-app';
import { keptTemplate, lossyTemplate } from '../cli/support';
import { nodeFunction } from '../support';

/** The message and the id of what an assertion throws. */
function failure(assertion: () => unknown): { readonly id: string; readonly message: string } {
  try {
    assertion();
  } catch (error) {
    return { id: (error as Error).name, message: (error as Error).message };
  }
  throw new Error('nothing failed');
}

describe('of a stack', () => {
  const { stack, orders, plain } = shop();
  const assertions = FailureAssertions.fromStack(stack);

  test('an event that can be lost is told with its way', () => {
    const { id, message } = failure(() => assertions.noEventCanBeLost());

    expect(id).toBe('EventCanBeLost');
    expect(message).toMatch(/^an event can be lost in \d+ ways:\n/);
    expect(message).toMatch(/lost: SNS subscription PlainPlaced\w+ → Plain\w+: function-error, timeout, crash, poison-record\n {2}tried {5}3 times within 6 h by Lambda, after 1 min, 2 min\n {2}kept in {3}nothing\n/);
    expect(message).toMatch(/\n {2}lost {6}the event is gone: the on-failure destination .* is not set: set the on-failure destination/);
  });

  test('what has error handling keeps its failures', () => {
    expect(() => assertions.asyncFailuresOf(orders).areKeptIn(orders.failureQueue!)).not.toThrow();
    expect(() => assertions.asyncFailuresOf(orders.function).areKeptIn(orders.failureQueue!)).not.toThrow();
    expect(() => assertions.asyncFailuresOfId('Orders').areKeptInId('OrdersFailureQueue')).not.toThrow();
  });

  test('what has none does not', () => {
    expect(failure(() => assertions.asyncFailuresOf(plain).areKeptIn(orders.failureQueue!))).toEqual({
      id: 'FailureNotKept', message: expect.stringMatching(/^not all failures of Plain\w+ are kept in OrdersFailureQueue\w+:\nlost: SNS/),
    });
  });
});

test('what a scope completes loses nothing', () => {
  const { stack } = shop();
  stack.with(new LambdaErrorHandling());

  expect(() => FailureAssertions.fromStack(stack).noEventCanBeLost({ failOnUnknown: true })).not.toThrow();
});

test('an alias is judged by its own settings', () => {
  const { stack, orders } = shop();
  const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: orders.function.currentVersion });
  const assertions = FailureAssertions.fromStack(stack);

  expect(() => assertions.asyncFailuresOf(alias).areKeptIn(orders.failureQueue!)).not.toThrow();
});

test('a stack is judged without its neighbours, and with what is nested in it', () => {
  const app = new StableApp();
  const [outer, clean] = [new Stack(app, 'Outer'), new Stack(app, 'Clean')];
  const nested = new NestedStack(outer, 'Inner');
  const fn = nodeFunction(nested);
  fn.addPermission('Any', { principal: new iam.ServicePrincipal('s3.amazonaws.com') });

  expect(() => FailureAssertions.fromStack(clean).noEventCanBeLost()).not.toThrow();
  expect(failure(() => FailureAssertions.fromStack(outer).noEventCanBeLost()).id).toBe('EventCanBeLost');
  expect(failure(() => FailureAssertions.fromStack(nested).noEventCanBeLost()).id).toBe('EventCanBeLost');
});

test('what is imported or in another stage is not known', () => {
  const { stack } = shop();
  const assertions = FailureAssertions.fromStack(stack);
  const imported = lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:other');
  const elsewhere = nodeFunction(new Stack(new Stage(new StableApp(), 'Test'), 'Stack'));

  expect(failure(() => assertions.asyncFailuresOf(imported))).toEqual({ id: 'FunctionNotTested', message: expect.stringContaining('Shop/Imported is in none of the templates') });
  expect(failure(() => assertions.asyncFailuresOf(elsewhere))).toEqual({ id: 'StackNotTested', message: expect.stringContaining('Test/Stack/Function is in Test/Stack') });
});

describe('of a template', () => {
  test('what is kept and what is not', () => {
    expect(() => FailureAssertions.fromTemplate(keptTemplate()).noEventCanBeLost()).not.toThrow();
    expect(failure(() => FailureAssertions.fromTemplate(lossyTemplate()).noEventCanBeLost()).message).toContain('→ Notify: function-error, timeout');
  });

  test('by a construct of the stack that it is of', () => {
    const { stack, orders } = shop();

    FailureAssertions.fromTemplate(Template.fromStack(stack).toJSON()).asyncFailuresOf(orders).areKeptIn(orders.failureQueue!);
  });

  test('unknown fails only when asked for', () => {
    const template = keptTemplate();
    template.Parameters = { Destination: { Type: 'String' } };
    template.Resources.Config.Properties.DestinationConfig.OnFailure.Destination = { Ref: 'Destination' };
    const assertions = FailureAssertions.fromTemplate(template);

    expect(() => assertions.noEventCanBeLost()).not.toThrow();
    expect(failure(() => assertions.noEventCanBeLost({ failOnUnknown: true })).message).toMatch(/unknown: SNS subscription/);
  });

  test.each([undefined, null, 'Resources', [], {}])('%j is none', (template: any) => {
    expect(failure(() => FailureAssertions.fromTemplate(template)).id).toBe('TemplateInvalid');
  });
});
