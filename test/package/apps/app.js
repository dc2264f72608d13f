const { App, Duration, Stack } = require('aws-cdk-lib');
const apigateway = require('aws-cdk-lib/aws-apigateway');
const cloudwatch = require('aws-cdk-lib/aws-cloudwatch-actions');
const lambda = require('aws-cdk-lib/aws-lambda');
const sns = require('aws-cdk-lib/aws-sns');
const { Mixins } = require('aws-cdk-lib');
const {
  AlarmNotifications, AlarmSeverity, ErrorCatalog, ErrorDefinition, ErrorMappedLambdaIntegration, FailureDestination, FailureQueue,
  FunctionAlarms, QueueAlarms, ResilientFunction, RetryPolicy, mixins, testing,
} = require('cdk-lambda-error-handling');

const app = new App();
const stack = new Stack(app, 'Orders');
const onCall = new sns.Topic(stack, 'OnCall');
AlarmNotifications.of(stack).add(new cloudwatch.SnsAction(onCall), { severity: AlarmSeverity.CRITICAL });

const failures = new FailureQueue(stack, 'Failures', { retentionPeriod: Duration.days(7) });
const catalog = ErrorCatalog.of(
  ErrorDefinition.client('OrderNotFound', { httpStatus: 404 }),
  ErrorDefinition.temporary('StockBusy', { httpStatus: 503, retryAfter: Duration.seconds(2) }),
);
const code = lambda.Code.fromInline('exports.handler = async () => {};');
const orders = new ResilientFunction(stack, 'Service', {
  code,
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  retryPolicy: RetryPolicy.of({ retryAttempts: 1, maxEventAge: Duration.hours(1) }),
  failureDestination: FailureDestination.queue(failures),
});
const legacy = new lambda.Function(stack, 'Legacy', { code, runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' });
legacy.with(new mixins.FunctionAsyncFailure({ failureDestination: FailureDestination.queue(failures) }));
Mixins.of(legacy).apply(new mixins.FunctionTracing());
FunctionAlarms.fromFunction(legacy).errors({ threshold: 5 });
QueueAlarms.fromQueue(failures).recommended();

const api = new apigateway.RestApi(stack, 'Api');
api.with(new mixins.RestApiErrorResponses());
api.root.addResource('orders').addMethod('GET', new ErrorMappedLambdaIntegration(orders.function, { catalog }));

const outcome = testing.FailureSimulator.fromStack(stack).simulate(orders, testing.Invoker.SDK_EVENT, testing.Failure.functionError('StockBusy'));
if (outcome.lost || outcome.attempts.length !== 2) throw new Error(`${outcome}`);
testing.FailureAssertions.fromStack(stack).asyncFailuresOf(legacy).areKeptIn(failures);
app.synth();
