package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigateway"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscloudwatchactions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/jsii-runtime-go"
	lambdaerrors "github.com/cdk-lambda-error-handling/cdk-lambda-error-handling-go/cdklambdaerrorhandling"
	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling-go/cdklambdaerrorhandling/mixins"
	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling-go/cdklambdaerrorhandling/failuretesting"
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Orders"), nil)
	onCall := awssns.NewTopic(stack, jsii.String("OnCall"), nil)
	lambdaerrors.AlarmNotifications_Of(stack).Add(awscloudwatchactions.NewSnsAction(onCall), &lambdaerrors.AlarmNotificationOptions{
		Severity: lambdaerrors.AlarmSeverity_CRITICAL,
	})

	failures := lambdaerrors.NewFailureQueue(stack, jsii.String("Failures"), &lambdaerrors.FailureQueueProps{
		RetentionPeriod: awscdk.Duration_Days(jsii.Number(7)),
	})
	catalog := lambdaerrors.ErrorCatalog_Of(
		lambdaerrors.ErrorDefinition_Client(jsii.String("OrderNotFound"), &lambdaerrors.ClientErrorOptions{HttpStatus: jsii.Number(404)}),
		lambdaerrors.ErrorDefinition_Temporary(jsii.String("StockBusy"), &lambdaerrors.RetryableErrorOptions{
			HttpStatus: jsii.Number(503),
			RetryAfter: awscdk.Duration_Seconds(jsii.Number(2)),
		}),
	)
	code := awslambda.Code_FromInline(jsii.String("exports.handler = async () => {};"))
	orders := lambdaerrors.NewResilientFunction(stack, jsii.String("Service"), &lambdaerrors.ResilientFunctionProps{
		Code:               code,
		Runtime:            awslambda.Runtime_NODEJS_22_X(),
		Handler:            jsii.String("index.handler"),
		RetryPolicy:        lambdaerrors.RetryPolicy_Of(&lambdaerrors.RetryPolicyOptions{RetryAttempts: jsii.Number(1), MaxEventAge: awscdk.Duration_Hours(jsii.Number(1))}),
		FailureDestination: lambdaerrors.FailureDestination_Queue(failures),
	})
	legacy := awslambda.NewFunction(stack, jsii.String("Legacy"), &awslambda.FunctionProps{
		Code:    code,
		Runtime: awslambda.Runtime_NODEJS_22_X(),
		Handler: jsii.String("index.handler"),
	})
	legacy.With(mixins.NewFunctionAsyncFailure(&mixins.FunctionAsyncFailureProps{FailureDestination: lambdaerrors.FailureDestination_Queue(failures)}))
	awscdk.Mixins_Of(legacy, nil).Apply(mixins.NewFunctionTracing(nil))
	lambdaerrors.FunctionAlarms_FromFunction(legacy, nil).Errors(&lambdaerrors.CountAlarmOptions{Threshold: jsii.Number(5)})
	lambdaerrors.QueueAlarms_FromQueue(failures, nil).Recommended(nil)

	api := awsapigateway.NewRestApi(stack, jsii.String("Api"), nil)
	api.With(mixins.NewRestApiErrorResponses(nil))
	api.Root().AddResource(jsii.String("orders"), nil).AddMethod(
		jsii.String("GET"),
		lambdaerrors.NewErrorMappedLambdaIntegration(orders.Function(), &lambdaerrors.ErrorMappedLambdaIntegrationOptions{Catalog: catalog}),
		nil,
	)

	outcome := failuretesting.FailureSimulator_FromStack(stack).Simulate(orders, failuretesting.Invoker_SDK_EVENT(), failuretesting.Failure_FunctionError(jsii.String("StockBusy"), nil), nil)
	if *outcome.Lost() || len(*outcome.Attempts()) != 2 {
		panic(*outcome.ToString())
	}
	failuretesting.FailureAssertions_FromStack(stack).AsyncFailuresOf(legacy).AreKeptIn(failures)
	app.Synth(nil)
}
