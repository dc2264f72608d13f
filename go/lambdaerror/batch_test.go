package lambdaerror

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/events"
)

func TestSQS(t *testing.T) {
	cases := []struct {
		name, queue string
		bad         string
		want, done  string
	}{
		{"nothing failed", "orders", "", "[]", "1234"},
		{"two failed", "orders", "24", "[2 4]", "13"},
		{"all failed", "orders", "1234", "[1 2 3 4]", ""},
		{"one failed in a FIFO queue", "orders.fifo", "2", "[2 3 4]", "1"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var event events.SQSEvent
			for _, id := range "1234" {
				event.Records = append(event.Records, events.SQSMessage{MessageId: string(id), EventSourceARN: "arn:aws:sqs:eu-west-1:1:" + c.queue})
			}
			var done string
			log := newLog()
			response, err := SQS(func(_ context.Context, message events.SQSMessage) error {
				if strings.Contains(c.bad, message.MessageId) {
					return New("StockBusy", "message %s", message.MessageId)
				}
				done += message.MessageId
				return nil
			}, WithLogger(log.logger))(invocation(t, time.Minute), event)
			failed := []string{}
			for _, item := range response.BatchItemFailures {
				failed = append(failed, item.ItemIdentifier)
			}
			if err != nil || fmt.Sprint(failed) != c.want || done != c.done {
				t.Errorf("done %s, failed %v, %v", done, failed, err)
			}
			for _, line := range log.lines(t) {
				if line["code"] != "StockBusy" || line["error"] != fmt.Sprintf("[StockBusy] message %s", line["itemIdentifier"]) {
					t.Errorf("logged %v", line)
				}
			}
		})
	}
}

func TestStreamsEndAtTheFirstFailure(t *testing.T) {
	var done []string
	record := func(id string) error {
		if id == "3" {
			panic("poison")
		}
		done = append(done, id)
		return nil
	}
	options := WithLogger(newLog().logger)
	kinesis := Kinesis(func(_ context.Context, r events.KinesisEventRecord) error { return record(r.Kinesis.SequenceNumber) }, options)
	table := DynamoDB(func(_ context.Context, r events.DynamoDBEventRecord) error { return record(r.Change.SequenceNumber) }, options)
	cases := []struct {
		name, event, want string
		handler           any
	}{
		{"Kinesis", `{"Records":[{"kinesis":{"sequenceNumber":"1"}},{"kinesis":{"sequenceNumber":"3"}},{"kinesis":{"sequenceNumber":"4"}}]}`, `3`, kinesis},
		{"a table", `{"Records":[{"dynamodb":{"SequenceNumber":"1"}},{"dynamodb":{"SequenceNumber":"3"}},{"dynamodb":{"SequenceNumber":"4"}}]}`, `3`, table},
		{"Kinesis without failure", `{"Records":[{"kinesis":{"sequenceNumber":"1"}}]}`, ``, kinesis},
		{"a table without failure", `{"Records":[{"dynamodb":{"SequenceNumber":"1"}}]}`, ``, table},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			done = nil
			want := `{"batchItemFailures":[]}`
			if c.want != "" {
				want = `{"batchItemFailures":[{"itemIdentifier":"` + c.want + `"}]}`
			}
			if answer, failure := invoke(t, c.handler, c.event); failure != nil || string(answer) != want {
				t.Errorf("got %s, %+v", answer, failure)
			}
			if !reflect.DeepEqual(done, []string{"1"}) {
				t.Errorf("done %v", done)
			}
		})
	}
}

func TestABatchWithoutFailuresAnswersWithAList(t *testing.T) {
	handler := SQS(func(context.Context, events.SQSMessage) error { return nil })
	if answer, _ := invoke(t, handler, `{"Records":[]}`); string(answer) != `{"batchItemFailures":[]}` {
		t.Errorf("got %s", answer)
	}
}

func TestNothingIsBegunWithoutTimeLeft(t *testing.T) {
	log := newLog()
	var done int
	handler := SQS(func(ctx context.Context, _ events.SQSMessage) error {
		done++
		<-ctx.Done() // all the time there is, without a failure
		return nil
	}, WithLogger(log.logger), WithAnswerTime(100*time.Millisecond))
	ctx := invocation(t, 600*time.Millisecond)
	response, err := handler(ctx, events.SQSEvent{Records: []events.SQSMessage{{MessageId: "1"}, {MessageId: "2"}, {MessageId: "3"}}})
	want := []events.SQSBatchItemFailure{{ItemIdentifier: "2"}, {ItemIdentifier: "3"}}
	if err != nil || done != 1 || !reflect.DeepEqual(response.BatchItemFailures, want) || ctx.Err() != nil {
		t.Errorf("done %d, got %v, %v, %v", done, response, err, ctx.Err())
	}
}
