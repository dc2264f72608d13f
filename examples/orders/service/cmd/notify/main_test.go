package main

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/lambdatest"
)

type mailer struct {
	sent []string
	err  error
}

func (m *mailer) Send(_ context.Context, to, text string) error {
	m.sent = append(m.sent, to+": "+text)
	return m.err
}

func notification(t *testing.T, message string) []byte {
	t.Helper()
	event, err := json.Marshal(events.SNSEvent{Records: []events.SNSEventRecord{
		{SNS: events.SNSEntity{MessageID: "m-1", Message: message}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return event
}

const paid = `{"id":"1001","customer":"ada@example.com","status":"PAID","items":[{"sku":"tea","quantity":1}]}`

func TestNotifyWritesToTheCustomer(t *testing.T) {
	var mails mailer
	_, failure := lambdatest.Invoke(t, lambdaerror.Handler(notifier{&mails}.handle), notification(t, paid))
	if failure != nil || len(mails.sent) != 1 || mails.sent[0] != "ada@example.com: Your order 1001 is now PAID." {
		t.Errorf("sent %v, %+v", mails.sent, failure)
	}
}

func TestNotifyFails(t *testing.T) {
	cases := []struct{ name, message, errorType, text string }{
		{"on text that is no order", "hello", "InvalidOrder",
			"[InvalidOrder] message m-1 holds no order: invalid character 'h' looking for beginning of value"},
		{"on half an order", `{"customer":"ada@example.com"}`, "InvalidOrder", "[InvalidOrder] items must hold at least one item"},
		{"when the mail is refused", paid, "MailRefused", `[MailRefused] mail about order "1001": mailbox full`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			mails := mailer{err: errors.New("mailbox full")}
			_, failure := lambdatest.Invoke(t, lambdaerror.Handler(notifier{&mails}.handle), notification(t, c.message))
			if failure == nil || failure.Type != c.errorType || failure.Message != c.text {
				t.Errorf("got %+v", failure)
			}
		})
	}
}
