// Command changes tells the warehouse of every order that is paid, as the stream of the table of orders says.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

const codeWarehouseAway lambdaerror.Code = "WarehouseUnavailable"

type warehouse struct {
	url    string
	client *http.Client
}

// tell may see a change twice, so the warehouse takes an order again without sending it again.
func (w warehouse) tell(ctx context.Context, record events.DynamoDBEventRecord) error {
	if !isPaid(record.Change.NewImage) || isPaid(record.Change.OldImage) {
		return nil
	}
	id := record.Change.Keys["id"].String()
	request, err := http.NewRequestWithContext(ctx, http.MethodPut, w.url+"/"+id, nil)
	if err != nil {
		return err
	}
	answer, err := w.client.Do(request)
	if err != nil {
		return lambdaerror.New(codeWarehouseAway, "order %q: %w", id, err)
	}
	defer answer.Body.Close()
	if answer.StatusCode >= 300 {
		return lambdaerror.New(codeWarehouseAway, "order %q: the warehouse answered %s", id, answer.Status)
	}
	return nil
}

func isPaid(order map[string]events.DynamoDBAttributeValue) bool {
	status, ok := order["status"]
	return ok && status.DataType() == events.DataTypeString && status.String() == "PAID"
}

func main() {
	lambdaerror.Start(lambdaerror.DynamoDB(warehouse{url: os.Getenv("WAREHOUSE_URL"), client: http.DefaultClient}.tell))
}
