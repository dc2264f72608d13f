module example.com/shipping

go 1.25.0

require (
	github.com/aws/aws-cdk-go/awscdk/v2 v2.262.2
	github.com/aws/constructs-go/constructs/v10 v10.6.0
	github.com/aws/jsii-runtime-go v1.140.0
	github.com/cdk-lambda-error-handling/cdk-lambda-error-handling-go/cdklambdaerrorhandling v0.0.0
)
