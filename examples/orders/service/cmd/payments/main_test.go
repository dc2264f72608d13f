package main

import (
	"context"
	"testing"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/orders"
)

func TestOnlyWhatFailedComesBack(t *testing.T) {
	cashier := demo()
	handler := lambdaerror.SQS(cashier.book)
	batch := events.SQSEvent{Records: []events.SQSMessage{
		{MessageId: "m-1", Body: `{"orderId":"9999"}`},
		{MessageId: "m-2", Body: `{"orderId":"1003"}`},
		{MessageId: "m-3", Body: `cash`},
	}}
	response, err := handler(context.Background(), batch)
	if err != nil {
		t.Fatal(err)
	}
	var failed []string
	for _, item := range response.BatchItemFailures {
		failed = append(failed, item.ItemIdentifier)
	}
	if len(failed) != 2 || failed[0] != "m-1" || failed[1] != "m-3" {
		t.Errorf("failed %v", failed)
	}
	if order, err := cashier.desk.Get(context.Background(), "1003"); err != nil || order.Status != orders.Paid {
		t.Errorf("got %+v, %v", order, err)
	}
}
