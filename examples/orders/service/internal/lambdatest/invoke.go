// Package lambdatest invokes handlers in tests as Lambda does.
package lambdatest

import (
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambda/messages"
)

// Invoke sends a payload through aws-lambda-go and returns what Lambda would get: the answer or the function error. The
// library keeps this way in from the go1.x runtime; the other one needs a running Runtime API.
func Invoke(t *testing.T, handler any, payload []byte) ([]byte, *messages.InvokeResponse_Error) {
	t.Helper()
	deadline := messages.InvokeRequest_Timestamp{Seconds: time.Now().Add(time.Minute).Unix()}
	request := &messages.InvokeRequest{Payload: payload, RequestId: t.Name(), Deadline: deadline}
	var response messages.InvokeResponse
	function := lambda.NewFunction(lambda.NewHandler(handler)) //nolint:staticcheck // see above
	if err := function.Invoke(request, &response); err != nil {
		t.Fatal(err)
	}
	return response.Payload, response.Error
}
