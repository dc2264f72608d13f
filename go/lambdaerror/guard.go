package lambdaerror

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
)

// A panicError is what a recovered panic becomes.
type panicError struct {
	value any
	stack string
}

func (e *panicError) Error() string { return fmt.Sprintf("panic: %v", e.value) }

func (e *panicError) Unwrap() error {
	err, _ := e.value.(error)
	return err
}

// guard calls a handler so that whatever goes wrong is an error: a panic, or what is injected instead of the call.
func guard[Out any](ctx context.Context, s *settings, call func() (Out, error)) (out Out, err error) {
	defer func() {
		if value := recover(); value != nil {
			err = &panicError{value: value, stack: string(debug.Stack())}
		}
	}()
	if err := s.inject(ctx); err != nil {
		return out, err
	}
	return call()
}

// logFailure writes the one line about a failure: with everything that is known, since callers get to see next to nothing.
func (s *settings) logFailure(ctx context.Context, err error, attrs ...slog.Attr) {
	definition, defined := s.catalog.Definition(err)
	attrs = append([]slog.Attr{slog.String("error", err.Error())}, attrs...)
	if coded := Find(err); coded != nil {
		attrs = append(attrs, slog.String("code", string(coded.Code())))
	}
	if defined {
		attrs = append(attrs, slog.String("category", string(definition.Category)), slog.Bool("retryable", definition.Retryable))
	}
	var panicked *panicError
	if errors.As(err, &panicked) {
		attrs = append(attrs, slog.String("stack", panicked.stack))
	}
	if errors.Is(err, ErrInjected) {
		attrs = append(attrs, slog.Bool("injected", true))
	}
	if s.catalogError != nil {
		attrs = append(attrs, slog.String("catalogError", s.catalogError.Error()))
	}
	s.log().LogAttrs(ctx, levelOf(definition, defined, panicked != nil), "function failed", attrs...)
}

// levelOf is a warning for what the app expects to happen.
func levelOf(definition Definition, defined, panicked bool) slog.Level {
	if !defined || definition.Category == Permanent || panicked {
		return slog.LevelError
	}
	return slog.LevelWarn
}
