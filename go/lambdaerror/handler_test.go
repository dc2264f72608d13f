package lambdaerror

import (
	"context"
	"errors"
	"fmt"
	"io"
	"testing"
)

func failing(err error) func(context.Context, any) (any, error) {
	return func(context.Context, any) (any, error) { return nil, err }
}

func TestLambdaReportsTheCode(t *testing.T) {
	busy := New("StockBusy", "the stock of %q", "tea")
	cases := []struct {
		name                string
		err                 error
		wantType, wantText  string
		bareType, wantLevel string
	}{
		{"as it is", busy, "StockBusy", `[StockBusy] the stock of "tea"`, "Error", "WARN"},
		{"wrapped", fmt.Errorf("reserve: %w", busy), "StockBusy", `[StockBusy] the stock of "tea"`, "wrapError", "WARN"},
		{"joined", errors.Join(io.EOF, busy), "StockBusy", `[StockBusy] the stock of "tea"`, "joinError", "WARN"},
		{"of a type of its own", fmt.Errorf("look up: %w", orderNotFound{"7"}), "OrderNotFound", "[OrderNotFound] no order 7", "wrapError", "WARN"},
		{"permanent", New("LedgerCorrupt", "page 7"), "LedgerCorrupt", "[LedgerCorrupt] page 7", "Error", "ERROR"},
		{"in no catalogue", New("Unlisted", "x"), "Unlisted", "[Unlisted] x", "Error", "ERROR"},
		{"without a code", errors.New("disk full"), "errorString", "disk full", "errorString", "ERROR"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			log := newLog()
			_, told := invoke(t, Handler(failing(c.err), WithCatalog(testCatalog(t)), WithLogger(log.logger)), "null")
			if told == nil || told.Type != c.wantType || told.Message != c.wantText {
				t.Errorf("told %+v", told)
			}
			if _, bare := invoke(t, failing(c.err), "null"); bare.Type != c.bareType {
				t.Errorf("without Handler it is %s", bare.Type)
			}
			if line := log.only(t); line["level"] != c.wantLevel || line["error"] != c.err.Error() || line["requestId"] != "invocation-1" {
				t.Errorf("logged %v", line)
			}
		})
	}
}

func TestAnErrorWithoutACodeIsReturnedAsItIs(t *testing.T) {
	if _, err := Handler(failing(io.EOF), WithLogger(newLog().logger))(context.Background(), nil); err != io.EOF {
		t.Errorf("got %v", err)
	}
}

func TestASuccessIsReturnedWithoutAWord(t *testing.T) {
	log := newLog()
	answer, told := invoke(t, Handler(func(_ context.Context, in int) (int, error) { return in + 1, nil }, WithLogger(log.logger)), "1")
	if string(answer) != "2" || told != nil || log.Len() > 0 {
		t.Errorf("got %s, %+v, %s", answer, told, log)
	}
}

func TestAPanicPassesThrough(t *testing.T) {
	handler := func(context.Context, any) (any, error) { panic("no stock") }
	_, told := invoke(t, Handler(handler, WithLogger(newLog().logger)), "null")
	if told == nil || told.Type != "string" || told.Message != "no stock" || !told.ShouldExit || len(told.StackTrace) == 0 {
		t.Errorf("told %+v", told)
	}
}
