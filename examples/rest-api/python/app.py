import json
from pathlib import Path

from aws_cdk import App, Duration, Stack, Validations
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_cloudwatch_actions as cloudwatch_actions
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from cdk_lambda_error_handling import (
    AlarmNotifications,
    ErrorCatalog,
    ErrorDefinition,
    ErrorMappedLambdaIntegration,
    FailureHandlingChecks,
    OpenApiErrorResponses,
    RecommendedCountAlarmOptions,
    RecommendedFunctionAlarmsOptions,
    ResilientFunction,
    RestApiAlarms,
    mixins,
)
from constructs import Construct

# The contract: what can go wrong, and what callers are told.
ERRORS = ErrorCatalog.of(
    ErrorDefinition.client("OrderNotFound", http_status=404),
    ErrorDefinition.client("OrderExists", http_status=409),
    ErrorDefinition.client("OrderInvalid", http_status=422, expose_function_message=True),  # its messages are written for callers
    ErrorDefinition.temporary("StockBusy", http_status=503, retry_after=Duration.seconds(2)),
)


class OrdersApi(Stack):
    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)
        on_call = sns.Topic(self, "OnCall", enforce_ssl=True)
        on_call.grant_publish(iam.ServicePrincipal("cloudwatch.amazonaws.com"))
        on_call.add_subscription(subscriptions.EmailSubscription("on-call@example.com"))
        AlarmNotifications.of(self).add(cloudwatch_actions.SnsAction(on_call))

        orders = ResilientFunction(
            self, "Orders",
            code=lambda_.Code.from_asset(str(Path(__file__).parent.parent / "service")),
            runtime=lambda_.Runtime.NODEJS_24_X,
            handler="index.handler",
            alarms=RecommendedFunctionAlarmsOptions(  # what a caller did wrong counts as an error, too
                errors=RecommendedCountAlarmOptions(threshold=20, period=Duration.minutes(5)),
            ),
        )

        api = apigateway.RestApi(
            self, "Api",
            cloud_watch_role=False,  # one per account and region, so not for a service to set
            default_cors_preflight_options=apigateway.CorsOptions(
                allow_origins=["https://shop.example.com"], allow_methods=["GET", "POST"],
            ),
            default_method_options=apigateway.MethodOptions(authorization_type=apigateway.AuthorizationType.IAM),
        )
        api.with_(
            mixins.RestApiErrorResponses(),  # what API Gateway says by itself
            mixins.StageErrorLogging(  # why a request failed
                account_has_log_role=True, throttling_rate_limit=100, throttling_burst_limit=200,
            ),
            mixins.StageTracing(),
        )
        RestApiAlarms.from_rest_api(api).recommended()

        resource = api.root.add_resource("orders")
        resource.add_method("POST", ErrorMappedLambdaIntegration(orders.function, catalog=ERRORS, success_status=201))
        resource.add_resource("{id}").add_method("GET", ErrorMappedLambdaIntegration(orders.function, catalog=ERRORS))


app = App()
OrdersApi(app, "OrdersApi")
Validations.of(app).add_plugins(FailureHandlingChecks())

# What callers read: the part of an OpenAPI document that is about errors, for the one that you publish.
contract = OpenApiErrorResponses.from_catalog(ERRORS)
Path(app.outdir, "errors.openapi.json").write_text(
    json.dumps({"components": contract.components, "responses": contract.responses}, indent=2),
)
app.synth()
