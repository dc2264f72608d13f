package lambdaerror

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambda/messages"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

// A testLog keeps what is logged.
type testLog struct {
	bytes.Buffer
	logger *slog.Logger
}

func newLog() *testLog {
	var log testLog
	log.logger = NewLogger(&log)
	return &log
}

func (l *testLog) lines(t testing.TB) []map[string]any {
	t.Helper()
	var lines []map[string]any
	for _, text := range bytes.Split(bytes.TrimSpace(l.Bytes()), []byte("\n")) {
		if len(text) == 0 {
			continue
		}
		var line map[string]any
		if err := json.Unmarshal(text, &line); err != nil {
			t.Fatalf("no JSON: %s", text)
		}
		lines = append(lines, line)
	}
	return lines
}

// only returns the one line that was logged.
func (l *testLog) only(t testing.TB) map[string]any {
	t.Helper()
	lines := l.lines(t)
	if len(lines) != 1 {
		t.Fatalf("%d lines: %s", len(lines), l)
	}
	return lines[0]
}

// invocation is a context as aws-lambda-go makes it.
func invocation(t testing.TB, left time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), left)
	t.Cleanup(cancel)
	return lambdacontext.NewContext(ctx, &lambdacontext.LambdaContext{AwsRequestID: "invocation-1"})
}

// invoke sends a payload through aws-lambda-go, and returns what Lambda would get. The library keeps this way in from the
// go1.x runtime; the other one needs a running Runtime API.
func invoke(t testing.TB, handler any, payload string) ([]byte, *messages.InvokeResponse_Error) {
	t.Helper()
	deadline := messages.InvokeRequest_Timestamp{Seconds: time.Now().Add(time.Minute).Unix()}
	request := &messages.InvokeRequest{Payload: []byte(payload), RequestId: "invocation-1", Deadline: deadline}
	var response messages.InvokeResponse
	function := lambda.NewFunction(lambda.NewHandler(handler)) //nolint:staticcheck // see above
	if err := function.Invoke(request, &response); err != nil {
		t.Fatal(err)
	}
	return response.Payload, response.Error
}
