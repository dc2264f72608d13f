// Command api answers GET /orders/{id} and POST /orders behind a REST API with a non-proxy integration: API Gateway
// writes the Request and turns the errors into HTTP answers.
package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"example.com/orders/internal/boundary"
	"example.com/orders/internal/orders"
)

// A Request is what the request templates of the API send.
type Request struct {
	Operation string          `json:"operation"`
	OrderID   string          `json:"orderId"`
	Order     json.RawMessage `json:"order"` // decoded here, so that a wrong order is an InvalidOrder and not our failure
}

type api struct{ desk orders.Desk }

func (a api) handle(ctx context.Context, request Request) (orders.Order, error) {
	switch request.Operation {
	case "GetOrder":
		return a.desk.Get(ctx, request.OrderID)
	case "PlaceOrder":
		order, err := decode(request.Order)
		if err != nil {
			return orders.Order{}, err
		}
		return a.desk.Place(ctx, order)
	default:
		return orders.Order{}, fmt.Errorf("unknown operation %q", request.Operation)
	}
}

func decode(body json.RawMessage) (orders.Order, error) {
	var order orders.Order
	err := json.Unmarshal(body, &order)
	var mismatch *json.UnmarshalTypeError
	switch {
	case errors.As(err, &mismatch) && mismatch.Field != "":
		return order, orders.InvalidOrder{Reason: fmt.Sprintf("%s must not be a %s", mismatch.Field, mismatch.Value)}
	case err != nil:
		return order, orders.InvalidOrder{Reason: "the body must be a JSON object"}
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
	boundary.Start(demo().handle)
}
