import jsii
from aws_cdk import App, Aspects, IPropertyInjector, PropertyInjectors, RemovalPolicy, Shims, Stack, Stage, Validations
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from cdk_lambda_error_handling import (
    AlarmLinks,
    AlarmNotifications,
    FailureHandlingChecks,
    FailureQueue,
    ResilientFunction,
    mixins,
)
from constructs import Construct


@jsii.implements(IPropertyInjector)
class FunctionDefaults:
    """Functions are on ARM and keep their logs for three months, unless a team says else."""

    @property
    def construct_unique_id(self) -> str:
        return ResilientFunction.PROPERTY_INJECTION_ID

    def inject(self, original_props, *, scope, id):
        return {"architecture": lambda_.Architecture.ARM_64, "logRetention": logs.RetentionDays.THREE_MONTHS, **original_props}


@jsii.implements(IPropertyInjector)
class QueueDefaults:
    """Failed events outlive the stack that failed them."""

    @property
    def construct_unique_id(self) -> str:
        return FailureQueue.PROPERTY_INJECTION_ID

    def inject(self, original_props, *, scope, id):
        return {"removalPolicy": RemovalPolicy.RETAIN, **original_props}


@jsii.implements(cloudwatch.IAlarmAction)
class OnCall:
    """Alarms call the topic `on-call` that each account has in each region."""

    def bind(self, scope, alarm):
        arn = Stack.of(scope).format_arn(service="sns", resource="on-call")
        return cloudwatch.AlarmActionConfig(alarm_action_arn=arn)


class HouseApp(App):
    """An app under the rules of the house: what teams begin with instead of `App`."""

    def __init__(self, **kwargs) -> None:
        super().__init__(**kwargs)
        PropertyInjectors.of(self).add(FunctionDefaults(), QueueDefaults())
        AlarmNotifications.of(self).add(OnCall())
        AlarmLinks.of(self).add(runbook_url="https://wiki.example.com/runbooks#{alarm}")
        Validations.of(self).add_plugins(FailureHandlingChecks())
        complete_error_handling(self)


class HouseStage(Stage):
    """A stage under the rules of the house. It has an aspect of its own, because those of the app don't reach into stages."""

    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)
        complete_error_handling(self)


def complete_error_handling(scope: Construct) -> None:
    """Gives every function and whatever invokes it what is missing, those made with CDK's own constructs included."""
    Aspects.of(scope).add(Shims.as_aspect(mixins.LambdaErrorHandling()))
