package lambdaerror

import (
	"context"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
)

// APIGatewayProxy wraps the handler of a REST API with proxy integration, or of an HTTP API with payload format 1.0.
// Errors and panics are answered as the catalogue says. A handler that watches its context answers 504 before the
// function's timeout.
func APIGatewayProxy(
	handler func(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error), options ...Option,
) func(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	id := func(in events.APIGatewayProxyRequest) string { return in.RequestContext.RequestID }
	return answering(handler, id, func(_ events.APIGatewayProxyRequest, a answer) events.APIGatewayProxyResponse {
		return events.APIGatewayProxyResponse{StatusCode: a.status, Headers: a.headers, Body: a.body}
	}, options)
}

// APIGatewayV2HTTP is [APIGatewayProxy] for an HTTP API with payload format 2.0.
func APIGatewayV2HTTP(
	handler func(context.Context, events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error), options ...Option,
) func(context.Context, events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	id := func(in events.APIGatewayV2HTTPRequest) string { return in.RequestContext.RequestID }
	return answering(handler, id, func(_ events.APIGatewayV2HTTPRequest, a answer) events.APIGatewayV2HTTPResponse {
		return events.APIGatewayV2HTTPResponse{StatusCode: a.status, Headers: a.headers, Body: a.body}
	}, options)
}

// APIGatewayWebsocketProxy is [APIGatewayProxy] for a route of a WebSocket API. The caller gets the body if the route has a
// route response, and the status of a refused $connect.
func APIGatewayWebsocketProxy(
	handler func(context.Context, events.APIGatewayWebsocketProxyRequest) (events.APIGatewayProxyResponse, error), options ...Option,
) func(context.Context, events.APIGatewayWebsocketProxyRequest) (events.APIGatewayProxyResponse, error) {
	id := func(in events.APIGatewayWebsocketProxyRequest) string { return in.RequestContext.RequestID }
	return answering(handler, id, func(_ events.APIGatewayWebsocketProxyRequest, a answer) events.APIGatewayProxyResponse {
		return events.APIGatewayProxyResponse{StatusCode: a.status, Headers: a.headers, Body: a.body}
	}, options)
}

// FunctionURL is [APIGatewayProxy] for a function URL whose responses are buffered.
func FunctionURL(
	handler func(context.Context, events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error), options ...Option,
) func(context.Context, events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	id := func(in events.LambdaFunctionURLRequest) string { return in.RequestContext.RequestID }
	return answering(handler, id, func(_ events.LambdaFunctionURLRequest, a answer) events.LambdaFunctionURLResponse {
		return events.LambdaFunctionURLResponse{StatusCode: a.status, Headers: a.headers, Body: a.body}
	}, options)
}

// ALB is [APIGatewayProxy] for a target group of an Application Load Balancer. The request id is the load balancer's trace
// id, since it has no other.
func ALB(
	handler func(context.Context, events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error), options ...Option,
) func(context.Context, events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	return answering(handler, traceID, func(in events.ALBTargetGroupRequest, a answer) events.ALBTargetGroupResponse {
		response := events.ALBTargetGroupResponse{
			StatusCode:        a.status,
			StatusDescription: strconv.Itoa(a.status) + " " + title(a.status),
			Body:              a.body,
		}
		// A target group with multi-value headers sends these only, and reads these only.
		if in.MultiValueHeaders == nil {
			response.Headers = a.headers
			return response
		}
		response.MultiValueHeaders = make(map[string][]string, len(a.headers))
		for name, value := range a.headers {
			response.MultiValueHeaders[name] = []string{value}
		}
		return response
	}, options)
}

func traceID(in events.ALBTargetGroupRequest) string {
	const header = "x-amzn-trace-id"
	if values := in.MultiValueHeaders[header]; len(values) > 0 {
		return values[0]
	}
	return in.Headers[header]
}
