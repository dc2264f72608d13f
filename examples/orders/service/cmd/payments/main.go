// Command payments books payments. Lambda reads them from a queue, several at a time: what fails comes back, the rest is done.
package main

import (
	"context"
	"encoding/json"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/apperrors"
	"example.com/orders/internal/orders"
)

type payment struct {
	OrderID string `json:"orderId"`
}

type cashier struct{ desk orders.Desk }

func (c cashier) book(ctx context.Context, message events.SQSMessage) error {
	var received payment
	if err := json.Unmarshal([]byte(message.Body), &received); err != nil {
		return lambdaerror.New(apperrors.CodeInvalidOrder, "message %s is no payment: %w", message.MessageId, err)
	}
	return c.desk.Pay(ctx, received.OrderID)
}

// demo knows one order, instead of your table.
func demo() cashier {
	unpaid := orders.Order{ID: "1003", Customer: "ada@example.com", Status: orders.Placed, PlacedAt: time.Now()}
	return cashier{desk: orders.Desk{Store: orders.NewMemoryStore(unpaid)}}
}

func main() {
	lambdaerror.Start(lambdaerror.SQS(demo().book))
}
