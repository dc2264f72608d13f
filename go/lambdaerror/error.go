package lambdaerror

import (
	"errors"
	"fmt"
)

// A Code is the name of an error in the catalogue: a capital, then letters and digits, at most 64.
//
// It is an error, so that errors.Is tells whether another one has the code:
//
//	errors.Is(err, lambdaerror.Code("OrderNotFound"))
type Code string

// Error returns what the message of such an error begins with: the code in brackets.
func (c Code) Error() string { return "[" + string(c) + "]" }

// Code returns the code itself.
func (c Code) Code() Code { return c }

func (c Code) isValid() bool {
	if len(c) == 0 || len(c) > 64 || c[0] < 'A' || c[0] > 'Z' {
		return false
	}
	for _, char := range []byte(c) {
		isLetter := 'A' <= char && char <= 'Z' || 'a' <= char && char <= 'z'
		if !isLetter && (char < '0' || char > '9') {
			return false
		}
	}
	return true
}

// A Coded error has a code of the catalogue. Implement it with types of your own that carry more than a text.
type Coded interface {
	error
	Code() Code
}

// Error is an error with a code and a text.
type Error struct {
	code Code
	text error // of fmt.Errorf, so that %w wraps
}

// New returns an error with a code of the catalogue. The text is formatted as by [fmt.Errorf]: %w wraps a cause.
func New(code Code, format string, args ...any) *Error {
	return &Error{code: code, text: fmt.Errorf(format, args...)}
}

// Code returns the code that the error was made with.
func (e *Error) Code() Code { return e.code }

// Error returns the text behind the code in brackets, "[OrderNotFound] there is no order 42": a REST API matches the
// message from its start.
func (e *Error) Error() string { return e.code.Error() + " " + e.text.Error() }

// Unwrap returns what the text was made of, behind which errors.Is and errors.As find a cause.
func (e *Error) Unwrap() error { return e.text }

// Is tells whether the target is the error's code.
func (e *Error) Is(target error) bool { return target == error(e.code) }

// Find returns the outermost error with a code of a chain or tree of errors, nil if there is none. Codes that no
// catalogue can have don't count.
func Find(err error) Coded {
	for {
		var coded Coded
		if !errors.As(err, &coded) {
			return nil
		}
		if coded.Code().isValid() {
			return coded
		}
		if err = errors.Unwrap(coded); err == nil {
			return nil
		}
	}
}
