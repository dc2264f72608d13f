import io.github.cdklambdaerrorhandling.*;
import io.github.cdklambdaerrorhandling.mixins.FunctionAsyncFailure;
import io.github.cdklambdaerrorhandling.mixins.FunctionTracing;
import io.github.cdklambdaerrorhandling.mixins.RestApiErrorResponses;
import io.github.cdklambdaerrorhandling.testing.Failure;
import io.github.cdklambdaerrorhandling.testing.FailureAssertions;
import io.github.cdklambdaerrorhandling.testing.FailureSimulator;
import io.github.cdklambdaerrorhandling.testing.Invoker;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Mixins;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.sns.Topic;

public class App {
    public static void main(String[] args) {
        var app = new software.amazon.awscdk.App();
        var stack = new Stack(app, "Orders");
        var onCall = new Topic(stack, "OnCall");
        AlarmNotifications.of(stack).add(new SnsAction(onCall), AlarmNotificationOptions.builder().severity(AlarmSeverity.CRITICAL).build());

        var failures = FailureQueue.Builder.create(stack, "Failures").retentionPeriod(Duration.days(7)).build();
        var catalog = ErrorCatalog.of(
            ErrorDefinition.client("OrderNotFound", ClientErrorOptions.builder().httpStatus(404).build()),
            ErrorDefinition.temporary("StockBusy", RetryableErrorOptions.builder().httpStatus(503).retryAfter(Duration.seconds(2)).build()));
        var code = Code.fromInline("exports.handler = async () => {};");
        var orders = ResilientFunction.Builder.create(stack, "Service")
            .code(code)
            .runtime(Runtime.NODEJS_22_X)
            .handler("index.handler")
            .retryPolicy(RetryPolicy.of(RetryPolicyOptions.builder().retryAttempts(1).maxEventAge(Duration.hours(1)).build()))
            .failureDestination(FailureDestination.queue(failures))
            .build();
        var legacy = Function.Builder.create(stack, "Legacy").code(code).runtime(Runtime.NODEJS_22_X).handler("index.handler").build();
        legacy.with(FunctionAsyncFailure.Builder.create().failureDestination(FailureDestination.queue(failures)).build());
        Mixins.of(legacy).apply(FunctionTracing.Builder.create().build());
        FunctionAlarms.fromFunction(legacy).errors(CountAlarmOptions.builder().threshold(5).build());
        QueueAlarms.fromQueue(failures).recommended();

        var api = new RestApi(stack, "Api");
        api.with(RestApiErrorResponses.Builder.create().build());
        api.getRoot().addResource("orders")
            .addMethod("GET", ErrorMappedLambdaIntegration.Builder.create(orders.getFunction()).catalog(catalog).build());

        var outcome = FailureSimulator.fromStack(stack).simulate(orders, Invoker.SDK_EVENT, Failure.functionError("StockBusy"));
        if (outcome.getLost() || outcome.getAttempts().size() != 2) throw new IllegalStateException(outcome.toString());
        FailureAssertions.fromStack(stack).asyncFailuresOf(legacy).areKeptIn(failures);
        app.synth();
    }
}
