from unittest import TestCase

from aws_cdk import App
from cdk_lambda_error_handling import testing

from orders_stack import OrdersStack

stack = OrdersStack(App(), "Orders")


class OrdersStackTest(TestCase):
    def test_whatever_notify_fails_at_is_kept_and_the_people_on_call_hear_of_it(self) -> None:
        assertions = testing.FailureAssertions.from_stack(stack)
        assertions.async_failures_of(stack.notify).are_kept_in(stack.notify.failure_queue).alert(stack.on_call)

    def test_a_mail_server_that_is_down_loses_no_event(self) -> None:
        simulator = testing.FailureSimulator.from_stack(stack)
        outcome = simulator.simulate(stack.notify, testing.Invoker.SNS, testing.Failure.function_error("MailServerDown"))

        self.assertFalse(outcome.lost)
        self.assertEqual(len(outcome.attempts), 3)
