from aws_cdk import Acknowledgment, Stack, Validations
from aws_cdk import aws_cloudwatch_actions as cloudwatch_actions
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from cdk_lambda_error_handling import (
    AlarmNotifications,
    FailureDestination,
    FailureQueue,
    ResilientFunction,
    TopicAlarms,
    mixins,
)
from constructs import Construct

CODE = {
    "code": lambda_.Code.from_inline("exports.handler = async () => {};"),
    "runtime": lambda_.Runtime.NODEJS_24_X,
    "handler": "index.handler",
}


class OrdersStack(Stack):
    """A service with a new function, which calls somebody when it fails, and an old one, which does not."""

    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)
        self.on_call = sns.Topic(self, "OnCall", enforce_ssl=True)
        self.on_call.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com"))
        self.on_call.add_subscription(subscriptions.EmailSubscription("on-call@example.com"))
        AlarmNotifications.of(self).add(cloudwatch_actions.SnsAction(self.on_call))

        self.notify = ResilientFunction(self, "Notify", **CODE)
        changed = sns.Topic(self, "OrderChanged", enforce_ssl=True)
        changed.add_subscription(subscriptions.LambdaSubscription(
            self.notify.function, dead_letter_queue=self.notify.failure_queue.queue,
        ))
        TopicAlarms.from_topic(changed).recommended()

        # What it fails at is kept, and somebody looks at it on Mondays: there is no alarm.
        missed = FailureQueue(self, "Missed")
        warm_up = lambda_.Function(self, "WarmUp", **CODE)
        warm_up.with_(mixins.FunctionAsyncFailure(failure_destination=FailureDestination.queue(missed)))
        often = events.Rule(
            self, "Often",
            schedule=events.Schedule.expression("rate(5 minutes)"),
            targets=[targets.LambdaFunction(warm_up, dead_letter_queue=missed.queue)],
        )
        acknowledge(missed, "FailureQueueWithoutAlarm", "Somebody looks at it on Mondays.")
        acknowledge(often, "DeliveryUnheard", "The next event comes within five minutes.")


def acknowledge(construct: Construct, rule: str, reason: str) -> None:
    Validations.of(construct).acknowledge(Acknowledgment(id=f"Lambda-Error-Handling::{rule}", reason=reason))
