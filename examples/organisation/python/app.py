from aws_cdk import Stack
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from cdk_lambda_error_handling import ResilientFunction
from constructs import Construct

from house_rules import HouseApp, HouseStage  # a package of the platform team

CODE = {
    "code": lambda_.Code.from_inline("exports.handler = async () => {};"),
    "runtime": lambda_.Runtime.NODEJS_24_X,
    "handler": "index.handler",
}


class Orders(Stack):
    """What a team writes. It says nothing of errors, but for what differs from the rules of the house."""

    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)

        # A function that is new.
        notify = ResilientFunction(self, "Notify", **CODE, architecture=lambda_.Architecture.X86_64)
        changed = sns.Topic(self, "OrderChanged", enforce_ssl=True)
        changed.add_subscription(subscriptions.LambdaSubscription(notify.function))

        # A function that was there before the rules: the aspect completes it and its rule.
        cleanup = lambda_.Function(self, "Cleanup", **CODE)
        events.Rule(
            self, "EveryNight",
            schedule=events.Schedule.cron(hour="3", minute="0"),
            targets=[targets.LambdaFunction(cleanup)],
        )


app = HouseApp()
production = HouseStage(app, "Production")
Orders(production, "Orders")
app.synth()
