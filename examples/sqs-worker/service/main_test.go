package main

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

func TestOnlyWhatFailedComesBack(t *testing.T) {
	var booked []string
	server := httptest.NewServer(http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		if strings.HasSuffix(request.URL.Path, "/busy") {
			answer.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		booked = append(booked, request.URL.Path)
	}))
	defer server.Close()
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	handler := lambdaerror.SQS(ledger{url: server.URL, client: server.Client()}.book, lambdaerror.WithLogger(quiet))

	answer, err := handler(context.Background(), events.SQSEvent{Records: []events.SQSMessage{
		{MessageId: "no-json", Body: "hello"},
		{MessageId: "no-payment", Body: `{"orderId":"1001"}`},
		{MessageId: "good", Body: `{"orderId":"1001","cents":990}`},
		{MessageId: "busy", Body: `{"orderId":"busy","cents":990}`},
		{MessageId: "also-good", Body: `{"orderId":"1002","cents":100}`},
	}})

	want := []events.SQSBatchItemFailure{{ItemIdentifier: "no-json"}, {ItemIdentifier: "no-payment"}, {ItemIdentifier: "busy"}}
	if err != nil || !reflect.DeepEqual(answer.BatchItemFailures, want) {
		t.Errorf("got %v, %v", answer.BatchItemFailures, err)
	}
	if want := []string{"/1001", "/1002"}; !reflect.DeepEqual(booked, want) {
		t.Errorf("booked %v", booked)
	}
}
