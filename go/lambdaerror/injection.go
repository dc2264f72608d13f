package lambdaerror

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

// The environment variables that turn injection on: one with an [Injection] as JSON, and one with the name of a Systems
// Manager parameter that holds one, for turning it on and off without a deployment.
const (
	InjectionVariable          = "LAMBDA_ERROR_INJECTION"
	InjectionParameterVariable = "LAMBDA_ERROR_INJECTION_PARAMETER"
)

// ErrInjected is in the chain of every injected error.
var ErrInjected = errors.New("injected")

// An Injection makes a share of invocations fail on purpose, for a game day: AWS FIS can't reach into a Go function. For
// batches it is a share of items. The zero value injects nothing.
type Injection struct {
	// Share is how many of them: 0 is none, 0.05 one in twenty, 1 all.
	Share float64 `json:"share"`
	// Code is the code of the injected error.
	Code Code `json:"code"`
	// Panic makes it a panic.
	Panic bool `json:"panic"`
	// DelayMilliseconds is how long to wait before. With no Code and no Panic it is all that happens. Without any of the
	// three, the error has no code.
	DelayMilliseconds int `json:"delayMilliseconds"`
}

// ParseInjection reads an [Injection] from JSON. No text, or white space, is none.
func ParseInjection(text string) (Injection, error) {
	var injection Injection
	if isBlank(text) {
		return injection, nil
	}
	if err := json.Unmarshal([]byte(text), &injection); err != nil {
		return Injection{}, fmt.Errorf("an injection must be JSON such as {\"share\":0.05,\"code\":\"StockBusy\"}: %w", err)
	}
	switch {
	case injection.Share < 0 || injection.Share > 1:
		return Injection{}, fmt.Errorf("share of an injection must be 0 to 1, got %v", injection.Share)
	case injection.DelayMilliseconds < 0:
		return Injection{}, fmt.Errorf("delayMilliseconds of an injection must be 0 or more, got %d", injection.DelayMilliseconds)
	case injection.Code != "" && !injection.Code.isValid():
		return Injection{}, fmt.Errorf("code of an injection must be a capital, then letters and digits, got %q", string(injection.Code))
	}
	return injection, nil
}

// An InjectionSource says what to inject, each time it is asked. When it fails, nothing is injected.
type InjectionSource func(context.Context) (Injection, error)

var randomShare = rand.Float64

func (s *settings) inject(ctx context.Context) error {
	if s.injection == nil {
		return nil
	}
	injection, err := s.injection(ctx)
	if err != nil {
		s.log().WarnContext(ctx, "nothing is injected", "error", err.Error())
		return nil
	}
	if injection.Share == 0 || s.random() >= injection.Share {
		return nil
	}
	if err := wait(ctx, time.Duration(injection.DelayMilliseconds)*time.Millisecond); err != nil {
		return fmt.Errorf("%w delay: %w", ErrInjected, err)
	}
	switch {
	case injection.Panic:
		panic(injection.error())
	case injection.Code == "" && injection.DelayMilliseconds > 0:
		s.log().WarnContext(ctx, "delayed", "injected", true, "delayMilliseconds", injection.DelayMilliseconds)
		return nil
	default:
		return injection.error()
	}
}

func (i Injection) error() error {
	if i.Code == "" {
		return fmt.Errorf("%w failure", ErrInjected)
	}
	return New(i.Code, "%w failure", ErrInjected)
}

func wait(ctx context.Context, delay time.Duration) error {
	if delay == 0 {
		return nil
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
