package lambdaerror

import (
	"context"
	"log/slog"
	"time"
)

// An Option of a wrapper.
type Option func(*settings)

// WithCatalog makes a wrapper use this catalogue instead of the one in [CatalogVariable].
func WithCatalog(catalog *Catalog) Option {
	return func(s *settings) { s.catalog = catalog }
}

// WithLogger makes a wrapper log here instead of to slog.Default().
func WithLogger(logger *slog.Logger) Option {
	return func(s *settings) { s.logger = logger }
}

// WithHeader adds a header to every error answer of an HTTP wrapper, such as Access-Control-Allow-Origin, which a REST API
// with proxy integration and a load balancer leave to the function.
func WithHeader(name, value string) Option {
	return func(s *settings) { s.headers[name] = value }
}

// WithAnswerTime makes the deadline of the context earlier than the function's timeout, so that there is time left to
// answer. It is 250 milliseconds unless given, and does not apply where less than four times as much is left.
func WithAnswerTime(reserved time.Duration) Option {
	return func(s *settings) { s.answerTime = reserved }
}

// WithInjection makes a wrapper inject what this says, instead of what the environment says. See [Injection].
func WithInjection(source InjectionSource) Option {
	return func(s *settings) { s.injection = source }
}

type settings struct {
	catalog *Catalog
	// catalogError is told with every failure, and not when it happens: the log is not set up yet.
	catalogError error
	logger       *slog.Logger
	headers      map[string]string
	answerTime   time.Duration
	injection    InjectionSource
	random       func() float64
}

const defaultAnswerTime = 250 * time.Millisecond

func newSettings(options []Option) *settings {
	s := &settings{
		headers:    map[string]string{},
		answerTime: defaultAnswerTime,
		injection:  environmentInjection(),
		random:     randomShare,
	}
	for _, option := range options {
		option(s)
	}
	if s.catalog == nil {
		s.catalog, s.catalogError = environmentCatalog()
	}
	return s
}

// log is asked for with every line, because slog.SetDefault may come after the wrapper is made.
func (s *settings) log() *slog.Logger {
	if s.logger != nil {
		return s.logger
	}
	return slog.Default()
}

func (s *settings) withAnswerTime(ctx context.Context) (context.Context, context.CancelFunc) {
	deadline, ok := ctx.Deadline()
	if !ok || time.Until(deadline) < 4*s.answerTime {
		return ctx, func() {}
	}
	return context.WithDeadline(ctx, deadline.Add(-s.answerTime))
}
