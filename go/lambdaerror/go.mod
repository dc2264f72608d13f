module github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror

go 1.22

require github.com/aws/aws-lambda-go v1.54.0
