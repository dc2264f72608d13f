from typing import Any

from aws_cdk import Duration, Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from constructs import Construct


class ShopStack(Stack):
    """A stack as it has run for years: it works, until something fails."""

    def __init__(self, scope: Construct, id: str, **props: Any) -> None:
        super().__init__(scope, id, **props)

        mails = self.handler("Mails")
        placed = sns.Topic(self, "Placed")
        placed.add_subscription(subscriptions.LambdaSubscription(mails))

        stock = self.handler("Stock")
        shipments = sqs.Queue(self, "Shipments")
        stock.add_event_source(sources.SqsEventSource(shipments))

        invoices = self.handler("Invoices")
        events.Rule(
            self,
            "EveryNight",
            schedule=events.Schedule.rate(Duration.days(1)),
            targets=[targets.LambdaFunction(invoices.add_alias("live"))],
        )

    def handler(self, id: str) -> lambda_.Function:
        return lambda_.Function(
            self,
            id,
            code=lambda_.Code.from_inline("exports.handler = async (event) => console.log(event);"),
            runtime=lambda_.Runtime.NODEJS_22_X,
            handler="index.handler",
        )
