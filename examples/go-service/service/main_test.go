package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

const ready = `{"orderId":"1001","address":"1 Main Street"}`

func announce(t *testing.T, status int, detail string) (key string, err error) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		key = request.Header.Get("Idempotency-Key")
		answer.WriteHeader(status)
	}))
	defer server.Close()
	_, err = carrier{url: server.URL, client: server.Client()}.handle(context.Background(), events.EventBridgeEvent{ID: "e-1", Detail: json.RawMessage(detail)})
	return key, err
}

func TestTheCarrierIsTold(t *testing.T) {
	if key, err := announce(t, http.StatusAccepted, ready); err != nil || key != "1001" {
		t.Errorf("key %q, error %v", key, err)
	}
}

func TestFailuresAreTold(t *testing.T) {
	cases := []struct {
		name, detail string
		status       int
		code         lambdaerror.Code
	}{
		{"no JSON", `hello`, http.StatusOK, codeInvalidParcel},
		{"no order", `{}`, http.StatusOK, codeInvalidParcel},
		{"refused", ready, http.StatusUnprocessableEntity, codeCarrierRefused},
		{"too many", ready, http.StatusTooManyRequests, codeCarrierAway},
		{"away", ready, http.StatusServiceUnavailable, codeCarrierAway},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := announce(t, c.status, c.detail); !errors.Is(err, c.code) {
				t.Errorf("got %v, want %s", err, c.code)
			}
		})
	}
}

func TestACarrierThatCantBeReachedIsAway(t *testing.T) {
	_, err := carrier{url: "http://127.0.0.1:1", client: http.DefaultClient}.
		handle(context.Background(), events.EventBridgeEvent{Detail: json.RawMessage(ready)})
	if !errors.Is(err, codeCarrierAway) {
		t.Errorf("got %v", err)
	}
}
