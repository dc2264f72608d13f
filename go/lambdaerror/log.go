package lambdaerror

import (
	"context"
	"io"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

// Start serves a handler as lambda.StartWithOptions does, with a log whose lines are all JSON: those of slog, and those of the log
// package, with which aws-lambda-go writes its own.
func Start(handler any, options ...lambda.Option) {
	logAsJSON(os.Stdout)
	lambda.StartWithOptions(handler, options...)
}

func logAsJSON(to io.Writer) {
	logger := NewLogger(to)
	slog.SetDefault(logger)
	log.SetFlags(0) // no date before the JSON
	log.SetOutput(lineWriter{logger})
	onceEach.enable()
}

// NewLogger returns a logger whose lines are JSON with level, timestamp, message and requestId, the names that Lambda's
// own JSON lines have. AWS_LAMBDA_LOG_LEVEL is its lowest level.
func NewLogger(to io.Writer) *slog.Logger {
	var lowest slog.Level // INFO, unless the variable names another one
	_ = lowest.UnmarshalText([]byte(os.Getenv("AWS_LAMBDA_LOG_LEVEL")))
	options := &slog.HandlerOptions{Level: lowest, ReplaceAttr: lambdacontext.ReplaceAttr}
	return slog.New(withRequestID{slog.NewJSONHandler(to, options)})
}

type withRequestID struct{ slog.Handler }

func (h withRequestID) Handle(ctx context.Context, record slog.Record) error {
	if invocation, ok := lambdacontext.FromContext(ctx); ok {
		record.AddAttrs(slog.String("requestId", invocation.AwsRequestID))
	}
	return h.Handler.Handle(ctx, record)
}

func (h withRequestID) WithAttrs(attrs []slog.Attr) slog.Handler {
	return withRequestID{h.Handler.WithAttrs(attrs)}
}

func (h withRequestID) WithGroup(name string) slog.Handler {
	return withRequestID{h.Handler.WithGroup(name)}
}
