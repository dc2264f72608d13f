package lambdaerror

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
)

// What is in no catalogue, as REST APIs of the library answer it.
var (
	internalError  = Definition{Code: "InternalError", HTTPStatus: http.StatusInternalServerError, Message: "The request could not be completed"}
	serviceTimeout = Definition{Code: "ServiceTimeout", HTTPStatus: http.StatusGatewayTimeout, Message: "The service did not answer in time"}
)

// answer is an HTTP response, before it has the shape that the front door wants.
type answer struct {
	status  int
	headers map[string]string
	body    string
}

// answering wraps the handler of a front door that takes HTTP responses, so that every failure is one.
func answering[In, Out any](
	handler func(context.Context, In) (Out, error), requestID func(In) string, response func(In, answer) Out, options []Option,
) func(context.Context, In) (Out, error) {
	s := newSettings(options)
	return func(ctx context.Context, in In) (Out, error) {
		inTime, cancel := s.withAnswerTime(ctx)
		defer cancel()
		out, err := guard(inTime, s, func() (Out, error) { return handler(inTime, in) })
		if err == nil {
			return out, nil
		}
		return response(in, s.answer(ctx, err, requestID(in))), nil
	}
}

func (s *settings) answer(ctx context.Context, err error, requestID string) answer {
	definition := s.answerTo(err)
	detail := definition.Message
	if definition.ExposeFunctionMessage {
		detail = Message(err)
	}
	shape := s.catalog.body.orDefault()
	headers := map[string]string{}
	for name, value := range s.headers {
		headers[name] = value
	}
	headers["Content-Type"] = shape.ContentType
	if definition.RetryAfter > 0 {
		headers["Retry-After"] = strconv.Itoa(definition.RetryAfter)
	}
	s.logFailure(ctx, err, slog.Int("httpStatus", definition.HTTPStatus), slog.String("apiRequestId", requestID))
	return answer{
		status:  definition.HTTPStatus,
		headers: headers,
		body:    shape.render(definition.HTTPStatus, string(definition.Code), detail, definition.DocumentationURL, requestID),
	}
}

// answerTo is what callers are told: what the catalogue says, or that there was no time, or next to nothing.
func (s *settings) answerTo(err error) Definition {
	definition, ok := s.catalog.Definition(err)
	switch {
	case ok:
		return definition
	case Find(err) == nil && errors.Is(err, context.DeadlineExceeded):
		return serviceTimeout
	default:
		return internalError
	}
}
