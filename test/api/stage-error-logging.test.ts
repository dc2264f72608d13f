import { App, CfnParameter, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { accessLogFormat } from '../../src/api/private/access-log-format';
import { StageErrorLogging } from '../../src/api/stage-error-logging';
import { describeMixin } from '../conformance/describe-mixin';
import { testStack } from '../support';

const REST_STAGE = 'AWS::ApiGateway::Stage';
const V2_STAGE = 'AWS::ApiGatewayV2::Stage';
const OWN = 'arn:aws:logs:eu-west-1:111122223333:log-group:orders';

describeMixin({
  mixin: StageErrorLogging,
  create: (stack) => new StageErrorLogging({ logGroup: logGroup(stack), throttlingBurstLimit: 50 }),
  supported: (stack) => restStage(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), new apigateway.CfnRestApi(stack, 'Other')],
  expects: {
    type: REST_STAGE,
    properties: {
      AccessLogSetting: { DestinationArn: Match.anyValue(), Format: accessLogFormat('REST') },
      MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingBurstLimit: 50 }],
    },
  },
  equivalentL2: {
    plain: (stack) => l2Stage(stack),
    configured: (stack) => l2Stage(stack, {
      accessLogDestination: { bind: () => ({ destinationArn: logGroup(stack).attrArn }) },
      accessLogFormat: apigateway.AccessLogFormat.custom(accessLogFormat('REST')),
    }, [{ httpMethod: '*', resourcePath: '/*', throttlingBurstLimit: 50 }]),
  },
  conflicts: [
    {
      what: 'another log group is set',
      set: (stage) => { (stage as apigateway.CfnStage).accessLogSetting = { destinationArn: OWN }; },
      error: 'StageLoggingConflict',
    },
    {
      what: 'a raw override sets another log group',
      set: (stage) => stage.addPropertyOverride('AccessLogSetting.DestinationArn', OWN),
      error: 'StageLoggingConflict',
    },
    {
      what: 'another limit is set',
      set: (stage) => { (stage as apigateway.CfnStage).methodSettings = [{ httpMethod: '*', resourcePath: '/*', throttlingBurstLimit: 7 }]; },
      error: 'StageThrottlingConflict',
    },
  ],
  kept: {
    set: (stage) => {
      (stage as apigateway.CfnStage).accessLogSetting = { format: '$context.requestId' };
      (stage as apigateway.CfnStage).methodSettings = [{ httpMethod: 'GET', resourcePath: '/', throttlingBurstLimit: 7 }];
    },
    properties: {
      AccessLogSetting: { DestinationArn: Match.anyValue(), Format: '$context.requestId' },
      MethodSettings: [{ HttpMethod: 'GET', ThrottlingBurstLimit: 7 }, { HttpMethod: '*', ThrottlingBurstLimit: 50 }].map((one) => Match.objectLike(one)),
    },
  },
  setLater: {
    set: (stage) => { (stage as apigateway.CfnStage).accessLogSetting = { destinationArn: OWN, format: '$context.requestId' }; },
    properties: { AccessLogSetting: { DestinationArn: OWN } },
  },
  token: (stage, stack) => {
    (stage as apigateway.CfnStage).accessLogSetting = { destinationArn: new CfnParameter(stack, 'Log').valueAsString };
    (stage as apigateway.CfnStage).methodSettings = Token.asAny({ Ref: 'Settings' }) as never;
  },
});

test.each(['HTTP', 'WEBSOCKET'] as const)('a stage of an API of kind %s', (kind) => {
  const stack = testStack();
  v2Stage(stack, kind).with(new StageErrorLogging({ throttlingRateLimit: 100, accountHasLogRole: true }));
  const template = Template.fromStack(stack);

  template.hasResourceProperties(V2_STAGE, {
    AccessLogSettings: { DestinationArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('LogGroup'), 'Arn'] }, Format: accessLogFormat(kind) },
    DefaultRouteSettings: { ThrottlingRateLimit: 100 },
  });
  template.hasResource('AWS::Logs::LogGroup', {
    Properties: { RetentionInDays: 30, LogGroupName: Match.stringLikeRegexp('^/aws/vendedlogs/apigateway/') }, DeletionPolicy: 'Delete',
  });
});

test('the stages of L2 APIs', () => {
  const stack = testStack();
  new apigwv2.HttpApi(stack, 'Http');
  new apigwv2.WebSocketStage(stack, 'Socket', { webSocketApi: new apigwv2.WebSocketApi(stack, 'Api'), stageName: 'live' });
  new apigateway.RestApi(stack, 'Rest').root.addMethod('GET');
  stack.with(new StageErrorLogging());
  const template = Template.fromStack(stack);

  for (const kind of ['HTTP', 'WEBSOCKET'] as const) template.hasResourceProperties(V2_STAGE, { AccessLogSettings: { Format: accessLogFormat(kind) } });
  template.hasResourceProperties(REST_STAGE, { AccessLogSetting: { Format: accessLogFormat('REST') } });
  template.resourceCountIs('AWS::Logs::LogGroup', 3);
});

test('a destination that is set is kept, without another log group', () => {
  const stack = testStack();
  const stage = restStage(stack, { accessLogSetting: { destinationArn: OWN } });
  stage.with(new StageErrorLogging());
  const template = Template.fromStack(stack);

  template.resourceCountIs('AWS::Logs::LogGroup', 0);
  template.hasResourceProperties(REST_STAGE, { AccessLogSetting: { DestinationArn: OWN, Format: accessLogFormat('REST') } });
});

test('limits that are set for all methods are completed', () => {
  const stack = testStack();
  const stage = restStage(stack, { methodSettings: [{ httpMethod: '*', resourcePath: '/*', throttlingRateLimit: 10, metricsEnabled: true }] });
  stage.with(new StageErrorLogging({ throttlingRateLimit: 10, throttlingBurstLimit: 5 }));

  Template.fromStack(stack).hasResourceProperties(REST_STAGE, {
    MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 10, ThrottlingBurstLimit: 5, MetricsEnabled: true }],
  });
});

test.each([
  [{ throttlingRateLimit: -1 }], [{ throttlingBurstLimit: -1 }], [{ throttlingBurstLimit: 1.5 }], [{ throttlingRateLimit: Infinity }],
])('limits that are none are refused: StageThrottlingOutOfRange %p', (props) => {
  expect(() => new StageErrorLogging(props)).toThrow(expect.objectContaining({ name: 'StageThrottlingOutOfRange' }));
});

test('a token is no limit that could be wrong', () => {
  expect(() => new StageErrorLogging({ throttlingRateLimit: Token.asNumber({ Ref: 'A' }), throttlingBurstLimit: Token.asNumber({ Ref: 'B' }) })).not.toThrow();
});

describe('the role of the account', () => {
  const UNKNOWN = Match.stringLikeRegexp('cdk-lambda-error-handling:StageErrorLogging.accountRoleUnknown');

  test.each([['REST', restStage], ['WebSocket', (stack: Stack) => v2Stage(stack, 'WEBSOCKET')]])(
    'is warned of where a %s API needs it and nothing sets it: StageErrorLogging.accountRoleUnknown', (_, make) => {
      const stack = testStack();
      make(stack).with(new StageErrorLogging());

      Annotations.fromStack(stack).hasWarning('/Stack/Stage', UNKNOWN);
    });

  test('is there before the stage', () => {
    const stack = testStack();
    const stage = restStage(stack);
    new apigateway.CfnAccount(stack, 'Account', { cloudWatchRoleArn: 'arn:aws:iam::111122223333:role/logs' });
    stage.with(new StageErrorLogging());

    Template.fromStack(stack).hasResource(REST_STAGE, { DependsOn: ['Account'] });
    Annotations.fromStack(stack).hasNoWarning('*', UNKNOWN);
  });

  test.each<[string, (app: App, stack: Stack) => unknown]>([
    ['another stack of the environment sets it', (app) =>
      new apigateway.CfnAccount(new Stack(app, 'Base', { env: ENV }), 'Account', { cloudWatchRoleArn: 'arn:aws:iam::111122223333:role/logs' })],
    ['the stage has execution logs', (_, stack) => {
      stageIn(stack).methodSettings = [{ httpMethod: '*', resourcePath: '/*', loggingLevel: 'ERROR' }];
    }],
    ['the stage has an access log', (_, stack) => { stageIn(stack).accessLogSetting = { destinationArn: OWN }; }],
  ])('is known where %s', (_, make) => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ENV });
    restStage(stack);
    make(app, stack);
    stack.with(new StageErrorLogging());

    Annotations.fromStack(stack).hasNoWarning('*', UNKNOWN);
  });

  test('is not needed by HTTP APIs, and known to who says so', () => {
    const stack = testStack();
    v2Stage(stack, 'HTTP').with(new StageErrorLogging());
    restStage(stack, {}, 'Rest').with(new StageErrorLogging({ accountHasLogRole: true }));

    Annotations.fromStack(stack).hasNoWarning('*', UNKNOWN);
  });
});

test('a format that only the deployment knows is left without a warning', () => {
  const stack = testStack();
  const format = new CfnParameter(stack, 'Format').valueAsString;
  restStage(stack, { accessLogSetting: { destinationArn: OWN, format } }).with(new StageErrorLogging({ accountHasLogRole: true }));

  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('causesNotLogged'));
});

test('a format that tells no causes is left with a warning: StageErrorLogging.causesNotLogged', () => {
  const stack = testStack();
  restStage(stack, { accessLogSetting: { destinationArn: OWN, format: '$context.requestId $context.status' } }).with(new StageErrorLogging());

  Annotations.fromStack(stack).hasWarning('/Stack/Stage', Match.stringLikeRegexp('\\$context.integration.error.*StageErrorLogging.causesNotLogged'));
});

test('a setting that only the deployment knows is left with a warning: StageErrorLogging.unknownSetting', () => {
  const stack = testStack();
  const made = v2Stage(stack, 'HTTP');
  made.addPropertyOverride('AccessLogSettings', { 'Fn::If': ['Logged', { DestinationArn: OWN }, { Ref: 'AWS::NoValue' }] });
  made.with(new StageErrorLogging());

  Annotations.fromStack(stack).hasWarning('/Stack/Stage', Match.stringLikeRegexp('StageErrorLogging.unknownSetting'));
  Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 0);
});

test('an imported stage gets a warning: StageErrorLogging.importedStage', () => {
  const stack = testStack();
  const restApi = apigateway.RestApi.fromRestApiId(stack, 'Api', 'abc123');
  apigateway.Stage.fromStageAttributes(stack, 'Imported', { stageName: 'live', restApi }).with(new StageErrorLogging());

  Annotations.fromStack(stack).hasWarning('/Stack/Imported', Match.stringLikeRegexp('StageErrorLogging.importedStage'));
});

const ENV = { account: '111122223333', region: 'eu-west-1' };

function logGroup(stack: Stack): logs.CfnLogGroup {
  return stack.node.tryFindChild('Own') as logs.CfnLogGroup | undefined ?? new logs.CfnLogGroup(stack, 'Own');
}

function stageIn(stack: Stack): apigateway.CfnStage {
  return stack.node.findChild('Stage') as apigateway.CfnStage;
}

function restStage(stack: Stack, props: Partial<apigateway.CfnStageProps> = {}, id = 'Stage'): apigateway.CfnStage {
  return new apigateway.CfnStage(stack, id, { restApiId: 'abc123', stageName: 'live', deploymentId: 'def456', ...props });
}

function v2Stage(stack: Stack, protocolType: string): apigwv2.CfnStage {
  const api = new apigwv2.CfnApi(stack, 'V2', { name: 'orders', protocolType });
  return new apigwv2.CfnStage(stack, 'Stage', { apiId: api.ref, stageName: 'live' });
}

function l2Stage(
  stack: Stack, props: Partial<apigateway.StageProps> = {}, methodSettings?: apigateway.CfnStage.MethodSettingProperty[],
): apigateway.Stage {
  const api = apigateway.RestApi.fromRestApiId(stack, 'Api', 'abc123');
  const made = new apigateway.Stage(stack, 'L2', { deployment: new apigateway.Deployment(stack, 'Deployment', { api }), ...props });
  if (methodSettings) (made.node.defaultChild as apigateway.CfnStage).methodSettings = methodSettings;
  return made;
}
