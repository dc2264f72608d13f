from pathlib import Path

from aws_cdk import App, Duration, Stack, Validations
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from cdk_lambda_error_handling import (
    AlarmNotifications, FailureDestination, FailureHandlingChecks, FailureQueue, GoCode, QueueAlarms, ResilientFunction, mixins,
)
from constructs import Construct

SERVICE = Path(__file__).parent.parent / "service"


class BillingStack(Stack):
    """Books payments from a queue, ten at a time."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        on_call = sns.Topic(self, "OnCall", enforce_ssl=True)
        on_call.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com"))
        on_call.add_subscription(subscriptions.EmailSubscription("on-call@example.com"))
        AlarmNotifications.of(self).add(actions.SnsAction(on_call))

        failures = FailureQueue(self, "Failures")
        QueueAlarms.from_queue(failures).recommended()

        worker = ResilientFunction(
            self,
            "Worker",
            code=GoCode.from_package(str(SERVICE)),
            architecture=lambda_.Architecture.ARM_64,
            environment={"LEDGER_URL": "https://ledger.example.com/payments"},
            failure_destination=FailureDestination.queue(failures),
            timeout=Duration.seconds(20),
        )

        payments = sqs.Queue(self, "Payments", enforce_ssl=True)
        worker.function.add_event_source(sources.SqsEventSource(payments, batch_size=10, max_concurrency=5))

        # Only what failed comes back, and after five tries it goes to the failure queue.
        worker.with_(mixins.EventSourceMappingFailure(report_batch_item_failures=True))
        payments.with_(mixins.QueueRedrive(dead_letter_queue=failures, max_receive_count=5))
        QueueAlarms.from_source_queue(payments).oldest_message_age(threshold=Duration.minutes(15))


app = App()
BillingStack(app, "Billing")
Validations.of(app).add_plugins(FailureHandlingChecks())
app.synth()
