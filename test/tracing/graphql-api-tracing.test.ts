import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { GraphqlApiTracing } from '../../src/tracing/graphql-api-tracing';
import { describeMixin } from '../conformance/describe-mixin';
import { testStack } from '../support';

const ON = { XrayEnabled: true };

describeMixin({
  mixin: GraphqlApiTracing,
  create: () => new GraphqlApiTracing(),
  supported: (stack) => l1Api(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), l2Api(stack)],
  expects: { type: 'AWS::AppSync::GraphQLApi', properties: ON },
  equivalentL2: { plain: (stack) => l2Api(stack), configured: (stack) => l2Api(stack, true) },
  conflicts: [
    { what: 'tracing is switched off', set: (api) => { (api as appsync.CfnGraphQLApi).xrayEnabled = false; }, error: 'GraphqlApiTracingConflict' },
    { what: 'a raw override switches tracing off', set: (api) => api.addPropertyOverride('XrayEnabled', false), error: 'GraphqlApiTracingConflict' },
  ],
  kept: { set: (api) => { (api as appsync.CfnGraphQLApi).ownerContact = 'orders'; }, properties: { OwnerContact: 'orders', ...ON } },
  setLater: { set: (api) => { (api as appsync.CfnGraphQLApi).xrayEnabled = false; }, properties: { XrayEnabled: false } },
  token: (api, stack) => { (api as appsync.CfnGraphQLApi).xrayEnabled = new CfnParameter(stack, 'On').valueAsString as never; },
});

test('a setting that is known at deployment only is left with a warning: GraphqlApiTracing.unknownSetting', () => {
  const stack = testStack();
  const api = l1Api(stack);
  api.addPropertyOverride('XrayEnabled', { 'Fn::If': ['Traced', true, false] });
  api.with(new GraphqlApiTracing());

  Annotations.fromStack(stack).hasWarning('/Stack/L1', Match.stringLikeRegexp('GraphqlApiTracing.unknownSetting'));
});

test('an imported API gets a warning: GraphqlApiTracing.importedApi', () => {
  const stack = testStack();
  appsync.GraphqlApi.fromGraphqlApiAttributes(stack, 'Imported', { graphqlApiId: 'abc123' }).with(new GraphqlApiTracing());

  Annotations.fromStack(stack).hasWarning('/Stack/Imported', Match.stringLikeRegexp('GraphqlApiTracing.importedApi'));
});

function l1Api(stack: Stack): appsync.CfnGraphQLApi {
  return new appsync.CfnGraphQLApi(stack, 'L1', { name: 'orders', authenticationType: 'AWS_IAM' });
}

function l2Api(stack: Stack, xrayEnabled?: boolean): appsync.GraphqlApi {
  return new appsync.GraphqlApi(stack, 'L2', { name: 'orders', xrayEnabled, definition: appsync.Definition.fromSchema({ bind: () => ({ apiId: 'l2', definition: '' }) }) });
}
