package lambdaerror

import (
	"bytes"
	"encoding/json"
	"net/http"
	"regexp"
	"strconv"
)

// body is the shape of all error bodies: JSON with names of members where their values go, "$code". The zero value is
// problem details, https://www.rfc-editor.org/rfc/rfc9457.
type body struct {
	ContentType string `json:"contentType"`
	Template    string `json:"template"`
}

var problemDetails = body{
	ContentType: "application/problem+json",
	Template:    `{"type":$problemType,"title":$title,"status":$status,"detail":$detail,"code":$code,"requestId":$requestId}`,
}

var member = regexp.MustCompile(`\$[A-Za-z]+`)

func (b body) orDefault() body {
	if b.Template == "" {
		return problemDetails
	}
	return b
}

func (b body) render(status int, code, detail, problemType, requestID string) string {
	if problemType == "" {
		problemType = "about:blank"
	}
	members := map[string]string{
		"$problemType": quote(problemType),
		"$title":       quote(title(status)),
		"$status":      strconv.Itoa(status),
		"$detail":      quote(detail),
		"$code":        quote(code),
		"$requestId":   quote(requestID),
	}
	return member.ReplaceAllStringFunc(b.Template, func(name string) string {
		if value, ok := members[name]; ok {
			return value
		}
		return name
	})
}

// quote returns JSON without the escapes that HTML would need.
func quote(text string) string {
	var quoted bytes.Buffer
	encoder := json.NewEncoder(&quoted)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return `""` // never: a string always encodes
	}
	return string(bytes.TrimSuffix(quoted.Bytes(), []byte("\n")))
}

// Named otherwise in net/http, which keeps the names of older specifications.
var titles = map[int]string{
	http.StatusRequestEntityTooLarge:        "Content Too Large",
	http.StatusRequestURITooLong:            "URI Too Long",
	http.StatusRequestedRangeNotSatisfiable: "Range Not Satisfiable",
	http.StatusUnprocessableEntity:          "Unprocessable Content",
}

// title is what HTTP calls a status, as https://www.iana.org/assignments/http-status-codes has it.
func title(status int) string {
	switch {
	case titles[status] != "":
		return titles[status]
	case known(status):
		return http.StatusText(status)
	case status < http.StatusInternalServerError:
		return "Client Error"
	default:
		return "Server Error"
	}
}

func known(status int) bool {
	return http.StatusText(status) != "" && status != http.StatusTeapot && status != http.StatusProxyAuthRequired && status != http.StatusNotExtended
}
