// Command cleanup cancels orders that nobody paid for a day. EventBridge invokes it asynchronously every night.
package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/orders"
)

const timeToPay = 24 * time.Hour

// A Result says what a run did.
type Result struct {
	Cancelled int `json:"cancelled"`
}

type cleaner struct{ desk orders.Desk }

// handle counts from the event's time and not from now: a retry, or an event sent again days later, does the same work.
func (c cleaner) handle(ctx context.Context, event events.EventBridgeEvent) (Result, error) {
	cancelled, err := c.desk.CancelUnpaid(ctx, event.Time.Add(-timeToPay))
	if err != nil {
		return Result{}, err
	}
	slog.InfoContext(ctx, "unpaid orders cancelled", "count", cancelled)
	return Result{Cancelled: cancelled}, nil
}

func main() {
	lambdaerror.Start(lambdaerror.Handler(cleaner{desk: orders.Desk{Store: orders.NewMemoryStore()}}.handle))
}
