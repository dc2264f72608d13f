package boundary

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"testing"

	"example.com/orders/internal/lambdatest"
	"example.com/orders/internal/orders"
)

func failing(err error) func(context.Context, any) (any, error) {
	return Handler(func(context.Context, any) (any, error) { return nil, err })
}

func captureLog(t *testing.T) *bytes.Buffer {
	t.Helper()
	before := slog.Default()
	t.Cleanup(func() { slog.SetDefault(before) })
	var log bytes.Buffer
	slog.SetDefault(slog.New(slog.NewJSONHandler(&log, nil)))
	return &log
}

func TestHandlerReturnsTheCodedErrorHoweverDeepItIs(t *testing.T) {
	log := captureLog(t)
	_, err := failing(fmt.Errorf("outer: %w", fmt.Errorf("inner: %w", orders.OrderNotFound{ID: "7"})))(context.Background(), nil)
	if err != (orders.OrderNotFound{ID: "7"}) {
		t.Errorf("got %#v", err)
	}
	var line map[string]string
	if err := json.Unmarshal(log.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	if line["level"] != "WARN" || line["code"] != "OrderNotFound" || line["error"] != `outer: inner: [OrderNotFound] there is no order "7"` {
		t.Errorf("logged %v", line)
	}
}

func TestHandlerLeavesUnexpectedErrorsAlone(t *testing.T) {
	log := captureLog(t)
	unexpected := errors.New("disk full")
	if _, err := failing(unexpected)(context.Background(), nil); err != unexpected {
		t.Errorf("got %#v", err)
	}
	if !bytes.Contains(log.Bytes(), []byte(`"level":"ERROR"`)) {
		t.Errorf("logged %s", log)
	}
}

func TestHandlerIsSilentAboutSuccess(t *testing.T) {
	log := captureLog(t)
	if _, err := failing(nil)(context.Background(), nil); err != nil {
		t.Errorf("got %v", err)
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

func TestLambdaHidesAWrappedErrorButForHandler(t *testing.T) {
	captureLog(t)
	wrapped := fmt.Errorf("look up: %w", orders.OrderNotFound{ID: "7"})
	bare := func(context.Context, any) (any, error) { return nil, wrapped }

	_, hidden := lambdatest.Invoke(t, bare, []byte("null"))
	if hidden.Type != "wrapError" || hidden.Message != `look up: [OrderNotFound] there is no order "7"` {
		t.Errorf("got %+v", hidden)
	}
	_, told := lambdatest.Invoke(t, Handler(bare), []byte("null"))
	if told.Type != "OrderNotFound" || told.Message != `[OrderNotFound] there is no order "7"` {
		t.Errorf("got %+v", told)
	}
}
