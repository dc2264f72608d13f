package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"testing"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/apperrors"
	"example.com/orders/internal/lambdatest"
	"example.com/orders/internal/orders"
)

func get(t *testing.T, id string) []byte {
	return request(t, events.APIGatewayProxyRequest{HTTPMethod: "GET", Resource: "/orders/{id}", PathParameters: map[string]string{"id": id}})
}

func post(t *testing.T, body string) []byte {
	return request(t, events.APIGatewayProxyRequest{HTTPMethod: "POST", Resource: "/orders", Body: body})
}

func request(t *testing.T, event events.APIGatewayProxyRequest) []byte {
	t.Helper()
	payload, err := json.Marshal(event)
	if err != nil {
		t.Fatal(err)
	}
	return payload
}

// testdata/errors.json is the contract with the API's error mapping, whose tests read it too.
func TestEveryErrorIsReportedAsAgreed(t *testing.T) {
	text, err := os.ReadFile("testdata/errors.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Case    string
		Request json.RawMessage
		Error   map[string]any
	}
	if err := json.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Case, func(t *testing.T) {
			_, failure := lambdatest.Invoke(t, lambdaerror.Handler(demo().handle), c.Request)
			sent, _ := json.Marshal(failure)
			var got map[string]any
			if err := json.Unmarshal(sent, &got); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, c.Error) {
				t.Errorf("got %s", sent)
			}
		})
	}
}

type stock func() error

func (s stock) Reserve(context.Context, []orders.Item) error { return s() }

func TestTroubleWithTheStock(t *testing.T) {
	request := post(t, `{"customer":"ada@example.com","items":[{"sku":"tea","quantity":1}]}`)
	cases := []struct {
		name, errorType, message string
		stock                    stock
	}{
		{"someone else holds it", "StockBusy", `[StockBusy] the stock of "tea" is being changed by someone else`,
			func() error {
				return lambdaerror.New(apperrors.CodeStockBusy, "the stock of %q is being changed by someone else", "tea")
			}},
		{"it is broken", "wrapError", "reserve items: disk full", func() error { return errors.New("disk full") }},
		{"it panics", "string", "no stock", func() error { panic("no stock") }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			broken := demo()
			broken.desk.Stock = c.stock
			_, failure := lambdatest.Invoke(t, lambdaerror.Handler(broken.handle), request)
			if failure == nil || failure.Type != c.errorType || failure.Message != c.message {
				t.Errorf("got %+v", failure)
			}
			if panicked := len(failure.StackTrace) > 0; panicked != (c.name == "it panics") {
				t.Errorf("stack trace of %d frames", len(failure.StackTrace))
			}
		})
	}
}

func TestAnswers(t *testing.T) {
	handler := lambda.NewHandler(lambdaerror.Handler(demo().handle))
	for name, request := range map[string][]byte{
		"GET":  get(t, "1001"),
		"POST": post(t, `{"customer":"ada@example.com","items":[{"sku":"tea","quantity":1}]}`),
	} {
		t.Run(name, func(t *testing.T) {
			answer, err := handler.Invoke(context.Background(), request)
			if err != nil {
				t.Fatal(err)
			}
			var order orders.Order
			if err := json.Unmarshal(answer, &order); err != nil || order.ID == "" || order.Customer != "ada@example.com" {
				t.Errorf("got %s, %v", answer, err)
			}
		})
	}
}

func TestTheClientDoesNotChooseWhatTheServiceDecides(t *testing.T) {
	request := post(t, `{"id":"1001","status":"PAID","customer":"eve@example.com","items":[{"sku":"tea","quantity":1}]}`)
	answer, failure := lambdatest.Invoke(t, lambdaerror.Handler(demo().handle), request)
	var order orders.Order
	if failure != nil || json.Unmarshal(answer, &order) != nil || order.ID == "1001" || order.Status != orders.Placed {
		t.Errorf("got %s, %+v", answer, failure)
	}
}
