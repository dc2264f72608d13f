package orders

import (
	"fmt"

	"github.com/cdk-lambda-error-handling/cdk-lambda-error-handling/go/lambdaerror"

	"example.com/orders/internal/apperrors"
)

// What can go wrong for callers of the API is in the catalogue of the CDK app, and its codes are in package apperrors. These are
// for whoever runs the service.
const (
	CodeMailRefused       lambdaerror.Code = "MailRefused"
	CodePaidTooLate       lambdaerror.Code = "PaidTooLate"
	CodeCleanupIncomplete lambdaerror.Code = "CleanupIncomplete"
)

func invalid(format string, args ...any) error {
	return lambdaerror.New(apperrors.CodeInvalidOrder, format, args...)
}

// OutOfStock says that the shop has fewer pieces than were ordered. It is a type of its own, and not made by lambdaerror.New,
// for those who want to offer what is left.
type OutOfStock struct {
	SKU             string
	Ordered, InHand int
}

// Code implements lambdaerror.Coded.
func (OutOfStock) Code() lambdaerror.Code { return apperrors.CodeOutOfStock }

func (e OutOfStock) Error() string {
	return fmt.Sprintf("%d of %q ordered, %d in stock", e.Ordered, e.SKU, e.InHand)
}
