package orders

import "fmt"

// A Coded error is one that callers can tell apart. Its text starts with the code in brackets, "[OrderNotFound] …",
// because the text is all that API Gateway can match. Its type bears the code as its name, because Lambda reports the
// name of the outermost error's type as errorType.
type Coded interface {
	error
	Code() string
}

// OrderNotFound says that there is no such order.
type OrderNotFound struct{ ID string }

func (OrderNotFound) Code() string    { return "OrderNotFound" }
func (e OrderNotFound) Error() string { return coded(e, "there is no order %q", e.ID) }

// InvalidOrder says what to correct in an order.
type InvalidOrder struct{ Reason string }

func (InvalidOrder) Code() string    { return "InvalidOrder" }
func (e InvalidOrder) Error() string { return coded(e, "%s", e.Reason) }

// OutOfStock says that the shop has fewer pieces than were ordered.
type OutOfStock struct {
	SKU             string
	Ordered, InHand int
}

func (OutOfStock) Code() string { return "OutOfStock" }
func (e OutOfStock) Error() string {
	return coded(e, "%d of %q ordered, %d in stock", e.Ordered, e.SKU, e.InHand)
}

// StockBusy says that someone else holds the stock: the same request may succeed in a moment.
type StockBusy struct{ SKU string }

func (StockBusy) Code() string { return "StockBusy" }
func (e StockBusy) Error() string {
	return coded(e, "the stock of %q is being changed by someone else", e.SKU)
}

// MailRefused says that a customer could not be told.
type MailRefused struct {
	OrderID string
	Cause   error
}

func (MailRefused) Code() string    { return "MailRefused" }
func (e MailRefused) Error() string { return coded(e, "mail about order %q: %v", e.OrderID, e.Cause) }
func (e MailRefused) Unwrap() error { return e.Cause }

// CleanupIncomplete says that some unpaid orders could not be cancelled. The next try finds only those.
type CleanupIncomplete struct {
	Cancelled, Failed int
	Cause             error
}

func (CleanupIncomplete) Code() string { return "CleanupIncomplete" }
func (e CleanupIncomplete) Error() string {
	return coded(e, "%d unpaid orders cancelled, %d not: %v", e.Cancelled, e.Failed, e.Cause)
}
func (e CleanupIncomplete) Unwrap() error { return e.Cause }

func coded(e Coded, format string, args ...any) string {
	return "[" + e.Code() + "] " + fmt.Sprintf(format, args...)
}
