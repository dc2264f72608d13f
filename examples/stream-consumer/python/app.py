from pathlib import Path

from aws_cdk import App, Duration, Stack, Validations
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kinesis as kinesis
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from cdk_lambda_error_handling import (
    AlarmNotifications, EventSourceMappingAlarms, FailureDestination, FailureHandlingChecks, GoCode, ResilientFunction, RetryPolicy, mixins,
)
from constructs import Construct

SERVICE = Path(__file__).parent.parent / "service"
LATEST = lambda_.StartingPosition.LATEST


class ShopStack(Stack):
    """Two consumers: of clicks in a Kinesis stream, and of the changes of a DynamoDB table."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        on_call = sns.Topic(self, "OnCall", enforce_ssl=True)
        on_call.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com"))
        on_call.add_subscription(subscriptions.EmailSubscription("on-call@example.com"))
        AlarmNotifications.of(self).add(actions.SnsAction(on_call))

        stream = kinesis.Stream(
            self, "Clicks", stream_mode=kinesis.StreamMode.ON_DEMAND, encryption=kinesis.StreamEncryption.MANAGED,
        )
        orders = dynamodb.TableV2(
            self,
            "Orders",
            partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
            dynamo_stream=dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(point_in_time_recovery_enabled=True),
        )

        # A bucket keeps the records themselves; a queue or a topic would get their positions only.
        failed = s3.Bucket(self, "Failed", enforce_ssl=True, block_public_access=s3.BlockPublicAccess.BLOCK_ALL)

        counter = self.consumer("ClickCounter", "clicks")
        stream.grant_read(counter)
        clicks = counter.function.add_event_source_mapping("Clicks", event_source_arn=stream.stream_arn, starting_position=LATEST)

        warehouse = self.consumer("Warehouse", "changes", {"WAREHOUSE_URL": "https://warehouse.example.com/orders"})
        orders.grant_stream_read(warehouse)
        changes = warehouse.function.add_event_source_mapping("Orders", event_source_arn=orders.table_stream_arn, starting_position=LATEST)

        for mapping in (clicks, changes):
            mapping.with_(mixins.EventSourceMappingFailure(
                failure_destination=FailureDestination.bucket(failed),
                retry_policy=RetryPolicy.of(retry_attempts=5, max_event_age=Duration.hours(2)),
                report_batch_item_failures=True,  # and batches that fail as a whole are split
            ))
            EventSourceMappingAlarms.from_event_source_mapping(mapping).recommended()

    def consumer(self, id: str, command: str, environment: dict[str, str] | None = None) -> ResilientFunction:
        return ResilientFunction(
            self,
            id,
            code=GoCode.from_package(str(SERVICE / "cmd" / command)),
            architecture=lambda_.Architecture.ARM_64,
            environment=environment,
        )


app = App()
ShopStack(app, "Shop")
Validations.of(app).add_plugins(FailureHandlingChecks())
app.synth()
