from aws_cdk import App, Aspects, Environment, Shims, Validations
from aws_cdk.aws_cloudwatch_actions import SnsAction
from aws_cdk.aws_sns import Topic
from cdk_lambda_error_handling import AlarmNotifications, FailureHandlingChecks, mixins

from shop_stack import ShopStack

app = App()
shop = ShopStack(app, "Shop", env=Environment(account="111122223333", region="eu-west-1"))

# The line that keeps what fails: it adds what is missing and changes nothing that is set, in every stack of the app.
Aspects.of(app).add(Shims.as_aspect(mixins.LambdaErrorHandling(
    # synth asks: do the functions return what of a batch failed? Not yet.
    event_source_mappings=mixins.EventSourceMappingLayer(report_batch_item_failures=False),
)))

# Who hears of it, here a topic that exists, and a check that nothing was forgotten.
on_call = Topic.from_topic_arn(shop, "OnCall", "arn:aws:sns:eu-west-1:111122223333:on-call")
AlarmNotifications.of(shop).add(SnsAction(on_call))
Validations.of(app).add_plugins(FailureHandlingChecks())
app.synth()
