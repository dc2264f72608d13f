package lambdaerror

import (
	"encoding/json"
	"log/slog"
	"strings"
	"sync"

	"github.com/aws/aws-lambda-go/lambda/messages"
)

// lineWriter turns what is written with the log package into lines of JSON. What aws-lambda-go writes about a failure is an
// error, unless a wrapper of this package has said more about it already; anything else is information.
type lineWriter struct{ logger *slog.Logger }

func (w lineWriter) Write(line []byte) (int, error) {
	text := strings.TrimSuffix(string(line), "\n")
	var failure messages.InvokeResponse_Error
	switch {
	case !strings.HasPrefix(text, `{"errorMessage":`) || json.Unmarshal([]byte(text), &failure) != nil:
		w.logger.Info(text)
	case !onceEach.takeBack(text):
		w.logger.Error("function failed", "errorType", failure.Type, "error", failure.Message, "stackTrace", failure.StackTrace)
	}
	return len(line), nil
}

// logged holds the failures that have a line in the log and that aws-lambda-go will write about as well.
type logged struct {
	mu       sync.Mutex
	enabled  bool
	payloads map[string]int
}

var onceEach logged

// mostLogged keeps failures that somebody outside of the wrapper replaces by others from piling up.
const mostLogged = 1000

func (l *logged) enable() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.enabled, l.payloads = true, map[string]int{}
}

func (l *logged) add(failure *messages.InvokeResponse_Error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	payload, err := json.Marshal(failure)
	if err != nil || !l.enabled {
		return
	}
	if len(l.payloads) >= mostLogged {
		clear(l.payloads)
	}
	l.payloads[string(payload)]++
}

func (l *logged) takeBack(payload string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	count := l.payloads[payload]
	if count <= 1 {
		delete(l.payloads, payload)
	} else {
		l.payloads[payload] = count - 1
	}
	return count > 0
}
