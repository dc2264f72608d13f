package orders

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

var cause = errors.New("cause")

var all = []Coded{
	OrderNotFound{}, InvalidOrder{}, OutOfStock{}, StockBusy{}, MailRefused{Cause: cause}, CleanupIncomplete{Cause: cause},
}

func TestEveryErrorIsToldApartByItsTypeAndByItsText(t *testing.T) {
	for _, err := range all {
		if name := reflect.TypeOf(err).Name(); name != err.Code() {
			t.Errorf("type %s has the code %s", name, err.Code())
		}
		if prefix := "[" + err.Code() + "] "; !strings.HasPrefix(err.Error(), prefix) {
			t.Errorf("%q does not start with %q", err.Error(), prefix)
		}
	}
}
