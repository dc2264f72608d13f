// Package lambdaerror carries the errors of a Lambda function to whoever waits for an answer, as the error catalogue of
// the CDK app says.
//
// An error has a code of the catalogue:
//
//	return lambdaerror.New("OrderNotFound", "there is no order %q", id)
//
// and may be wrapped as usual on its way up. Where it leaves the function, one of the wrappers of this package makes of it
// what the invoker understands:
//
//   - [Handler]: the code as errorType, and a message that begins with it, for REST APIs without proxy integration, Step
//     Functions and asynchronous invocations.
//   - [APIGatewayProxy], [APIGatewayV2HTTP], [APIGatewayWebsocketProxy], [FunctionURL], [ALB]: an HTTP response with the status, the headers and the
//     body of the catalogue. Panics, too.
//   - [SQS], [Kinesis], [DynamoDB]: a partial batch response.
//
// Every failure is logged once, as a line of JSON with all that is known, which callers don't get to see. [Start] serves a
// handler with such a log.
package lambdaerror
