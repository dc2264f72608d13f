import java.util.List;
import java.util.Map;

import io.github.cdklambdaerrorhandling.AlarmNotifications;
import io.github.cdklambdaerrorhandling.FailureDestination;
import io.github.cdklambdaerrorhandling.FailureHandlingChecks;
import io.github.cdklambdaerrorhandling.GoCode;
import io.github.cdklambdaerrorhandling.ResilientFunction;
import io.github.cdklambdaerrorhandling.RuleAlarms;
import io.github.cdklambdaerrorhandling.mixins.RuleDelivery;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

public class ShippingApp {
    /** Tells a carrier when a parcel is ready: one Go function, called by EventBridge. */
    static class ShippingStack extends Stack {
        ShippingStack(final Construct scope, final String id) {
            super(scope, id);
            Topic onCall = Topic.Builder.create(this, "OnCall").enforceSsl(true).build();
            onCall.grantPublish(new ServicePrincipal("cloudwatch.amazonaws.com"));
            onCall.addSubscription(new EmailSubscription("on-call@example.com"));
            AlarmNotifications.of(this).add(new SnsAction(onCall));

            ResilientFunction carrier = ResilientFunction.Builder.create(this, "Carrier")
                .code(GoCode.fromPackage("../service"))
                .architecture(Architecture.ARM_64)
                .environment(Map.of("CARRIER_URL", "https://carrier.example.com/parcels"))
                .build();

            Rule ready = Rule.Builder.create(this, "ParcelReady")
                .eventPattern(EventPattern.builder().source(List.of("shop.warehouse")).detailType(List.of("ParcelReady")).build())
                .targets(List.of(new LambdaFunction(carrier.getFunction())))
                .build();
            ready.with(RuleDelivery.Builder.create().failureDestination(FailureDestination.queue(carrier.getFailureQueue())).build());
            RuleAlarms.fromRule(ready).recommended();
        }
    }

    public static void main(final String[] args) {
        App app = new App();
        new ShippingStack(app, "Shipping");
        Validations.of(app).addPlugins(new FailureHandlingChecks());
        app.synth();
    }
}
