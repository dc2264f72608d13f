package orders

import (
	"context"
	"sort"
	"sync"
	"time"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/apperrors"
)

// A Store keeps orders.
type Store interface {
	// Get returns an order, or OrderNotFound.
	Get(ctx context.Context, id string) (Order, error)
	// Put creates or replaces an order.
	Put(ctx context.Context, order Order) error
	// Unpaid returns the ids of orders placed before a moment that still wait for payment, oldest first.
	Unpaid(ctx context.Context, before time.Time) ([]string, error)
	// Cancel cancels an order, unless it has been paid meanwhile.
	Cancel(ctx context.Context, id string) error
}

// MemoryStore keeps orders for as long as the process lives: enough to show errors, and the place to put your table.
type MemoryStore struct {
	mu     sync.Mutex
	orders map[string]Order
}

// NewMemoryStore returns a store that holds the given orders.
func NewMemoryStore(orders ...Order) *MemoryStore {
	store := &MemoryStore{orders: make(map[string]Order, len(orders))}
	for _, order := range orders {
		store.orders[order.ID] = order
	}
	return store
}

// Get implements Store.
func (s *MemoryStore) Get(_ context.Context, id string) (Order, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	order, ok := s.orders[id]
	if !ok {
		return Order{}, notFound(id)
	}
	return order, nil
}

// Put implements Store.
func (s *MemoryStore) Put(_ context.Context, order Order) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.orders[order.ID] = order
	return nil
}

// Unpaid implements Store.
func (s *MemoryStore) Unpaid(_ context.Context, before time.Time) ([]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []string
	for id, order := range s.orders {
		if order.Status == Placed && order.PlacedAt.Before(before) {
			found = append(found, id)
		}
	}
	sort.Slice(found, func(i, j int) bool {
		return s.orders[found[i]].PlacedAt.Before(s.orders[found[j]].PlacedAt)
	})
	return found, nil
}

// Cancel implements Store.
func (s *MemoryStore) Cancel(_ context.Context, id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	order, ok := s.orders[id]
	if !ok {
		return notFound(id)
	}
	if order.Status == Placed {
		order.Status = Cancelled
		s.orders[id] = order
	}
	return nil
}

func notFound(id string) error {
	return lambdaerror.New(apperrors.CodeOrderNotFound, "there is no order %q", id)
}
