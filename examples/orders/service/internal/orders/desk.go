package orders

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"
)

// A Desk takes orders, looks them up and clears away those that nobody pays.
type Desk struct {
	Store Store
	Stock Stock
	Now   func() time.Time
	NewID func() string
}

// Get returns an order.
func (d Desk) Get(ctx context.Context, id string) (Order, error) {
	order, err := d.Store.Get(ctx, id)
	if err != nil {
		return Order{}, fmt.Errorf("look up order: %w", err)
	}
	return order, nil
}

// Place checks an order, reserves its items and keeps it.
func (d Desk) Place(ctx context.Context, order Order) (Order, error) {
	if err := order.Validate(); err != nil {
		return Order{}, err
	}
	if err := d.Stock.Reserve(ctx, order.Items); err != nil {
		return Order{}, fmt.Errorf("reserve items: %w", err)
	}
	order.ID, order.Status, order.PlacedAt = d.NewID(), Placed, d.Now()
	if err := d.Store.Put(ctx, order); err != nil {
		return Order{}, fmt.Errorf("keep order: %w", err)
	}
	return order, nil
}

// Pay marks an order as paid. A payment that is told twice, as queues do, changes nothing.
func (d Desk) Pay(ctx context.Context, id string) error {
	order, err := d.Store.Get(ctx, id)
	if err != nil {
		return fmt.Errorf("look up order: %w", err)
	}
	switch order.Status {
	case Paid:
		return nil
	case Cancelled:
		return lambdaerror.New(CodePaidTooLate, "order %q is cancelled", id)
	}
	order.Status = Paid
	if err := d.Store.Put(ctx, order); err != nil {
		return fmt.Errorf("keep order: %w", err)
	}
	return nil
}

// CancelUnpaid cancels what was placed before a moment and not paid since, and returns how many. One order that can't be
// cancelled does not keep the others from it: the error says how many are left.
func (d Desk) CancelUnpaid(ctx context.Context, before time.Time) (int, error) {
	unpaid, err := d.Store.Unpaid(ctx, before)
	if err != nil {
		return 0, fmt.Errorf("find unpaid orders: %w", err)
	}
	var failures []error
	for _, id := range unpaid {
		if err := d.Store.Cancel(ctx, id); err != nil {
			failures = append(failures, fmt.Errorf("cancel %s: %w", id, err))
		}
	}
	cancelled := len(unpaid) - len(failures)
	if len(failures) > 0 {
		return cancelled, lambdaerror.New(CodeCleanupIncomplete, "%d unpaid orders cancelled, %d not: %w", cancelled, len(failures), errors.Join(failures...))
	}
	return cancelled, nil
}
