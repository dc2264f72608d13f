package orders

import (
	"context"
	"sync"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/apperrors"
)

// A Stock knows how many pieces of each article there are.
type Stock interface {
	// Reserve sets all items aside or none, and returns OutOfStock, StockBusy or, for an article not sold, InvalidOrder.
	Reserve(ctx context.Context, items []Item) error
}

// MemoryStock is a stock that fits in a map.
type MemoryStock struct {
	mu     sync.Mutex
	pieces map[string]int
}

// NewMemoryStock returns a stock with the given pieces per article.
func NewMemoryStock(pieces map[string]int) *MemoryStock {
	return &MemoryStock{pieces: pieces}
}

// Reserve implements Stock.
func (s *MemoryStock) Reserve(_ context.Context, items []Item) error {
	// Waiting for whoever holds the stock would only turn contention into time-outs.
	if !s.mu.TryLock() {
		return lambdaerror.New(apperrors.CodeStockBusy, "the stock of %q is being changed by someone else", items[0].SKU)
	}
	defer s.mu.Unlock()
	left := make(map[string]int, len(items))
	for _, item := range items {
		inHand, sold := s.pieces[item.SKU]
		if !sold {
			return invalid("there is no article %s", item.SKU)
		}
		if seen, ok := left[item.SKU]; ok {
			inHand = seen
		}
		if inHand < item.Quantity {
			return OutOfStock{SKU: item.SKU, Ordered: item.Quantity, InHand: inHand}
		}
		left[item.SKU] = inHand - item.Quantity
	}
	for sku, pieces := range left {
		s.pieces[sku] = pieces
	}
	return nil
}
