// Package orders is the domain of the service: what an order is, and what can go wrong with one.
package orders

import (
	"strings"
	"time"
)

// Status says how far an order has come.
type Status string

const (
	Placed    Status = "PLACED"
	Paid      Status = "PAID"
	Cancelled Status = "CANCELLED"
)

// An Order is what a customer wants.
type Order struct {
	ID       string    `json:"id"`
	Customer string    `json:"customer"`
	Items    []Item    `json:"items"`
	Status   Status    `json:"status"`
	PlacedAt time.Time `json:"placedAt"`
}

// An Item is a number of pieces of one article.
type Item struct {
	SKU      string `json:"sku"`
	Quantity int    `json:"quantity"`
}

const maxQuantity = 100

// Validate returns an InvalidOrder that names the first thing to correct.
func (o Order) Validate() error {
	if !strings.Contains(o.Customer, "@") {
		return invalid("customer must be an e-mail address, got %q", o.Customer)
	}
	if len(o.Items) == 0 {
		return invalid("items must hold at least one item")
	}
	for i, item := range o.Items {
		if item.SKU == "" {
			return invalid("items[%d].sku is missing", i)
		}
		if item.Quantity < 1 || item.Quantity > maxQuantity {
			return invalid("items[%d].quantity must be 1 to %d, got %d", i, maxQuantity, item.Quantity)
		}
	}
	return nil
}
