package main

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/lambdatest"
	"example.com/orders/internal/orders"
)

// What EventBridge sends, and sends again when the first try failed.
const tick = `{"detail-type":"Scheduled Event","source":"aws.events","time":"2026-03-02T03:00:00Z","detail":{}}`

func at(hour int) orders.Order {
	placed := time.Date(2026, time.March, 1, hour, 0, 0, 0, time.UTC)
	return orders.Order{ID: placed.Format(time.Kitchen), Status: orders.Placed, PlacedAt: placed}
}

type lockedStore struct{ *orders.MemoryStore }

func (lockedStore) Cancel(context.Context, string) error { return errors.New("row is locked") }

func TestCleanupCountsFromTheTimeOfTheEvent(t *testing.T) {
	cleaner := cleaner{orders.Desk{Store: orders.NewMemoryStore(at(1), at(2), at(4))}}
	for try, want := range []string{`{"cancelled":2}`, `{"cancelled":0}`} {
		answer, failure := lambdatest.Invoke(t, lambdaerror.Handler(cleaner.handle), []byte(tick))
		if failure != nil || string(answer) != want {
			t.Errorf("try %d: got %s, %+v", try, answer, failure)
		}
	}
}

func TestCleanupFailsWhenOrdersAreLeft(t *testing.T) {
	cleaner := cleaner{orders.Desk{Store: lockedStore{orders.NewMemoryStore(at(1))}}}
	_, failure := lambdatest.Invoke(t, lambdaerror.Handler(cleaner.handle), []byte(tick))
	const want = "[CleanupIncomplete] 0 unpaid orders cancelled, 1 not: cancel 1:00AM: row is locked"
	if failure == nil || failure.Type != "CleanupIncomplete" || failure.Message != want {
		t.Errorf("got %+v", failure)
	}
}
