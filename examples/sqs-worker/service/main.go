// Command payments books payments. Lambda reads them from a queue, several at a time: what fails comes back, the rest is done.
package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

const (
	codeInvalidPayment lambdaerror.Code = "InvalidPayment"
	codeLedgerAway     lambdaerror.Code = "LedgerUnavailable"
)

type payment struct {
	OrderID string `json:"orderId"`
	Cents   int    `json:"cents"`
}

type ledger struct {
	url    string
	client *http.Client
}

// book does one message. A queue may hand it over twice, so the ledger tells repetitions by the order.
func (l ledger) book(ctx context.Context, message events.SQSMessage) error {
	var paid payment
	if err := json.Unmarshal([]byte(message.Body), &paid); err != nil {
		return lambdaerror.New(codeInvalidPayment, "message %s is no payment: %w", message.MessageId, err)
	}
	if paid.OrderID == "" || paid.Cents <= 0 {
		return lambdaerror.New(codeInvalidPayment, "message %s pays nothing", message.MessageId)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPut, l.url+"/"+paid.OrderID, strings.NewReader(message.Body))
	if err != nil {
		return err
	}
	answer, err := l.client.Do(request)
	if err != nil {
		return lambdaerror.New(codeLedgerAway, "payment of order %q: %w", paid.OrderID, err)
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		return lambdaerror.New(codeLedgerAway, "payment of order %q: the ledger answered %s", paid.OrderID, answer.Status)
	}
	return nil
}

func main() {
	lambdaerror.Start(lambdaerror.SQS(ledger{url: os.Getenv("LEDGER_URL"), client: http.DefaultClient}.book))
}
