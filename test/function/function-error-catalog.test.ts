import { CfnCondition, CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ErrorBody } from '../../src/api/error-body';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { FunctionErrorCatalog } from '../../src/function/function-error-catalog';
import { describeMixin } from '../conformance/describe-mixin';
import { l1Function, nodeFunction, testStack } from '../support';

const catalog = ErrorCatalog.of(ErrorDefinition.client('OrderNotFound', { httpStatus: 404 }));
const VARIABLE = { LAMBDA_ERROR_CATALOG: catalog.toJson() };

describeMixin({
  mixin: FunctionErrorCatalog,
  create: () => new FunctionErrorCatalog({ catalog }),
  supported: (stack) => l1Function(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), nodeFunction(stack)],
  expects: { type: 'AWS::Lambda::Function', properties: { Environment: { Variables: VARIABLE } } },
  equivalentL2: {
    plain: (stack) => nodeFunction(stack),
    configured: (stack) => nodeFunction(stack, 'Function', { environment: VARIABLE }),
  },
  conflicts: [
    {
      what: 'the variable has another value',
      set: (fn) => { (fn as lambda.CfnFunction).environment = { variables: { LAMBDA_ERROR_CATALOG: '{}' } }; },
      error: 'FunctionErrorCatalogConflict',
    },
    {
      what: 'a raw override gives it another value',
      set: (fn) => fn.addPropertyOverride('Environment.Variables.LAMBDA_ERROR_CATALOG', '{}'),
      error: 'FunctionErrorCatalogConflict',
    },
  ],
  kept: {
    set: (fn) => { (fn as lambda.CfnFunction).environment = { variables: { TABLE: 'orders' } }; },
    properties: { Environment: { Variables: { ...VARIABLE, TABLE: 'orders' } } },
  },
  setLater: {
    set: (fn) => fn.addPropertyOverride('Environment.Variables.LAMBDA_ERROR_CATALOG', 'mine'),
    properties: { Environment: { Variables: { LAMBDA_ERROR_CATALOG: 'mine' } } },
  },
  token: (fn, stack) => fn.addPropertyOverride('Environment.Variables.LAMBDA_ERROR_CATALOG_OF_OTHERS', new CfnParameter(stack, 'Other').valueAsString),
});

test('an L2 keeps what it has, and takes what is added later', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { environment: { TABLE: 'orders' } });
  fn.with(new FunctionErrorCatalog({ catalog }));
  fn.addEnvironment('BUCKET', 'archive');

  expect(variablesOf(stack)).toEqual({ ...VARIABLE, TABLE: 'orders', BUCKET: 'archive' });
});

test('an equal value is left, and variables behind a token stay', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { environment: { variables: Lazy.any({ produce: () => ({ TABLE: 'orders' }) }) } });
  fn.with(new FunctionErrorCatalog({ catalog }), new FunctionErrorCatalog({ catalog }));

  expect(variablesOf(stack)).toEqual({ TABLE: 'orders', ...VARIABLE });
});

test('a body that handlers do not know is given to them', () => {
  const stack = testStack();
  nodeFunction(stack).with(new FunctionErrorCatalog({ catalog, errorBody: ErrorBody.plain() }));

  expect(JSON.parse(variablesOf(stack).LAMBDA_ERROR_CATALOG)).toEqual({
    ...JSON.parse(catalog.toJson()),
    body: { contentType: 'application/json', template: '{"message":$detail,"code":$code,"requestId":$requestId}' },
  });
});

test('an environment that a condition decides is left with a warning: FunctionErrorCatalog.unknownEnvironment', () => {
  const stack = testStack();
  new CfnCondition(stack, 'IsProduction');
  const fn = l1Function(stack);
  fn.addPropertyOverride('Environment', { 'Fn::If': ['IsProduction', { Variables: {} }, { Ref: 'AWS::NoValue' }] });
  fn.with(new FunctionErrorCatalog({ catalog }));

  expectWarning(stack, '/Stack/L1', 'FunctionErrorCatalog.unknownEnvironment');
});

test('an imported function gets a warning: FunctionErrorCatalog.importedFunction', () => {
  const stack = testStack();
  const fn = lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:orders');
  fn.with(new FunctionErrorCatalog({ catalog }));

  expectWarning(stack, '/Stack/Imported', 'FunctionErrorCatalog.importedFunction');
});

function variablesOf(stack: Stack): Record<string, string> {
  return Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function'))[0].Properties.Environment.Variables;
}

function expectWarning(stack: Stack, path: string, id: string): void {
  Annotations.fromStack(stack).hasWarning(path, Match.stringLikeRegexp(`cdk-lambda-error-handling:${id}`));
}
