// Package boundary is where errors leave the service: logged with all that is known, and handed to Lambda as the one thing
// that callers can rely on.
package boundary

import (
	"context"
	"errors"
	"log/slog"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"

	"example.com/orders/internal/orders"
)

// Start serves a handler, with all log lines as JSON.
func Start[In, Out any](handler func(context.Context, In) (Out, error)) {
	slog.SetDefault(lambdacontext.NewLogger())
	slog.SetLogLoggerLevel(slog.LevelError) // aws-lambda-go writes with the log package, and only when something failed
	lambda.Start(Handler(handler))
}

// Handler unwraps what a handler returns down to its orders.Coded error. Lambda reports the type of the outermost error
// and API Gateway matches the start of the text, so one fmt.Errorf("…: %w", err) on the way up would hide both.
func Handler[In, Out any](handler func(context.Context, In) (Out, error)) func(context.Context, In) (Out, error) {
	return func(ctx context.Context, in In) (Out, error) {
		out, err := handler(ctx, in)
		if err == nil {
			return out, nil
		}
		var coded orders.Coded
		if !errors.As(err, &coded) {
			slog.ErrorContext(ctx, "unexpected error", "error", err.Error())
			return out, err
		}
		slog.WarnContext(ctx, "failed", "code", coded.Code(), "error", err.Error())
		return out, coded
	}
}
