import { Duration, type Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as integrations from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { IMixin } from 'constructs';
import { classes, methodsOf, optionsOf, propsOf } from './assembly';
import * as api from '../../src';
import { fullFunction } from '../alarms/support';
import { l1Pipe, l1Schedule } from '../delivery/support';
import { nodeFunction } from '../support';

/** One way into the public API: what it takes, and what is done with it. */
export interface Subject {
  /** The class, and the method if it has some. */
  readonly name: string;
  /** The struct that it takes, if any. */
  readonly struct?: string;
  /** What must be there before. */
  readonly prepare?: (stack: Stack) => unknown;
  readonly run: (stack: Stack, props: any, prepared: any) => unknown;
}

type Prepare = (stack: Stack) => any;

const restApi: Prepare = (stack) => {
  const rest = new apigateway.RestApi(stack, 'Rest');
  rest.root.addMethod('GET', new apigateway.LambdaIntegration(nodeFunction(stack, 'Backend'), { proxy: false, integrationResponses: [{ statusCode: '200' }] }), { methodResponses: [{ statusCode: '200' }] });
  new apigateway.CfnAuthorizer(stack, 'RestAuthorizer', { restApiId: rest.restApiId, name: 'users', type: 'REQUEST', authorizerUri: 'arn', identitySource: 'method.request.header.Auth' });
  return rest;
};
const httpApi: Prepare = (stack) => {
  const http = new apigwv2.HttpApi(stack, 'Http');
  http.addRoutes({ path: '/', integration: new integrations.HttpUrlIntegration('Url', 'https://example.com') });
  new apigwv2.CfnAuthorizer(stack, 'HttpAuthorizer', { apiId: http.apiId, name: 'users', authorizerType: 'JWT', identitySource: ['$request.header.Authorization'] });
  return http;
};
const webSocketApi: Prepare = (stack) => {
  const socket = new apigwv2.WebSocketApi(stack, 'Socket', { defaultRouteOptions: { integration: new integrations.WebSocketLambdaIntegration('Lambda', nodeFunction(stack, 'Backend')) } });
  new apigwv2.CfnAuthorizer(stack, 'SocketAuthorizer', { apiId: socket.apiId, name: 'users', authorizerType: 'REQUEST', authorizerUri: 'arn' });
  return new apigwv2.WebSocketStage(stack, 'SocketStage', { webSocketApi: socket, stageName: 'live', autoDeploy: true }).api;
};
const queue: Prepare = (stack) => new sqs.Queue(stack, 'Queue', { visibilityTimeout: Duration.minutes(2) });
const mapping: Prepare = (stack) => new lambda.EventSourceMapping(stack, 'Mapping', {
  target: nodeFunction(stack, 'Consumer'),
  eventSourceArn: new kinesis.Stream(stack, 'Stream').streamArn,
  startingPosition: lambda.StartingPosition.LATEST,
  retryAttempts: 5,
  onFailure: { bind: () => ({ destination: 'arn:aws:sqs:eu-west-1:111122223333:dead' }) },
  metricsConfig: { metrics: [lambda.MetricType.EVENT_COUNT] },
});
const kafka: Prepare = (stack) => new lambda.EventSourceMapping(stack, 'Kafka', {
  target: nodeFunction(stack, 'Consumer'),
  kafkaBootstrapServers: ['broker:9092'],
  kafkaTopic: 'orders',
  startingPosition: lambda.StartingPosition.LATEST,
  retryAttempts: 5,
  onFailure: { bind: () => ({ destination: 'arn:aws:sqs:eu-west-1:111122223333:dead' }) },
  provisionedPollerConfig: { minimumPollers: 1, maximumPollers: 2 },
  metricsConfig: { metrics: [lambda.MetricType.EVENT_COUNT, 'ErrorCount' as lambda.MetricType, 'KafkaMetrics' as lambda.MetricType] },
});
const rule: Prepare = (stack) => new events.Rule(stack, 'Rule', { eventPattern: { source: ['orders'] }, targets: [new eventTargets.LambdaFunction(nodeFunction(stack, 'Target'))] });
const ruleWithQueue: Prepare = (stack) => new events.Rule(stack, 'Rule', {
  eventPattern: { source: ['orders'] }, targets: [new eventTargets.LambdaFunction(nodeFunction(stack, 'Target'), { deadLetterQueue: new sqs.Queue(stack, 'Dead') })],
});
const topic: Prepare = (stack) => {
  const orders = new sns.Topic(stack, 'Topic');
  orders.addSubscription(new subscriptions.LambdaSubscription(nodeFunction(stack, 'Subscriber'), { deadLetterQueue: new sqs.Queue(stack, 'SubscriberDead') }));
  return orders;
};
const machine: Prepare = (stack) => new sfn.StateMachine(stack, 'Machine', {
  definitionBody: sfn.DefinitionBody.fromChainable(new tasks.LambdaInvoke(stack, 'Invoke', { lambdaFunction: nodeFunction(stack, 'Task'), retryOnServiceExceptions: false }).next(new sfn.Pass(stack, 'Caught'))),
});
const graphql: Prepare = (stack) => new appsync.CfnGraphQLApi(stack, 'Graph', { name: 'orders', authenticationType: 'API_KEY' });
const fn: Prepare = (stack) => nodeFunction(stack, 'Plain');
const durable: Prepare = (stack) => fullFunction(stack, { durableConfig: { executionTimeout: Duration.minutes(15) } });

/** An API whose stages log, which alarms on authorizers read. */
function logged(prepare: Prepare, stack: Stack): any {
  const made = prepare(stack);
  stack.with(new api.mixins.StageErrorLogging());
  return made;
}

/** Facades: what each is made from. */
const FACADES: Record<string, (stack: Stack) => any> = {
  AccountAlarms: (stack) => api.AccountAlarms.of(stack),
  EventSourceMappingAlarms: (stack) => api.EventSourceMappingAlarms.fromEventSourceMapping(mapping(stack)),
  FunctionAlarms: (stack) => api.FunctionAlarms.fromFunction(fullFunction(stack)),
  FunctionErrorLog: (stack) => new api.FunctionErrorLog(stack, 'Log', { watchedFunction: nodeFunction(stack, 'Logged', { loggingFormat: lambda.LoggingFormat.JSON }), catalog: FACADES.ErrorCatalog(stack) }),
  FunctionUrlAlarms: (stack) => api.FunctionUrlAlarms.fromFunctionUrl(nodeFunction(stack).addFunctionUrl()),
  HttpApiAlarms: (stack) => api.HttpApiAlarms.fromHttpApi(logged(httpApi, stack)),
  QueueAlarms: (stack) => api.QueueAlarms.fromQueue(queue(stack)),
  RestApiAlarms: (stack) => api.RestApiAlarms.fromRestApi(logged(restApi, stack)),
  RuleAlarms: (stack) => api.RuleAlarms.fromRule(ruleWithQueue(stack)),
  ScheduleAlarms: (stack) => api.ScheduleAlarms.fromScheduleGroup(new scheduler.ScheduleGroup(stack, 'Group')),
  StateMachineAlarms: (stack) => api.StateMachineAlarms.fromStateMachine(machine(stack)),
  TopicAlarms: (stack) => api.TopicAlarms.fromTopic(topic(stack)),
  WebSocketApiAlarms: (stack) => api.WebSocketApiAlarms.fromWebSocketApi(logged(webSocketApi, stack)),
  AlarmLinks: (stack) => api.AlarmLinks.of(stack),
  ErrorCatalog: () => api.ErrorCatalog.of(api.ErrorDefinition.client('OrderNotFound')),
};

/** Alarms that only fire for such a function, or only such a facade has. */
const OTHER_FACADES: Record<string, (stack: Stack) => any> = {
  'FunctionAlarms.durableExecutionsFailed': (stack) => api.FunctionAlarms.fromFunction(durable(stack)),
  'FunctionAlarms.durableExecutionsStopped': (stack) => api.FunctionAlarms.fromFunction(durable(stack)),
  'FunctionAlarms.durableExecutionsTimedOut': (stack) => api.FunctionAlarms.fromFunction(durable(stack)),
  'FunctionAlarms.provisionedConcurrencySpillover': (stack) => {
    const provisioned = nodeFunction(stack);
    provisioned.addAlias('live', { provisionedConcurrentExecutions: 1 });
    return api.FunctionAlarms.fromFunction(provisioned);
  },
  ...Object.fromEntries(['destinationDeliveryErrors', 'offsetLag', 'pollingErrors'].map((method) => [`EventSourceMappingAlarms.${method}`, (stack: Stack) => api.EventSourceMappingAlarms.fromEventSourceMapping(kafka(stack))])),
};

/** Mixins: what each is applied to. */
const TARGETS: Record<string, Prepare> = {
  EventSourceMappingFailure: (stack) => new lambda.EventSourceMapping(stack, 'Mapping', {
    target: nodeFunction(stack, 'Consumer'), eventSourceArn: new kinesis.Stream(stack, 'Stream').streamArn, startingPosition: lambda.StartingPosition.LATEST,
  }),
  FunctionAsyncFailure: fn,
  FunctionDeadLetter: fn,
  FunctionErrorCatalog: fn,
  FunctionTracing: fn,
  GraphqlApiTracing: graphql,
  HttpIntegrationErrorMapping: httpApi,
  LambdaErrorHandling: (stack) => { for (const make of [fn, queue, rule, topic, restApi]) make(stack); return stack; },
  MethodErrorMapping: restApi,
  RestApiErrorResponses: restApi,
  StageErrorLogging: restApi,
  StageTracing: restApi,
  PipeDelivery: (stack) => l1Pipe(stack),
  QueueRedrive: queue,
  RuleDelivery: rule,
  ScheduleDelivery: (stack) => l1Schedule(stack),
  StateMachineErrorHandling: machine,
  StateMachineLogging: machine,
  StateMachineTracing: machine,
  SubscriptionDelivery: (stack) => new sns.Subscription(stack, 'Subscription', { topic: new sns.Topic(stack, 'Topic'), protocol: sns.SubscriptionProtocol.LAMBDA, endpoint: fn(stack).functionArn }),
  TopicTracing: (stack) => new sns.Topic(stack, 'Topic'),
  WebSocketRouteResponse: webSocketApi,
};

/** Factories of values, and what is neither a construct, nor a facade, nor a mixin. */
const OTHERS: Subject[] = [
  ...(['client', 'permanent', 'temporary', 'throttled'] as const).map((method): Subject => ({
    name: `ErrorDefinition.${method}`, struct: optionsOf('ErrorDefinition', method), run: (_, options) => api.ErrorCatalog.of(api.ErrorDefinition[method]('OrderNotFound', options)).toJson(),
  })),
  { name: 'AlarmNotifications.add', struct: optionsOf('AlarmNotifications', 'add'), run: (stack, options) => api.AlarmNotifications.of(stack).add(new actions.SnsAction(new sns.Topic(stack, 'OnCall')), options) },
  { name: 'ErrorBody.render', struct: 'ErrorAnswer', run: (_, answer) => [api.ErrorBody.plain(), api.ErrorBody.problemDetails()].map((body) => body.render(answer)) },
  { name: 'ErrorBudgetSource', prepare: restApi, run: (stack) => new api.ErrorBudgetAlarm(stack, 'Budget', { source: api.ErrorBudgetSource.ofRestApi('orders', 'live'), objective: 99 }) },
  {
    name: 'ErrorMappedLambdaIntegration',
    struct: propsOf('ErrorMappedLambdaIntegration'),
    prepare: (stack) => [new apigateway.RestApi(stack, 'Rest'), fn(stack)],
    run: (_, options, [rest, handler]) => rest.root.addMethod('GET', new api.ErrorMappedLambdaIntegration(handler, options)),
  },
  { name: 'FailureDestination', prepare: topic, run: (stack, _, to) => fn(stack).with(new api.mixins.FunctionAsyncFailure({ failureDestination: api.FailureDestination.topic(to) })) },
  { name: 'FailureHandlingChecks', struct: propsOf('FailureHandlingChecks'), run: (_, props) => new api.FailureHandlingChecks(props) },
  { name: 'FailureQueue.sharedBy', run: (stack) => api.FailureQueue.sharedBy(stack) },
  { name: 'InjectedFault.delay', struct: optionsOf('InjectedFault', 'delay'), run: (_, options) => api.InjectedFault.delay(Duration.seconds(1), options) },
  { name: 'InjectedFault.functionError', struct: optionsOf('InjectedFault', 'functionError'), run: (_, options) => api.InjectedFault.functionError(options) },
  { name: 'InjectedFault.httpResponse', struct: optionsOf('InjectedFault', 'httpResponse'), run: (_, options) => api.InjectedFault.httpResponse(503, options) },
  { name: 'MuteSchedule', struct: optionsOf('MuteSchedule', 'cron'), run: (_, options) => api.MuteSchedule.cron(options) },
  { name: 'OpenApiErrorResponses', struct: optionsOf('OpenApiErrorResponses', 'fromCatalog'), run: (_, options) => api.OpenApiErrorResponses.fromCatalog(FACADES.ErrorCatalog(undefined as never), options) },
  { name: 'RetryPolicy.of', struct: optionsOf('RetryPolicy', 'of'), run: (_, options) => api.RetryPolicy.of(options) },
  { name: 'RetryPolicy.forErrors', struct: optionsOf('RetryPolicy', 'forErrors'), run: (_, options) => api.RetryPolicy.forErrors(FACADES.ErrorCatalog(undefined as never), options) },
  { name: 'TaskErrorHandling', struct: 'TaskRetryOptions', prepare: (stack) => new tasks.LambdaInvoke(stack, 'Invoke', { lambdaFunction: fn(stack), retryOnServiceExceptions: false }), run: (_, options, task) => api.TaskErrorHandling.of(options).addToTask(task) },
];

/** Public classes that nothing random is given to: their test is elsewhere. */
export const WITHOUT = [
  'FunctionTrendAlarms', 'RequestAlarms', // bases of facades, whose methods run with each of them
  'GoCode', // needs a compiler: test/function, with random sources
  ...['AsyncFailureAssertions', 'Failure', 'FailureAssertions', 'FailureSimulator', 'Invoker', 'SimulatedFailure', 'StableApp', 'StableTemplate'].map((name) => `testing.${name}`), // they read: test/fuzzing
];

const CONSTRUCTS = ['AlarmGroup', 'AlarmMuteRule', 'DeploymentWindow', 'ErrorBudgetAlarm', 'FailureDashboard', 'FailureQueue', 'FaultInjectionExperiment', 'FaultTraceGroup', 'FleetAlarms',
  'FunctionErrorLog', 'RedrivePipe', 'ResilientFunction', 'SafeDeployment', 'SharedTestEvents'];

export const SUBJECTS: readonly Subject[] = [
  ...CONSTRUCTS.map((name): Subject => ({ name, struct: propsOf(name), run: (stack, props) => new (api as any)[name](stack, 'Subject', props) })),
  ...Object.entries(FACADES).flatMap(([name, make]) => methodsOf(name).map((method): Subject => ({
    name: `${name}.${method.name}`, struct: method.struct, prepare: OTHER_FACADES[`${name}.${method.name}`] ?? make, run: (_, options, facade) => facade[method.name](options),
  }))),
  ...Object.entries(TARGETS).map(([name, prepare]): Subject => ({
    name: `mixins.${name}`, struct: propsOf(`mixins.${name}`), prepare, run: (_, props, target) => target.with(new (api.mixins as unknown as Record<string, new (props: any) => IMixin>)[name](props)),
  })),
  ...OTHERS,
];

/** Public classes that nothing is known of. */
export function forgotten(): string[] {
  return classes().filter((name) => !WITHOUT.includes(name) && !SUBJECTS.some((subject) => subject.name === name || subject.name.startsWith(`${name}.`)));
}
