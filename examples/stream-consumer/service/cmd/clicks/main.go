// Command clicks counts the clicks of a Kinesis stream, as metrics that CloudWatch takes from the log.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

const codeInvalidClick lambdaerror.Code = "InvalidClick"

type click struct {
	Page string `json:"page"`
}

type counter struct{ metrics io.Writer }

func (c counter) count(_ context.Context, record events.KinesisEventRecord) error {
	var clicked click
	if err := json.Unmarshal(record.Kinesis.Data, &clicked); err != nil {
		return lambdaerror.New(codeInvalidClick, "record %s is no click: %w", record.Kinesis.SequenceNumber, err)
	}
	if clicked.Page == "" {
		return lambdaerror.New(codeInvalidClick, "record %s names no page", record.Kinesis.SequenceNumber)
	}
	_, err := fmt.Fprintf(c.metrics, metric, record.Kinesis.ApproximateArrivalTimestamp.UnixMilli(), clicked.Page)
	return err
}

// The embedded metric format of CloudWatch.
const metric = `{"_aws":{"Timestamp":%d,"CloudWatchMetrics":[` +
	`{"Namespace":"Shop","Dimensions":[["Page"]],"Metrics":[{"Name":"Clicks","Unit":"Count"}]}]},"Page":%q,"Clicks":1}` + "\n"

func main() {
	lambdaerror.Start(lambdaerror.Kinesis(counter{metrics: os.Stdout}.count))
}
