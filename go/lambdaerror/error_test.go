package lambdaerror

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

// orderNotFound is an error type of an app.
type orderNotFound struct{ id string }

func (orderNotFound) Code() Code      { return "OrderNotFound" }
func (e orderNotFound) Error() string { return "no order " + e.id }

func TestAnErrorIsFoundHoweverItIsWrapped(t *testing.T) {
	own := New("StockBusy", "the stock of %q: %w", "tea", io.EOF)
	cases := map[string]error{
		"not at all":        own,
		"once":              fmt.Errorf("reserve: %w", own),
		"twice":             fmt.Errorf("place: %w", fmt.Errorf("reserve: %w", own)),
		"with another":      errors.Join(io.ErrClosedPipe, own),
		"beside another":    fmt.Errorf("%w and %w", io.ErrClosedPipe, own),
		"in a bad one":      New("not a code", "%w", own),
		"as its code alone": Code("StockBusy"),
	}
	for name, err := range cases {
		t.Run(name, func(t *testing.T) {
			if !errors.Is(err, Code("StockBusy")) || errors.Is(err, Code("OutOfStock")) {
				t.Errorf("errors.Is does not tell the code of %v", err)
			}
			if coded := Find(err); coded == nil || coded.Code() != "StockBusy" {
				t.Errorf("found %v", coded)
			}
			var found *Error
			if name != "as its code alone" && (!errors.As(err, &found) || !errors.Is(err, io.EOF)) {
				t.Errorf("errors.As found %v", found)
			}
		})
	}
}

func TestMessage(t *testing.T) {
	cases := []struct {
		err  error
		want string
	}{
		{New("StockBusy", "the stock of %q", "tea"), `[StockBusy] the stock of "tea"`},
		{fmt.Errorf("reserve: %w", New("StockBusy", "wait")), "[StockBusy] wait"},
		{Code("StockBusy"), "[StockBusy]"},
		{fmt.Errorf("look up: %w", orderNotFound{"7"}), "[OrderNotFound] no order 7"},
		{New("OrderNotFound", "gone: %w", New("StockBusy", "wait")), "[OrderNotFound] gone: [StockBusy] wait"},
		{New("not a code", "text"), "[not a code] text"},
		{fmt.Errorf("disk full"), "disk full"},
	}
	for _, c := range cases {
		if got := Message(c.err); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestCodesThatNoCatalogueHas(t *testing.T) {
	for _, code := range []Code{"", "stockBusy", "Stock-Busy", "1Busy", "Stock Busy", "Stöck", Code(strings.Repeat("A", 65))} {
		if Find(New(code, "text")) != nil {
			t.Errorf("%q counts as a code", string(code))
		}
	}
	for _, code := range []Code{"A", "StockBusy2", Code(strings.Repeat("A", 64))} {
		if Find(New(code, "text")) == nil {
			t.Errorf("%q does not count as a code", string(code))
		}
	}
}

func FuzzMessageBeginsWithTheCode(f *testing.F) {
	f.Add("StockBusy", "the stock", "reserve")
	f.Add("A", "[B] \r\n\u2028\"", "%w")
	f.Add("not a code", "", "")
	f.Fuzz(func(t *testing.T, code, text, outer string) {
		err := fmt.Errorf("%s: %w", outer, New(Code(code), "%s", text))
		message := Message(err)
		if begins := strings.HasPrefix(message, "["+code+"] "); begins != Code(code).isValid() && !strings.HasPrefix(outer, "[") {
			t.Errorf("%q for code %q", message, code)
		}
		if Code(code).isValid() && !errors.Is(err, Code(code)) {
			t.Errorf("errors.Is does not know %q", code)
		}
	})
}
