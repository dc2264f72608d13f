package lambdaerror

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/events"
)

const apiRequestID = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"

func restRequest() events.APIGatewayProxyRequest {
	return events.APIGatewayProxyRequest{RequestContext: events.APIGatewayProxyRequestContext{RequestID: apiRequestID}}
}

func rest(t testing.TB, err error, options ...Option) (events.APIGatewayProxyResponse, *testLog) {
	t.Helper()
	log := newLog()
	options = append([]Option{WithCatalog(testCatalog(t)), WithLogger(log.logger)}, options...)
	handler := func(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		return events.APIGatewayProxyResponse{StatusCode: 200}, err
	}
	response, failure := APIGatewayProxy(handler, options...)(invocation(t, time.Minute), restRequest())
	if failure != nil {
		t.Fatal(failure)
	}
	return response, log
}

// A proxy integration answers what a mapped one answers.
func TestEveryErrorIsAnsweredAsTheMappingAnswersIt(t *testing.T) {
	answers := contract(t).Answers
	if len(answers) < 9 {
		t.Fatalf("%d answers", len(answers))
	}
	for _, want := range answers {
		t.Run(want.Code, func(t *testing.T) {
			err := errors.New(want.Message)
			if text, coded := strings.CutPrefix(want.Message, "["+want.Code+"] "); coded {
				err = fmt.Errorf("wrapped: %w", New(Code(want.Code), "%s", text))
			}
			got, _ := rest(t, err)
			if got.StatusCode != want.Status || !reflect.DeepEqual(got.Headers, want.Headers) {
				t.Errorf("got %d %v, want %d %v", got.StatusCode, got.Headers, want.Status, want.Headers)
			}
			var gotBody, wantBody map[string]any
			if json.Unmarshal([]byte(got.Body), &gotBody) != nil || json.Unmarshal(want.Body, &wantBody) != nil || !reflect.DeepEqual(gotBody, wantBody) {
				t.Errorf("got %s, want %s", got.Body, want.Body)
			}
		})
	}
}

func TestASuccessIsAnsweredAsItIs(t *testing.T) {
	if got, log := rest(t, nil); got.StatusCode != 200 || log.Len() > 0 {
		t.Errorf("got %+v, %s", got, log)
	}
}

func TestAPanicIsAnsweredAndLoggedWithItsStack(t *testing.T) {
	for name, c := range map[string]struct {
		value  any
		status int
	}{
		"of a text":            {"no stock", 500},
		"of an error":          {errors.New("no stock"), 500},
		"of a catalogue error": {New("StockBusy", "no stock"), 503},
	} {
		t.Run(name, func(t *testing.T) {
			log := newLog()
			handler := func(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
				panic(c.value)
			}
			got, err := APIGatewayProxy(handler, WithCatalog(testCatalog(t)), WithLogger(log.logger))(invocation(t, time.Minute), restRequest())
			if err != nil || got.StatusCode != c.status || strings.Contains(got.Body, "no stock") {
				t.Errorf("got %+v, %v", got, err)
			}
			line := log.only(t)
			if line["level"] != "ERROR" || !strings.Contains(fmt.Sprint(line["stack"]), "http_test.go") || line["apiRequestId"] != apiRequestID {
				t.Errorf("logged %v", line)
			}
		})
	}
}

func TestAHandlerThatWatchesItsContextAnswersInTime(t *testing.T) {
	handler := func(ctx context.Context, _ events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		<-ctx.Done()
		return events.APIGatewayProxyResponse{}, fmt.Errorf("query: %w", ctx.Err())
	}
	ctx := invocation(t, time.Second)
	wrapped := APIGatewayProxy(handler, WithCatalog(testCatalog(t)), WithLogger(newLog().logger), WithAnswerTime(200*time.Millisecond))
	got, err := wrapped(ctx, restRequest())
	if err != nil || got.StatusCode != 504 || !strings.Contains(got.Body, `"code":"ServiceTimeout"`) || ctx.Err() != nil {
		t.Errorf("got %+v, %v, %v", got, err, ctx.Err())
	}
}

func TestHeadersOfOnesOwn(t *testing.T) {
	got, _ := rest(t, errors.New("x"), WithHeader("Access-Control-Allow-Origin", "*"))
	want := map[string]string{"Access-Control-Allow-Origin": "*", "Content-Type": "application/problem+json"}
	if !reflect.DeepEqual(got.Headers, want) {
		t.Errorf("got %v", got.Headers)
	}
}

func TestACatalogueThatCannotBeReadIsToldWithEveryFailure(t *testing.T) {
	log := newLog()
	s := newSettings([]Option{WithCatalog(&Catalog{}), WithLogger(log.logger)})
	s.catalogError = errors.New("version 2")
	if got := s.answer(context.Background(), New("StockBusy", "x"), "r-1"); got.status != 500 {
		t.Errorf("got %+v", got)
	}
	if line := log.only(t); line["catalogError"] != "version 2" {
		t.Errorf("logged %v", line)
	}
}

// Every front door gets the same answer in its own shape.
func TestFrontDoors(t *testing.T) {
	busy := New("StockBusy", "x")
	options := []Option{WithCatalog(testCatalog(t)), WithLogger(newLog().logger)}
	v2 := APIGatewayV2HTTP(func(context.Context, events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
		return events.APIGatewayV2HTTPResponse{}, busy
	}, options...)
	socket := APIGatewayWebsocketProxy(func(context.Context, events.APIGatewayWebsocketProxyRequest) (events.APIGatewayProxyResponse, error) {
		return events.APIGatewayProxyResponse{}, busy
	}, options...)
	url := FunctionURL(func(context.Context, events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
		return events.LambdaFunctionURLResponse{}, busy
	}, options...)
	alb := ALB(func(context.Context, events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
		return events.ALBTargetGroupResponse{}, busy
	}, options...)
	const body = `"requestId":"r-1"}`
	cases := []struct {
		name, event, want string
		handler           any
	}{
		{"HTTP API", `{"requestContext":{"requestId":"r-1"}}`, `"statusCode":503,"headers":{"Content-Type":"application/problem+json","Retry-After":"2"}`, v2},
		{"WebSocket API", `{"requestContext":{"requestId":"r-1"}}`, `"statusCode":503,"headers":{"Content-Type":"application/problem+json","Retry-After":"2"}`, socket},
		{"function URL", `{"requestContext":{"requestId":"r-1"}}`, `"statusCode":503,"headers":{"Content-Type":"application/problem+json","Retry-After":"2"}`, url},
		{"load balancer", `{"headers":{"x-amzn-trace-id":"r-1"}}`,
			`"statusCode":503,"statusDescription":"503 Service Unavailable","headers":{"Content-Type":"application/problem+json","Retry-After":"2"},"multiValueHeaders":null`, alb},
		{"load balancer with multi-value headers", `{"multiValueHeaders":{"x-amzn-trace-id":["r-1"]}}`,
			`"headers":null,"multiValueHeaders":{"Content-Type":["application/problem+json"],"Retry-After":["2"]}`, alb},
		{"load balancer without a trace", `{}`, `\"requestId\":\"\"}`, alb},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			answer, failure := invoke(t, c.handler, c.event)
			if failure != nil || !strings.Contains(string(answer), c.want) {
				t.Errorf("got %s, %+v", answer, failure)
			}
			if !strings.Contains(c.name, "without") && !strings.Contains(strings.ReplaceAll(string(answer), `\"`, `"`), body) {
				t.Errorf("the body of %s has not %s", answer, body)
			}
		})
	}
}
