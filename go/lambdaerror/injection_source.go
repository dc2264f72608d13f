package lambdaerror

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

// environmentInjection is nil, and costs nothing, unless one of the variables is set. The value itself goes before the
// parameter.
func environmentInjection() InjectionSource {
	if text := os.Getenv(InjectionVariable); !isBlank(text) {
		injection, err := ParseInjection(text)
		return func(context.Context) (Injection, error) { return injection, err }
	}
	if name := os.Getenv(InjectionParameterVariable); name != "" {
		return cached(parameterFreshness, extensionParameter(name))
	}
	return nil
}

// parameterFreshness is how long a value counts in a process, beside the cache of the extension itself.
const parameterFreshness = 10 * time.Second

// cached asks a source again when its last answer is old. An error counts as long as an answer: what can't be read now must
// not slow down every invocation.
func cached(freshness time.Duration, source InjectionSource) InjectionSource {
	var (
		mu        sync.Mutex
		asked     time.Time
		injection Injection
	)
	return func(ctx context.Context) (Injection, error) {
		mu.Lock()
		defer mu.Unlock()
		if !asked.IsZero() && time.Since(asked) < freshness {
			return injection, nil
		}
		asked = time.Now()
		var err error
		injection, err = source(ctx)
		return injection, err
	}
}

const extensionTimeout = 500 * time.Millisecond

// extensionParameter reads a parameter through the AWS Parameters and Secrets Lambda Extension, a layer that the function
// must have, as it must have ssm:GetParameter. It needs no SDK.
//
// https://docs.aws.amazon.com/systems-manager/latest/userguide/ps-integration-lambda-extensions.html
func extensionParameter(name string) InjectionSource {
	port := os.Getenv("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT")
	if port == "" {
		port = "2773"
	}
	address := "http://localhost:" + port + "/systemsmanager/parameters/get?name=" + url.QueryEscape(name)
	return func(ctx context.Context) (Injection, error) {
		text, err := get(ctx, address)
		if err != nil {
			return Injection{}, fmt.Errorf("parameter %s: %w", name, err)
		}
		return ParseInjection(text)
	}
}

func get(ctx context.Context, address string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, extensionTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return "", err
	}
	request.Header.Set("X-Aws-Parameters-Secrets-Token", os.Getenv("AWS_SESSION_TOKEN"))
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return "", fmt.Errorf("the parameters extension answers %s", response.Status)
	}
	var answer struct{ Parameter struct{ Value string } }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return "", err
	}
	return answer.Parameter.Value, nil
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }
