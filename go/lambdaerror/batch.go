package lambdaerror

import (
	"context"
	"log/slog"
	"strings"

	"github.com/aws/aws-lambda-go/events"
)

// SQS makes a handler of a queue out of what is done with one message. What failed, or panicked, is reported as failed, so
// that only that is received again; the rest is deleted. From a FIFO queue nothing is processed after a failure, because
// that would change the order.
//
// The event source mapping must have ReportBatchItemFailures: without it, Lambda takes the answer for a success and deletes
// what failed.
func SQS(process func(context.Context, events.SQSMessage) error, options ...Option) func(context.Context, events.SQSEvent) (events.SQSEventResponse, error) {
	s := newSettings(options)
	return func(ctx context.Context, event events.SQSEvent) (events.SQSEventResponse, error) {
		ctx, cancel := s.withAnswerTime(ctx)
		defer cancel()
		isOrdered := len(event.Records) > 0 && strings.HasSuffix(event.Records[0].EventSourceARN, ".fifo")
		response := events.SQSEventResponse{BatchItemFailures: []events.SQSBatchItemFailure{}} // null would be no list
		for i, message := range event.Records {
			if s.item(ctx, message.MessageId, func() error { return process(ctx, message) }) {
				continue
			}
			failed := event.Records[i : i+1]
			if isOrdered {
				failed = event.Records[i:]
			}
			for _, message := range failed {
				response.BatchItemFailures = append(response.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: message.MessageId})
			}
			if isOrdered {
				break
			}
		}
		return response, nil
	}
}

// Kinesis makes a handler of a stream out of what is done with one record. It ends at the first record that failed, or
// panicked, and reports it: Lambda sends that and all after it again.
//
// The event source mapping must have ReportBatchItemFailures: without it, Lambda takes the answer for a success and goes on
// behind the batch.
func Kinesis(
	process func(context.Context, events.KinesisEventRecord) error, options ...Option,
) func(context.Context, events.KinesisEvent) (events.KinesisEventResponse, error) {
	s := newSettings(options)
	return func(ctx context.Context, event events.KinesisEvent) (events.KinesisEventResponse, error) {
		response := events.KinesisEventResponse{BatchItemFailures: []events.KinesisBatchItemFailure{}}
		id := func(record events.KinesisEventRecord) string { return record.Kinesis.SequenceNumber }
		if failed, ok := firstFailed(ctx, s, event.Records, id, process); ok {
			response.BatchItemFailures = append(response.BatchItemFailures, events.KinesisBatchItemFailure{ItemIdentifier: failed})
		}
		return response, nil
	}
}

// DynamoDB is [Kinesis] for the stream of a table.
func DynamoDB(
	process func(context.Context, events.DynamoDBEventRecord) error, options ...Option,
) func(context.Context, events.DynamoDBEvent) (events.DynamoDBEventResponse, error) {
	s := newSettings(options)
	return func(ctx context.Context, event events.DynamoDBEvent) (events.DynamoDBEventResponse, error) {
		response := events.DynamoDBEventResponse{BatchItemFailures: []events.DynamoDBBatchItemFailure{}}
		id := func(record events.DynamoDBEventRecord) string { return record.Change.SequenceNumber }
		if failed, ok := firstFailed(ctx, s, event.Records, id, process); ok {
			response.BatchItemFailures = append(response.BatchItemFailures, events.DynamoDBBatchItemFailure{ItemIdentifier: failed})
		}
		return response, nil
	}
}

func firstFailed[Record any](
	ctx context.Context, s *settings, records []Record, id func(Record) string, process func(context.Context, Record) error,
) (string, bool) {
	ctx, cancel := s.withAnswerTime(ctx)
	defer cancel()
	for _, record := range records {
		if !s.item(ctx, id(record), func() error { return process(ctx, record) }) {
			return id(record), true
		}
	}
	return "", false
}

// item tells whether one item of a batch succeeded, and logs when it did not. When there is no time left it is not begun:
// the function would end in the middle of it, and everything would be sent again, also what is done.
func (s *settings) item(ctx context.Context, id string, process func() error) bool {
	_, err := guard(ctx, s, func() (struct{}, error) {
		if err := ctx.Err(); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, process()
	})
	if err == nil {
		return true
	}
	s.logFailure(ctx, err, slog.String("itemIdentifier", id))
	return false
}
