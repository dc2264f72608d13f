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

func change(id, before, after string) events.DynamoDBEventRecord {
	image := func(status string) map[string]events.DynamoDBAttributeValue {
		if status == "" {
			return nil
		}
		return map[string]events.DynamoDBAttributeValue{"status": events.NewStringAttribute(status)}
	}
	return events.DynamoDBEventRecord{Change: events.DynamoDBStreamRecord{
		SequenceNumber: "s-" + id,
		Keys:           map[string]events.DynamoDBAttributeValue{"id": events.NewStringAttribute(id)},
		OldImage:       image(before),
		NewImage:       image(after),
	}}
}

func TestTheWarehouseHearsOfWhatBecamePaid(t *testing.T) {
	var told []string
	server := httptest.NewServer(http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		told = append(told, request.URL.Path)
		if strings.HasSuffix(request.URL.Path, "/busy") {
			answer.WriteHeader(http.StatusServiceUnavailable)
		}
	}))
	defer server.Close()
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
	handler := lambdaerror.DynamoDB(warehouse{url: server.URL, client: server.Client()}.tell, lambdaerror.WithLogger(quiet))

	answer, err := handler(context.Background(), events.DynamoDBEvent{Records: []events.DynamoDBEventRecord{
		change("1", "", "PLACED"), change("2", "PLACED", "PAID"), change("3", "PAID", "PAID"), change("4", "PAID", ""),
		change("busy", "PLACED", "PAID"), change("6", "PLACED", "PAID"),
	}})

	if err != nil || len(answer.BatchItemFailures) != 1 || answer.BatchItemFailures[0].ItemIdentifier != "s-busy" {
		t.Errorf("got %v, %v", answer.BatchItemFailures, err)
	}
	if want := []string{"/2", "/busy"}; !reflect.DeepEqual(told, want) {
		t.Errorf("told %v", told)
	}
}
