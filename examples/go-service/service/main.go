// Command carrier tells a carrier over HTTP that a parcel is ready. EventBridge invokes it asynchronously: what it can't do after
// all retries goes to its failure queue.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

// What can go wrong. Lambda reports it as errorType, and the alarms and the log count by it.
const (
	codeInvalidParcel  lambdaerror.Code = "InvalidParcel"
	codeCarrierRefused lambdaerror.Code = "CarrierRefused"
	codeCarrierAway    lambdaerror.Code = "CarrierUnavailable"
)

type parcel struct {
	OrderID string `json:"orderId"`
	Address string `json:"address"`
}

type carrier struct {
	url    string
	client *http.Client
}

func (c carrier) handle(ctx context.Context, event events.EventBridgeEvent) (any, error) {
	var ready parcel
	if err := json.Unmarshal(event.Detail, &ready); err != nil {
		return nil, lambdaerror.New(codeInvalidParcel, "event %s holds no parcel: %w", event.ID, err)
	}
	if ready.OrderID == "" {
		return nil, lambdaerror.New(codeInvalidParcel, "event %s names no order", event.ID)
	}
	return nil, c.announce(ctx, ready)
}

// announce may be called twice for one parcel, as any retry may: the carrier tells repetitions by their key.
func (c carrier) announce(ctx context.Context, ready parcel) error {
	body, err := json.Marshal(ready)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Idempotency-Key", ready.OrderID)
	answer, err := c.client.Do(request)
	if err != nil {
		return lambdaerror.New(codeCarrierAway, "parcel of order %q: %w", ready.OrderID, err)
	}
	defer answer.Body.Close()
	return judge(answer, ready)
}

// judge tells what a retry may mend from what it can't.
func judge(answer *http.Response, ready parcel) error {
	switch {
	case answer.StatusCode >= 500 || answer.StatusCode == http.StatusTooManyRequests:
		return lambdaerror.New(codeCarrierAway, "parcel of order %q: the carrier answered %s", ready.OrderID, answer.Status)
	case answer.StatusCode >= 400:
		return lambdaerror.New(codeCarrierRefused, "parcel of order %q: the carrier answered %s", ready.OrderID, answer.Status)
	}
	slog.Info("carrier told", "orderId", ready.OrderID)
	return nil
}

func main() {
	lambdaerror.Start(lambdaerror.Handler(carrier{url: os.Getenv("CARRIER_URL"), client: http.DefaultClient}.handle))
}
