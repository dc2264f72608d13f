package lambdaerror_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

const catalogJSON = `{"version":1,"errors":[
	{"code":"OrderNotFound","category":"client","httpStatus":404,"retryable":false,"message":"Order not found"}]}`

func ExampleNew() {
	err := fmt.Errorf("load order: %w", lambdaerror.New("OrderNotFound", "there is no order %d: %w", 42, io.EOF))

	fmt.Println(err)
	fmt.Println(errors.Is(err, lambdaerror.Code("OrderNotFound")), errors.Is(err, io.EOF))
	fmt.Println(string(lambdaerror.Find(err).Code()))
	// Output:
	// load order: [OrderNotFound] there is no order 42: EOF
	// true true
	// OrderNotFound
}

func ExampleMessage() {
	err := fmt.Errorf("load order: %w", lambdaerror.New("OrderNotFound", "there is no order 42"))

	fmt.Println(lambdaerror.Message(err))
	// Output: [OrderNotFound] there is no order 42
}

func ExampleAPIGatewayProxy() {
	get := func(_ context.Context, request events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		return events.APIGatewayProxyResponse{}, lambdaerror.New("OrderNotFound", "there is no order %s", request.PathParameters["id"])
	}
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	handler := lambdaerror.APIGatewayProxy(get, lambdaerror.WithCatalog(lambdaerror.MustParseCatalog(catalogJSON)), lambdaerror.WithLogger(quiet))

	var request events.APIGatewayProxyRequest
	request.RequestContext.RequestID = "r-1"
	response, _ := handler(context.Background(), request)
	fmt.Println(response.StatusCode, response.Headers["Content-Type"])
	fmt.Println(response.Body)
	// Output:
	// 404 application/problem+json
	// {"type":"about:blank","title":"Not Found","status":404,"detail":"Order not found","code":"OrderNotFound","requestId":"r-1"}
}

func ExampleSQS() {
	book := func(_ context.Context, message events.SQSMessage) error {
		if message.Body == "" {
			return lambdaerror.New("InvalidOrder", "message %s is empty", message.MessageId)
		}
		return nil
	}
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	handler := lambdaerror.SQS(book, lambdaerror.WithLogger(quiet))

	response, _ := handler(context.Background(), events.SQSEvent{Records: []events.SQSMessage{{MessageId: "1", Body: "{}"}, {MessageId: "2"}}})
	fmt.Println(response.BatchItemFailures)
	// Output: [{2}]
}
