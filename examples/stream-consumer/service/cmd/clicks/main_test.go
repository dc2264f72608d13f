package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

func record(number, data string) events.KinesisEventRecord {
	return events.KinesisEventRecord{Kinesis: events.KinesisRecord{
		SequenceNumber: number, Data: []byte(data), ApproximateArrivalTimestamp: events.SecondsEpochTime{Time: time.UnixMilli(1_700_000_000_000)},
	}}
}

func TestEndsAtTheFirstRecordThatFails(t *testing.T) {
	for _, bad := range []string{"hello", "{}"} {
		var metrics bytes.Buffer
		quiet := slog.New(slog.NewTextHandler(io.Discard, nil))
		handler := lambdaerror.Kinesis(counter{metrics: &metrics}.count, lambdaerror.WithLogger(quiet))

		answer, err := handler(context.Background(), events.KinesisEvent{Records: []events.KinesisEventRecord{
			record("1", `{"page":"/tea"}`), record("2", bad), record("3", `{"page":"/cups"}`),
		}})

		if err != nil || len(answer.BatchItemFailures) != 1 || answer.BatchItemFailures[0].ItemIdentifier != "2" {
			t.Errorf("%s: got %v, %v", bad, answer.BatchItemFailures, err)
		}
		var written struct {
			Page   string
			Clicks int
		}
		if err := json.Unmarshal(metrics.Bytes(), &written); err != nil || written.Page != "/tea" || written.Clicks != 1 {
			t.Errorf("wrote %q: %v", metrics.String(), err)
		}
	}
}
