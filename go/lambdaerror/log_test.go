package lambdaerror

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log"
	"log/slog"
	"strings"
	"testing"

	"github.com/aws/aws-lambda-go/lambda/messages"
)

// allAsJSON is what Start does to the logs of the process, until the test ends.
func allAsJSON(t *testing.T) *testLog {
	t.Helper()
	before, flags, output := slog.Default(), log.Flags(), log.Writer()
	t.Cleanup(func() {
		slog.SetDefault(before)
		log.SetFlags(flags)
		log.SetOutput(output)
		onceEach.enabled = false
	})
	all := newLog()
	logAsJSON(&all.Buffer)
	return all
}

func TestEveryLineIsJSONWithALevelAndNoDateBeforeIt(t *testing.T) {
	all := allAsJSON(t)
	slog.Info("by slog", "n", 1)
	slog.With("k", "v").WithGroup("g").WarnContext(invocation(t, 1e9), "in an invocation", "n", 1)
	log.Printf("by %s", "log")
	log.Printf("%s", `{"errorMessage":"json: cannot unmarshal array","errorType":"UnmarshalTypeError"}`)
	log.Print(`{"errorMessage":broken`)
	var got []string
	for _, line := range all.lines(t) {
		got = append(got, line["level"].(string)+" "+line["message"].(string))
		if _, ok := line["timestamp"].(string); !ok {
			t.Errorf("no timestamp in %v", line)
		}
	}
	want := `INFO by slog, WARN in an invocation, INFO by log, ERROR function failed, INFO {"errorMessage":broken`
	if strings.Join(got, ", ") != want {
		t.Errorf("got %s", strings.Join(got, ", "))
	}
}

func TestAFailureIsLoggedOnce(t *testing.T) {
	all := allAsJSON(t)
	for _, err := range []error{New("StockBusy", "wait"), New("StockBusy", "wait"), io.EOF} {
		_, failure := Handler(failing(err))(context.Background(), nil)
		// As aws-lambda-go does with what a handler returns.
		payload := `{"errorMessage":"EOF","errorType":"errorString"}`
		var reported messages.InvokeResponse_Error
		if errors.As(failure, &reported) {
			payload = `{"errorMessage":"[StockBusy] wait","errorType":"StockBusy"}`
		}
		log.Printf("%s", payload)
	}
	if lines := all.lines(t); len(lines) != 3 || lines[0]["code"] != "StockBusy" || lines[2]["error"] != "EOF" {
		t.Errorf("logged %s", all)
	}
	_, _ = Handler(failing(messages.InvokeResponse_Error{Type: "Own", Message: "made by hand"}))(context.Background(), nil)
	log.Printf("%s", `{"errorMessage":"made by hand","errorType":"Own"}`)
	if lines := all.lines(t); len(lines) != 4 {
		t.Errorf("logged %s", all)
	}
	log.Printf("%s", `{"errorMessage":"EOF","errorType":"errorString"}`)
	if lines := all.lines(t); len(lines) != 5 {
		t.Errorf("a failure that nobody logged is missing: %s", all)
	}
}

func TestFailuresThatOthersReplaceDoNotPileUp(t *testing.T) {
	allAsJSON(t)
	for i := 0; i < 3*mostLogged; i++ {
		onceEach.add(&messages.InvokeResponse_Error{Message: strings.Repeat("x", i)})
	}
	if len(onceEach.payloads) > mostLogged {
		t.Errorf("%d are kept", len(onceEach.payloads))
	}
}

func TestTheLowestLevel(t *testing.T) {
	for level, want := range map[string]bool{"": true, "INFO": true, "DEBUG": true, "ERROR": false, "nonsense": true} {
		t.Setenv("AWS_LAMBDA_LOG_LEVEL", level)
		var out bytes.Buffer
		NewLogger(&out).Info("x")
		if got := out.Len() > 0; got != want {
			t.Errorf("%q: logged %v", level, got)
		}
	}
}
