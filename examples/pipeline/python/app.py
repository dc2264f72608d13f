from aws_cdk import App, Validations
from cdk_lambda_error_handling import FailureHandlingChecks

from orders_stack import OrdersStack

app = App()
OrdersStack(app, "Orders")
# `cdk synth` fails where an event can vanish and nobody said why that is right.
Validations.of(app).add_plugins(FailureHandlingChecks())
app.synth()
