from aws_cdk import App, Stack, Validations
from aws_cdk import aws_cloudwatch_actions as cloudwatch_actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from cdk_lambda_error_handling import (
    AccountAlarms,
    AlarmNotifications,
    FailureDestination,
    FailureHandlingChecks,
    FailureQueue,
    FleetAlarms,
    QueueAlarms,
    RecommendedFunctionAlarmsOptions,
    ResilientFunction,
    TopicAlarms,
)
from constructs import Construct


class Watch(Stack):
    """What all functions share: where events come from, where failures are kept, the alarms, and who hears of them."""

    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)
        on_call = sns.Topic(self, "OnCall", enforce_ssl=True)
        on_call.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com"))
        on_call.add_subscription(subscriptions.EmailSubscription("on-call@example.com"))
        AlarmNotifications.of(self).add(cloudwatch_actions.SnsAction(on_call))

        self.shop_events = sns.Topic(self, "ShopEvents", enforce_ssl=True)
        TopicAlarms.from_topic(self.shop_events).recommended()
        self.failures = FailureQueue(self, "Failures")
        QueueAlarms.from_queue(self.failures).recommended()

        # One alarm of each kind for every function of the account and region, those of other apps included.
        self.fleet = FleetAlarms(self, "Fleet")
        account = AccountAlarms.of(self)
        account.error_rate()
        account.claimed_concurrency(quota=1_000)


class Team(Stack):
    """The functions of one team. What they fail at goes to the shared queue, and the fleet watches them: none has an alarm of its own."""

    def __init__(self, scope: Construct, id: str, *, watch: Watch, functions: int, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)
        for number in range(1, functions + 1):
            consumer = ResilientFunction(
                self, f"Consumer{number}",
                code=lambda_.Code.from_inline("exports.handler = async () => {};"),
                runtime=lambda_.Runtime.NODEJS_24_X,
                handler="index.handler",
                failure_destination=FailureDestination.queue(watch.failures),
                alarms=RecommendedFunctionAlarmsOptions(fleet=watch.fleet),
            )
            watch.shop_events.add_subscription(subscriptions.LambdaSubscription(
                consumer.function,
                filter_policy={"kind": sns.SubscriptionFilter.string_filter(allowlist=[f"{id}{number}"])},
                dead_letter_queue=watch.failures.queue,
            ))


app = App(context={"@aws-cdk/core:defaultCrossStackReferences": "strong"})  # the queue can't go while a function needs it
watch = Watch(app, "Watch")
for team in ("Orders", "Payments", "Shipping", "Stock"):
    Team(app, team, watch=watch, functions=25)
Validations.of(app).add_plugins(FailureHandlingChecks())
app.synth()
