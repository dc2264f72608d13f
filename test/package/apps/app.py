from aws_cdk import App, Duration, Mixins, Stack, aws_apigateway as apigateway, aws_cloudwatch_actions as cloudwatch, aws_lambda as lambda_, aws_sns as sns
from cdk_lambda_error_handling import (
    AlarmNotifications, AlarmSeverity, ErrorCatalog, ErrorDefinition, ErrorMappedLambdaIntegration, FailureDestination, FailureQueue,
    FunctionAlarms, QueueAlarms, ResilientFunction, RetryPolicy, mixins, testing,
)

app = App()
stack = Stack(app, "Orders")
on_call = sns.Topic(stack, "OnCall")
AlarmNotifications.of(stack).add(cloudwatch.SnsAction(on_call), severity=AlarmSeverity.CRITICAL)

failures = FailureQueue(stack, "Failures", retention_period=Duration.days(7))
catalog = ErrorCatalog.of(
    ErrorDefinition.client("OrderNotFound", http_status=404),
    ErrorDefinition.temporary("StockBusy", http_status=503, retry_after=Duration.seconds(2)),
)
code = lambda_.Code.from_inline("exports.handler = async () => {};")
orders = ResilientFunction(
    stack, "Service",
    code=code,
    runtime=lambda_.Runtime.NODEJS_22_X,
    handler="index.handler",
    retry_policy=RetryPolicy.of(retry_attempts=1, max_event_age=Duration.hours(1)),
    failure_destination=FailureDestination.queue(failures),
)
legacy = lambda_.Function(stack, "Legacy", code=code, runtime=lambda_.Runtime.NODEJS_22_X, handler="index.handler")
legacy.with_(mixins.FunctionAsyncFailure(failure_destination=FailureDestination.queue(failures)))
Mixins.of(legacy).apply(mixins.FunctionTracing())
FunctionAlarms.from_function(legacy).errors(threshold=5)
QueueAlarms.from_queue(failures).recommended()

api = apigateway.RestApi(stack, "Api")
api.with_(mixins.RestApiErrorResponses())
api.root.add_resource("orders").add_method("GET", ErrorMappedLambdaIntegration(orders.function, catalog=catalog))

outcome = testing.FailureSimulator.from_stack(stack).simulate(orders, testing.Invoker.SDK_EVENT, testing.Failure.function_error("StockBusy"))
assert outcome.verdict == testing.FailureVerdict.KEPT and not outcome.lost, outcome.to_string()
assert [attempt.number for attempt in outcome.attempts] == [1, 2]
assertions = testing.FailureAssertions.from_stack(stack)
assertions.async_failures_of(legacy).are_kept_in(failures)
try:
    assertions.async_failures_of_id("Nothing")
    raise SystemExit("an unknown name is an error")
except RuntimeError as error:
    assert "no function has a logical id" in str(error), error
app.synth()
