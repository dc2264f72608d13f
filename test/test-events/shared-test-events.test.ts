import { App, Aws, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { SharedTestEvents, type SharedTestEventsProps } from '../../src/test-events/shared-test-events';
import { nodeFunction, testStack } from '../support';

const catalog = ErrorCatalog.of(ErrorDefinition.temporary('StockBusy'), ErrorDefinition.client('OrderNotFound'));
const errors = { StockBusy: { id: 'busy' }, OrderNotFound: { id: '0' } };

function share(props: Partial<SharedTestEventsProps> = {}, stack = testStack()): Stack {
  const testedFunction = props.testedFunction ?? nodeFunction(stack, 'Orders');
  new SharedTestEvents(stack, 'TestEvents', { success: { id: '42' }, ...props, testedFunction });
  return stack;
}

/** The events that the console and the SAM CLI find in the schema of a function. */
function examplesIn(stack: Stack): Record<string, { value: unknown }> {
  const [{ Properties: { Content } }] = Object.values(Template.fromStack(stack).findResources('AWS::EventSchemas::Schema'));
  return JSON.parse(Content).components.examples;
}

test('one event for success and one for each error, by name', () => {
  const examples = examplesIn(share({ catalog, errors }));

  expect(Object.entries(examples)).toEqual([
    ['Success', { value: { id: '42' } }], ['OrderNotFound', { value: { id: '0' } }], ['StockBusy', { value: { id: 'busy' } }],
  ]);
});

test('registry, schema name and type are those of the console and the SAM CLI', () => {
  const stack = share();
  const fn = Object.keys(Template.fromStack(stack).findResources('AWS::Lambda::Function')).find((id) => id.startsWith('Orders'))!;

  Template.fromStack(stack).hasResourceProperties('AWS::EventSchemas::Schema', {
    RegistryName: 'lambda-testevent-schemas', SchemaName: { 'Fn::Join': ['', ['_', { Ref: fn }, '-schema']] }, Type: 'OpenApi3',
  });
});

test('each event has an output with its command and what to expect', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Orders', { functionName: 'orders' });
  share({ testedFunction: fn, catalog, errors }, stack);
  const { Outputs } = Template.fromStack(stack).toJSON();
  const found = Object.entries<any>(Outputs).map(([id, { Value, Description }]) => [id.replace(/^TestEventsInvoke|[0-9A-F]{8}$/g, ''), Value, Description]);

  expect(found.map(([name]) => name)).toEqual(['Success', 'OrderNotFound', 'StockBusy']);
  expect(found[1][1]).toEqual({
    'Fn::Join': ['', [
      'aws lambda invoke --function-name ', stack.resolve(fn.functionArn), ' --cli-binary-format raw-in-base64-out --payload \'{"id":"0"}\' /dev/stdout',
    ]],
  });
  expect(found[0][2]).toContain('no FunctionError');
  expect(found[1][2]).toMatch(/FunctionError "Unhandled".*\[OrderNotFound\]/);
});

test('an alias is invoked as the alias, and its events are those of the function', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Orders');
  const alias = fn.addAlias('live');
  share({ testedFunction: alias }, stack);

  Template.fromStack(stack).hasResourceProperties('AWS::EventSchemas::Schema', { SchemaName: { 'Fn::Join': ['', ['_', stack.resolve(fn.functionName), '-schema']] } });
  Template.fromStack(stack).hasOutput('*', { Value: { 'Fn::Join': ['', Match.arrayWith([stack.resolve(alias.functionArn)])] } });
});

test('functions of a stack share the registry', () => {
  const stack = share();
  new SharedTestEvents(stack, 'AuditEvents', { testedFunction: nodeFunction(stack, 'Audit'), success: null });

  Template.fromStack(stack).resourceCountIs('AWS::EventSchemas::Schema', 2);
  Template.fromStack(stack).resourceCountIs('Custom::AWS', 1);
});

test('what only the deployment knows may stand in an event', () => {
  const stack = share({ success: { region: Aws.REGION } });

  Template.fromStack(stack).hasResourceProperties('AWS::EventSchemas::Schema', { Content: { 'Fn::Join': ['', Match.arrayWith([{ Ref: 'AWS::Region' }])] } });
  Template.fromStack(stack).hasOutput('*', { Value: { 'Fn::Join': ['', Match.arrayWith(['sam remote invoke '])] } });
});

test.each<[string, Partial<SharedTestEventsProps>, string]>([
  ['TestEventMissing', { catalog, errors: { StockBusy: {} } }, 'got none for OrderNotFound'],
  ['TestEventUnknown', { catalog, errors: { ...errors, OrderLost: {} } }, 'errors has OrderLost, the catalogue has OrderNotFound, StockBusy'],
  ['TestEventNotJson', { success: undefined }, 'success must be'],
  ['TestEventNotJson', { errors: { Bad: () => undefined } }, 'errors.Bad must be a value that JSON can write, got function'],
  ['TestEventNameInvalid', { errors: { 'not found': {} } }, "'not found'"],
  ['TestEventNameInvalid', { errors: { Success: {} } }, "'Success'"],
])('%s', (name, props, text) => {
  expect(() => share(props)).toThrow(expect.objectContaining({ name, message: expect.stringContaining(text) }));
});

test('a function has one set of events', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Orders');
  share({ testedFunction: fn }, stack);

  expect(() => new SharedTestEvents(stack, 'More', { testedFunction: fn.addAlias('live'), success: {} })).toThrow(expect.objectContaining({
    name: 'TestEventsTwice', message: expect.stringContaining('Stack/TestEvents'),
  }));
});

test('an imported function may have events already: a warning with the command that deletes them', () => {
  const stack = share({ testedFunction: lambda.Function.fromFunctionArn(testStack('Other'), 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:orders') });

  Annotations.fromStack(stack).hasWarning('/Stack/TestEvents', Match.stringLikeRegexp(
    'delete-schema.*"_orders-schema".*cdk-lambda-error-handling:SharedTestEvents.importedFunction'));
  Template.fromStack(stack).hasResourceProperties('AWS::EventSchemas::Schema', { SchemaName: '_orders-schema' });
});

test('the order of declaration changes nothing', () => {
  const reversed = Object.fromEntries(Object.entries(errors).reverse());
  const [one, other] = [errors, reversed].map((given) => Template.fromStack(share({ errors: given }, new Stack(new App(), 'Stack'))).toJSON());

  expect(one).toEqual(other);
});
