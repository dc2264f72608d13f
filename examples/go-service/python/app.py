from pathlib import Path

from aws_cdk import App, Stack, Validations
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from cdk_lambda_error_handling import (
    AlarmNotifications, FailureDestination, FailureHandlingChecks, GoCode, ResilientFunction, RuleAlarms, mixins,
)
from constructs import Construct

SERVICE = Path(__file__).parent.parent / "service"


class ShippingStack(Stack):
    """Tells a carrier when a parcel is ready: one Go function, called by EventBridge."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        on_call = sns.Topic(self, "OnCall", enforce_ssl=True)
        on_call.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com"))
        on_call.add_subscription(subscriptions.EmailSubscription("on-call@example.com"))
        AlarmNotifications.of(self).add(actions.SnsAction(on_call))

        carrier = ResilientFunction(
            self,
            "Carrier",
            code=GoCode.from_package(str(SERVICE)),
            architecture=lambda_.Architecture.ARM_64,
            environment={"CARRIER_URL": "https://carrier.example.com/parcels"},
        )

        ready = events.Rule(
            self,
            "ParcelReady",
            event_pattern=events.EventPattern(source=["shop.warehouse"], detail_type=["ParcelReady"]),
            targets=[targets.LambdaFunction(carrier.function)],
        )
        ready.with_(mixins.RuleDelivery(failure_destination=FailureDestination.queue(carrier.failure_queue)))
        RuleAlarms.from_rule(ready).recommended()


app = App()
ShippingStack(app, "Shipping")
Validations.of(app).add_plugins(FailureHandlingChecks())
app.synth()
