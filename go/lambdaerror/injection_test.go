package lambdaerror

import (
	"context"
	"errors"
	"math"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

func injecting(injection Injection) Option {
	return WithInjection(func(context.Context) (Injection, error) { return injection, nil })
}

func TestItIsOffUnlessTurnedOn(t *testing.T) {
	if source := environmentInjection(); source != nil {
		t.Error("something is injected without any variable")
	}
	if got, _ := rest(t, nil, injecting(Injection{Code: "StockBusy"})); got.StatusCode != 200 {
		t.Errorf("a share of 0 gives %d", got.StatusCode)
	}
}

func TestWhatIsInjected(t *testing.T) {
	cases := map[string]struct {
		injection Injection
		status    int
		log       string
	}{
		"an error of the catalogue": {Injection{Share: 1, Code: "StockBusy"}, 503, "WARN [StockBusy] injected failure"},
		"an error without a code":   {Injection{Share: 1}, 500, "ERROR injected failure"},
		"a panic":                   {Injection{Share: 1, Panic: true}, 500, "ERROR panic: injected failure"},
		"a delay":                   {Injection{Share: 1, DelayMilliseconds: 1}, 200, "WARN <nil>"},
		"a delayed error":           {Injection{Share: 1, DelayMilliseconds: 1, Code: "StockBusy"}, 503, "WARN [StockBusy] injected failure"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, log := rest(t, nil, injecting(c.injection))
			line := log.only(t)
			if text, ok := line["error"].(string); got.StatusCode != c.status || line["injected"] != true || ok && line["level"].(string)+" "+text != c.log {
				t.Errorf("got %d, logged %v", got.StatusCode, line)
			}
		})
	}
}

func TestADelayEndsWithTheTime(t *testing.T) {
	handler := Handler(failing(nil), injecting(Injection{Share: 1, DelayMilliseconds: 60_000}), WithLogger(newLog().logger))
	_, err := handler(invocation(t, 10*time.Millisecond), nil)
	if !errors.Is(err, ErrInjected) || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestTheShareIsKept(t *testing.T) {
	const calls, share = 20_000, 0.2
	s := newSettings([]Option{injecting(Injection{Share: share})})
	var failed int
	for i := 0; i < calls; i++ {
		if s.inject(context.Background()) != nil {
			failed++
		}
	}
	if got := float64(failed) / calls; math.Abs(got-share) > 0.02 {
		t.Errorf("a share of %v was injected", got)
	}
}

func TestParseInjection(t *testing.T) {
	if got, err := ParseInjection(`{"share":0.05,"code":"StockBusy","panic":true,"delayMilliseconds":20}`); err != nil || got != (Injection{0.05, "StockBusy", true, 20}) {
		t.Errorf("got %+v, %v", got, err)
	}
	for _, text := range []string{"", " \n", "{}"} {
		if got, err := ParseInjection(text); err != nil || got != (Injection{}) {
			t.Errorf("%q: got %+v, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{
		"on":                       "must be JSON",
		`{"share":2}`:              "share of an injection must be 0 to 1, got 2",
		`{"share":-0.1}`:           "got -0.1",
		`{"delayMilliseconds":-1}`: "0 or more, got -1",
		`{"code":"stock busy"}`:    `got "stock busy"`,
	} {
		if got, err := ParseInjection(text); err == nil || !strings.Contains(err.Error(), want) || got != (Injection{}) {
			t.Errorf("%q: got %+v, %v", text, got, err)
		}
	}
}

func TestTheVariable(t *testing.T) {
	t.Setenv(InjectionVariable, `{"share":1,"code":"StockBusy"}`)
	if got, err := environmentInjection()(context.Background()); err != nil || got.Code != "StockBusy" {
		t.Errorf("got %+v, %v", got, err)
	}
	t.Setenv(InjectionVariable, "all of them")
	s := newSettings(nil)
	log := newLog()
	s.logger = log.logger
	if err := s.inject(context.Background()); err != nil {
		t.Errorf("nonsense injects %v", err)
	}
	if line := log.only(t); line["level"] != "WARN" || line["message"] != "nothing is injected" {
		t.Errorf("logged %v", line)
	}
}

// extension answers as the AWS Parameters and Secrets Lambda Extension does.
func extension(t *testing.T, answer func(name string) (int, string)) *int {
	t.Helper()
	var calls int
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls++
		if r.URL.Path != "/systemsmanager/parameters/get" || r.Header.Get("X-Aws-Parameters-Secrets-Token") != "token" {
			t.Errorf("asked for %s with %v", r.URL, r.Header)
		}
		status, text := answer(r.URL.Query().Get("name"))
		w.WriteHeader(status)
		_, _ = w.Write([]byte(text))
	}))
	t.Cleanup(server.Close)
	address, _ := url.Parse(server.URL)
	t.Setenv("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", address.Port())
	t.Setenv("AWS_SESSION_TOKEN", "token")
	return &calls
}

func TestTheParameterIsReadThroughTheExtensionOnceInAWhile(t *testing.T) {
	calls := extension(t, func(name string) (int, string) {
		return 200, `{"Parameter":{"Name":"` + name + `","Value":"{\"share\":1,\"code\":\"StockBusy\"}"}}`
	})
	t.Setenv(InjectionParameterVariable, "/orders/error injection")
	source := environmentInjection()
	for i := 0; i < 3; i++ {
		if got, err := source(context.Background()); err != nil || got.Code != "StockBusy" {
			t.Errorf("got %+v, %v", got, err)
		}
	}
	if *calls != 1 {
		t.Errorf("asked %d times", *calls)
	}
}

func TestAParameterThatCannotBeReadInjectsNothing(t *testing.T) {
	for text, status := range map[string]int{"denied": 400, "no JSON": 200, `{"Parameter":{"Value":"on"}}`: 200} {
		extension(t, func(string) (int, string) { return status, text })
		if got, err := extensionParameter("/x")(context.Background()); err == nil || got != (Injection{}) {
			t.Errorf("%s: got %+v, %v", text, got, err)
		}
	}
	t.Setenv("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", "1")
	if _, err := extensionParameter("/x")(context.Background()); err == nil {
		t.Error("nobody answers, and that is no error")
	}
}

func TestAValueIsAskedForAgainWhenItIsOld(t *testing.T) {
	var calls int
	source := cached(0, func(context.Context) (Injection, error) { calls++; return Injection{}, nil })
	_, _ = source(context.Background())
	_, _ = source(context.Background())
	if calls != 2 {
		t.Errorf("asked %d times", calls)
	}
}
