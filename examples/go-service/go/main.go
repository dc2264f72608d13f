// Command main synthesizes the app.
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatchactions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awseventstargets"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssnssubscriptions"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"

	errorhandling "github.com/cdk-lambda-error-handling/cdk-lambda-error-handling-go/cdklambdaerrorhandling"
	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling-go/cdklambdaerrorhandling/mixins"
)

// newShippingStack tells a carrier when a parcel is ready: one Go function, called by EventBridge.
func newShippingStack(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, nil)
	onCall := awssns.NewTopic(stack, jsii.String("OnCall"), &awssns.TopicProps{EnforceSSL: jsii.Bool(true)})
	onCall.GrantPublish(awsiam.NewServicePrincipal(jsii.String("cloudwatch.amazonaws.com"), nil))
	onCall.AddSubscription(awssnssubscriptions.NewEmailSubscription(jsii.String("on-call@example.com"), nil))
	errorhandling.AlarmNotifications_Of(stack).Add(awscloudwatchactions.NewSnsAction(onCall), nil)

	carrier := errorhandling.NewResilientFunction(stack, jsii.String("Carrier"), &errorhandling.ResilientFunctionProps{
		Code:         errorhandling.GoCode_FromPackage(jsii.String("../service"), nil),
		Architecture: awslambda.Architecture_ARM_64(),
		Environment:  &map[string]*string{"CARRIER_URL": jsii.String("https://carrier.example.com/parcels")},
	})

	ready := awsevents.NewRule(stack, jsii.String("ParcelReady"), &awsevents.RuleProps{
		EventPattern: &awsevents.EventPattern{Source: jsii.Strings("shop.warehouse"), DetailType: jsii.Strings("ParcelReady")},
		Targets:      &[]awsevents.IRuleTarget{awseventstargets.NewLambdaFunction(carrier.Function(), nil)},
	})
	ready.With(mixins.NewRuleDelivery(&mixins.RuleDeliveryProps{
		FailureDestination: errorhandling.FailureDestination_Queue(carrier.FailureQueue()),
	}))
	errorhandling.RuleAlarms_FromRule(ready, nil).Recommended(nil)
	return stack
}

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	newShippingStack(app, "Shipping")
	awscdk.Validations_Of(app).AddPlugins(errorhandling.NewFailureHandlingChecks(nil))
	app.Synth(nil)
}
