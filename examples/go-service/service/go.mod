module example.com/carrier

go 1.22

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror v0.0.0
)

// In a service of your own: go get github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror
replace github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror => ../../../go/lambdaerror
