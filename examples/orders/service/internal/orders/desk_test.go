package orders

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/apperrors"
)

var noon = time.Date(2026, time.March, 1, 12, 0, 0, 0, time.UTC)

func testDesk(stock Stock, kept ...Order) Desk {
	return Desk{
		Store: NewMemoryStore(kept...),
		Stock: stock,
		Now:   func() time.Time { return noon },
		NewID: func() string { return "new" },
	}
}

func tea(quantity int) Order {
	return Order{Customer: "ada@example.com", Items: []Item{{SKU: "tea", Quantity: quantity}}}
}

func TestPlaceKeepsTheOrder(t *testing.T) {
	desk := testDesk(NewMemoryStock(map[string]int{"tea": 3}))
	placed, err := desk.Place(context.Background(), tea(2))
	if err != nil {
		t.Fatal(err)
	}
	if placed.ID != "new" || placed.Status != Placed || !placed.PlacedAt.Equal(noon) {
		t.Errorf("placed %+v", placed)
	}
	kept, err := desk.Get(context.Background(), "new")
	if err != nil || kept.Customer != placed.Customer {
		t.Errorf("kept %+v, %v", kept, err)
	}
}

func TestPlaceRefusesWhatCannotBeAnOrder(t *testing.T) {
	stock := NewMemoryStock(map[string]int{"tea": 3})
	cases := map[string]struct {
		order Order
		want  string
	}{
		"nobody":          {Order{Items: tea(1).Items}, `[InvalidOrder] customer must be an e-mail address, got ""`},
		"nothing":         {Order{Customer: "ada@example.com"}, `[InvalidOrder] items must hold at least one item`},
		"no article":      {Order{Customer: "a@b", Items: []Item{{Quantity: 1}}}, `[InvalidOrder] items[0].sku is missing`},
		"none of it":      {tea(0), `[InvalidOrder] items[0].quantity must be 1 to 100, got 0`},
		"too many":        {tea(101), `[InvalidOrder] items[0].quantity must be 1 to 100, got 101`},
		"unknown article": {Order{Customer: "a@b", Items: []Item{{SKU: "tae", Quantity: 1}}}, `[InvalidOrder] there is no article tae`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := testDesk(stock).Place(context.Background(), c.order)
			if !errors.Is(err, lambdaerror.Code(apperrors.CodeInvalidOrder)) || lambdaerror.Message(err) != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestPlaceReservesAllItemsOrNone(t *testing.T) {
	stock := NewMemoryStock(map[string]int{"tea": 3, "coffee": 1})
	desk := testDesk(stock)
	both := Order{Customer: "ada@example.com", Items: []Item{{SKU: "tea", Quantity: 3}, {SKU: "coffee", Quantity: 2}}}
	_, err := desk.Place(context.Background(), both)
	var out OutOfStock
	if !errors.As(err, &out) || out.SKU != "coffee" || out.InHand != 1 {
		t.Fatalf("got %v", err)
	}
	if _, err := desk.Place(context.Background(), tea(3)); err != nil {
		t.Errorf("the tea of the refused order is gone: %v", err)
	}
}

func TestPlaceCountsAnArticleOrderedTwice(t *testing.T) {
	desk := testDesk(NewMemoryStock(map[string]int{"tea": 3}))
	twice := Order{Customer: "ada@example.com", Items: []Item{{SKU: "tea", Quantity: 2}, {SKU: "tea", Quantity: 2}}}
	_, err := desk.Place(context.Background(), twice)
	var out OutOfStock
	if !errors.As(err, &out) || out.InHand != 1 {
		t.Errorf("got %v", err)
	}
}

func TestReserveDoesNotWaitForOthers(t *testing.T) {
	stock := NewMemoryStock(map[string]int{"tea": 3})
	stock.mu.Lock()
	defer stock.mu.Unlock()
	err := stock.Reserve(context.Background(), tea(1).Items)
	if !errors.Is(err, lambdaerror.Code(apperrors.CodeStockBusy)) {
		t.Errorf("got %v", err)
	}
}

func TestCancelUnpaidLeavesPaidAndFreshOrders(t *testing.T) {
	desk := testDesk(nil,
		Order{ID: "old", Status: Placed, PlacedAt: noon.Add(-2 * time.Hour)},
		Order{ID: "paid", Status: Paid, PlacedAt: noon.Add(-2 * time.Hour)},
		Order{ID: "fresh", Status: Placed, PlacedAt: noon},
	)
	count, err := desk.CancelUnpaid(context.Background(), noon.Add(-time.Hour))
	if err != nil || count != 1 {
		t.Fatalf("cancelled %d, %v", count, err)
	}
	for id, want := range map[string]Status{"old": Cancelled, "paid": Paid, "fresh": Placed} {
		if got, _ := desk.Get(context.Background(), id); got.Status != want {
			t.Errorf("%s is %s, want %s", id, got.Status, want)
		}
	}
}

func TestPay(t *testing.T) {
	desk := testDesk(nil, Order{ID: "placed", Status: Placed}, Order{ID: "cancelled", Status: Cancelled})
	for try := 0; try < 2; try++ {
		if err := desk.Pay(context.Background(), "placed"); err != nil {
			t.Errorf("try %d: %v", try, err)
		}
	}
	if order, _ := desk.Get(context.Background(), "placed"); order.Status != Paid {
		t.Errorf("it is %s", order.Status)
	}
	for id, code := range map[string]lambdaerror.Code{"cancelled": CodePaidTooLate, "unknown": apperrors.CodeOrderNotFound} {
		if err := desk.Pay(context.Background(), id); !errors.Is(err, code) {
			t.Errorf("%s: got %v", id, err)
		}
	}
}

type stubbornStore struct{ *MemoryStore }

var errLocked = errors.New("row is locked")

func (s stubbornStore) Cancel(ctx context.Context, id string) error {
	if id == "locked" {
		return errLocked
	}
	return s.MemoryStore.Cancel(ctx, id)
}

func TestCancelUnpaidGoesOnAfterAFailure(t *testing.T) {
	desk := testDesk(nil)
	desk.Store = stubbornStore{NewMemoryStore(
		Order{ID: "locked", Status: Placed, PlacedAt: noon.Add(-3 * time.Hour)},
		Order{ID: "old", Status: Placed, PlacedAt: noon.Add(-2 * time.Hour)},
	)}
	count, err := desk.CancelUnpaid(context.Background(), noon)
	if count != 1 || !errors.Is(err, CodeCleanupIncomplete) || !errors.Is(err, errLocked) {
		t.Errorf("cancelled %d, %v", count, err)
	}
	const want = "[CleanupIncomplete] 1 unpaid orders cancelled, 1 not: cancel locked: row is locked"
	if err.Error() != want {
		t.Errorf("got %q", err.Error())
	}
}
