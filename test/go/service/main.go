// Command failing fails in the way that its event asks for, behind the wrapper that WRAPPER names.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

// An order says how to end.
type order struct {
	How  string           `json:"how"`
	Code lambdaerror.Code `json:"code"`
	Text string           `json:"text"`
}

func obey(ctx context.Context, o order) (map[string]string, error) {
	err := lambdaerror.New(o.Code, "%s", o.Text)
	switch o.How {
	case "return":
		return nil, err
	case "wrap":
		return nil, fmt.Errorf("outer: %w", fmt.Errorf("inner: %w", err))
	case "unknown":
		return nil, errors.New(o.Text)
	case "panic":
		panic(o.Text)
	case "exit":
		os.Exit(3)
	case "hang":
		time.Sleep(time.Hour)
	case "wait":
		<-ctx.Done()
		return nil, fmt.Errorf("wait: %w", ctx.Err())
	}
	return map[string]string{"text": o.Text}, nil
}

type request struct {
	events.APIGatewayProxyRequest
	order
}

func main() {
	switch os.Getenv("WRAPPER") {
	case "Handler":
		lambdaerror.Start(lambdaerror.Handler(obey))
	case "APIGatewayProxy":
		lambdaerror.Start(func(ctx context.Context, r request) (events.APIGatewayProxyResponse, error) {
			return lambdaerror.APIGatewayProxy(func(ctx context.Context, _ events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
				result, err := obey(ctx, r.order)
				return events.APIGatewayProxyResponse{StatusCode: 200, Body: result["text"]}, err
			})(ctx, r.APIGatewayProxyRequest)
		})
	case "SQS":
		lambdaerror.Start(lambdaerror.SQS(func(ctx context.Context, message events.SQSMessage) error {
			_, err := obey(ctx, order{How: message.Body, Text: message.MessageId})
			return err
		}))
	default:
		lambda.Start(obey)
	}
}
