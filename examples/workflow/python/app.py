from pathlib import Path

from aws_cdk import App, Duration, Stack, Validations
from aws_cdk import aws_cloudwatch_actions as cloudwatch_actions
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from cdk_lambda_error_handling import (
    AlarmNotifications,
    ErrorCatalog,
    ErrorDefinition,
    FailureDestination,
    FailureHandlingChecks,
    FailureQueue,
    QueueAlarms,
    RecommendedCountAlarmOptions,
    RecommendedFunctionAlarmsOptions,
    ResilientFunction,
    RuleAlarms,
    StateMachineAlarms,
    TaskErrorHandling,
    mixins,
)
from constructs import Construct

# What can go wrong at the checkout. Only a busy stock is worth another try.
ERRORS = ErrorCatalog.of(
    ErrorDefinition.client("OrderInvalid"),
    ErrorDefinition.client("CardDeclined", http_status=402),
    ErrorDefinition.temporary("StockBusy", retry_after=Duration.seconds(5)),
)


class Checkout(Stack):
    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)
        on_call = sns.Topic(self, "OnCall", enforce_ssl=True)
        on_call.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com"))
        on_call.add_subscription(subscriptions.EmailSubscription("on-call@example.com"))
        AlarmNotifications.of(self).add(cloudwatch_actions.SnsAction(on_call))
        failures = FailureQueue(self, "Failures")
        QueueAlarms.from_queue(failures).recommended()

        # Whatever a task fails at, when trying again does not help, is kept with its input, and the execution fails.
        keep = tasks.SqsSendMessage(
            self, "Keep",
            queue=failures.queue,
            message_body=sfn.TaskInput.from_json_path_at("$"),
            result_path=sfn.JsonPath.DISCARD,
        )
        failed = keep.next(sfn.Fail(self, "Failed", error_path="$.error.Error", cause_path="$.error.Cause"))

        checkout = self.task("Reserve", failures).next(self.task("Charge", failures)).next(sfn.Succeed(self, "Done"))
        TaskErrorHandling.of(catalog=ERRORS, failure_state=failed).add_to_definition(checkout)

        state_machine = sfn.StateMachine(self, "Checkout", definition_body=sfn.DefinitionBody.from_chainable(checkout))
        state_machine.with_(mixins.StateMachineTracing(), mixins.StateMachineLogging())
        StateMachineAlarms.from_state_machine(state_machine).recommended()

        placed = events.Rule(
            self, "OrderPlaced",
            event_pattern=events.EventPattern(source=["shop.orders"], detail_type=["OrderPlaced"]),
            targets=[targets.SfnStateMachine(
                state_machine,
                input=events.RuleTargetInput.from_event_path("$.detail"),
                dead_letter_queue=failures.queue,
            )],
        )
        RuleAlarms.from_rule(placed).recommended()

    def task(self, id: str, failures: FailureQueue) -> tasks.LambdaInvoke:
        fn = ResilientFunction(
            self, f"{id}Function",
            code=lambda_.Code.from_asset(str(Path(__file__).parent.parent / "service")),
            runtime=lambda_.Runtime.NODEJS_24_X,
            handler=f"index.{id.lower()}",
            failure_destination=FailureDestination.queue(failures),
            alarms=RecommendedFunctionAlarmsOptions(  # a declined card counts as an error of the function, too
                errors=RecommendedCountAlarmOptions(threshold=20, period=Duration.minutes(5)),
            ),
        )
        return tasks.LambdaInvoke(self, id, lambda_function=fn.function, payload_response_only=True)


app = App()
Checkout(app, "Checkout")
Validations.of(app).add_plugins(FailureHandlingChecks())
app.synth()
