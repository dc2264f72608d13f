// Command notify tells customers what happened to their orders. SNS invokes it asynchronously: what it can't do after all
// retries goes to its failure queue.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/apperrors"
	"example.com/orders/internal/orders"
)

// A Mailer writes to customers.
type Mailer interface {
	Send(ctx context.Context, to, text string) error
}

type notifier struct{ mailer Mailer }

func (n notifier) handle(ctx context.Context, event events.SNSEvent) (any, error) {
	for _, record := range event.Records { // SNS sends one at a time
		var order orders.Order
		if err := json.Unmarshal([]byte(record.SNS.Message), &order); err != nil {
			return nil, lambdaerror.New(apperrors.CodeInvalidOrder, "message %s holds no order: %w", record.SNS.MessageID, err)
		}
		if err := order.Validate(); err != nil {
			return nil, fmt.Errorf("message %s: %w", record.SNS.MessageID, err)
		}
		text := fmt.Sprintf("Your order %s is now %s.", order.ID, order.Status)
		if err := n.mailer.Send(ctx, order.Customer, text); err != nil {
			return nil, lambdaerror.New(orders.CodeMailRefused, "mail about order %q: %w", order.ID, err)
		}
	}
	return nil, nil
}

// logMailer only writes down that it would send: put your mail service here.
type logMailer struct{}

func (logMailer) Send(ctx context.Context, _, text string) error {
	slog.InfoContext(ctx, "mail sent", "text", text)
	return nil
}

func main() {
	lambdaerror.Start(lambdaerror.Handler(notifier{mailer: logMailer{}}.handle))
}
