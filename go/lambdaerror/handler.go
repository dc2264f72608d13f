package lambdaerror

import (
	"context"
	"reflect"
	"strings"

	"github.com/aws/aws-lambda-go/lambda/messages"
)

// Handler wraps the handler of a function that reports its errors to Lambda: behind a REST API without proxy integration,
// in a state machine, or invoked asynchronously.
//
// aws-lambda-go reports the type of the outermost error as errorType, so that fmt.Errorf("…: %w", err) hides what is
// inside, also from the patterns of a REST API, which look at how the message begins. Handler returns what makes it report
// the code, and a message that begins with it. An error without a code is returned as it is.
//
// It is for the outside: what is wrapped around it finds no error of yours in what it returns. A panic passes through it,
// is reported by aws-lambda-go, and ends the process.
func Handler[In, Out any](handler func(context.Context, In) (Out, error), options ...Option) func(context.Context, In) (Out, error) {
	s := newSettings(options)
	return func(ctx context.Context, in In) (out Out, err error) {
		if err = s.inject(ctx); err == nil {
			out, err = handler(ctx, in)
		}
		if err == nil {
			return out, nil
		}
		s.logFailure(ctx, err)
		failure := payloadOf(err)
		onceEach.add(failure)
		if Find(err) == nil {
			return out, err
		}
		return out, *failure
	}
}

// Message is what an error's message is for Lambda and a REST API: that of the error with a code, which begins with the
// code, without what it is wrapped in. For an error without a code it is its own.
func Message(err error) string {
	coded := Find(err)
	if coded == nil {
		return err.Error()
	}
	message, prefix := coded.Error(), coded.Code().Error()
	if strings.HasPrefix(message, prefix) {
		return message
	}
	return prefix + " " + message
}

func payloadOf(err error) *messages.InvokeResponse_Error {
	if passed, ok := err.(messages.InvokeResponse_Error); ok { // aws-lambda-go passes it on as well
		return &passed
	}
	failure := messages.InvokeResponse_Error{Message: Message(err)}
	if coded := Find(err); coded != nil {
		failure.Type = string(coded.Code())
	} else if kind := reflect.TypeOf(err); kind.Kind() == reflect.Pointer {
		failure.Type = kind.Elem().Name()
	} else {
		failure.Type = kind.Name()
	}
	return &failure
}
