// Command api answers GET /orders/{id} and POST /orders. What it returns is the body of the answer, and what it fails with
// is turned into an HTTP status by the API.
package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/apperrors"
	"example.com/orders/internal/orders"
)

type api struct{ desk orders.Desk }

func (a api) handle(ctx context.Context, request events.APIGatewayProxyRequest) (orders.Order, error) {
	switch route := request.HTTPMethod + " " + request.Resource; route {
	case "GET /orders/{id}":
		return a.desk.Get(ctx, request.PathParameters["id"])
	case "POST /orders":
		order, err := decode(request.Body)
		if err != nil {
			return orders.Order{}, err
		}
		return a.desk.Place(ctx, order)
	default:
		return orders.Order{}, fmt.Errorf("no such route: %s", route)
	}
}

func decode(body string) (orders.Order, error) {
	var order orders.Order
	err := json.Unmarshal([]byte(body), &order)
	var mismatch *json.UnmarshalTypeError
	switch {
	case errors.As(err, &mismatch) && mismatch.Field != "":
		return order, lambdaerror.New(apperrors.CodeInvalidOrder, "%s must not be a %s", mismatch.Field, mismatch.Value)
	case err != nil:
		return order, lambdaerror.New(apperrors.CodeInvalidOrder, "the body must be a JSON object")
	}
	return order, nil
}

func newID() string {
	var id [8]byte
	if _, err := rand.Read(id[:]); err != nil {
		panic(err)
	}
	return hex.EncodeToString(id[:])
}

// demo is a shop with one order and three articles, instead of your table.
func demo() api {
	return api{desk: orders.Desk{
		Store: orders.NewMemoryStore(orders.Order{
			ID:       "1001",
			Customer: "ada@example.com",
			Items:    []orders.Item{{SKU: "tea", Quantity: 2}},
			Status:   orders.Paid,
			PlacedAt: time.Date(2026, time.January, 5, 9, 30, 0, 0, time.UTC),
		}),
		Stock: orders.NewMemoryStock(map[string]int{"tea": 40, "coffee": 25, "teapot": 1}),
		Now:   time.Now,
		NewID: newID,
	}}
}

func main() {
	lambdaerror.Start(lambdaerror.Handler(demo().handle))
}
