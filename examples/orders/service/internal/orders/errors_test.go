package orders

import (
	"errors"
	"fmt"
	"testing"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/apperrors"
)

func TestEveryErrorOfTheCatalogueIsToldByItsCode(t *testing.T) {
	catalog := lambdaerror.MustParseCatalog(apperrors.CatalogJSON)
	for _, err := range []error{invalid("x"), notFound("7"), OutOfStock{SKU: "tea"}, lambdaerror.New(apperrors.CodeStockBusy, "x")} {
		wrapped := fmt.Errorf("place order: %w", err)
		var coded lambdaerror.Coded
		if definition, ok := catalog.Definition(wrapped); !ok || !errors.As(err, &coded) || definition.Code != coded.Code() {
			t.Errorf("%v is %+v", err, definition)
		}
	}
}
