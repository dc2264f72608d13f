package lambdaerror

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strings"
	"testing"
)

func testCatalog(t testing.TB) *Catalog {
	t.Helper()
	return contract(t).catalog
}

func TestParseCatalog(t *testing.T) {
	catalog, err := ParseCatalog(`{"version":1,"later":true,"errors":[
		{"code":"OrderNotFound","category":"client","httpStatus":404,"retryable":false,"message":"Order not found","documentationUrl":"https://docs.example/#order"},
		{"code":"StockBusy","category":"temporary","httpStatus":503,"retryable":true,"message":"Stock busy","retryAfter":2}]}`)
	if err != nil {
		t.Fatal(err)
	}
	want := Definition{Code: "StockBusy", Category: Temporary, HTTPStatus: 503, Retryable: true, Message: "Stock busy", RetryAfter: 2}
	if got, ok := catalog.Definition(fmt.Errorf("wrapped: %w", New("StockBusy", "wait"))); !ok || got != want {
		t.Errorf("got %+v", got)
	}
	for _, err := range []error{errors.New("disk full"), New("OutOfStock", "in no catalogue")} {
		if got, ok := catalog.Definition(err); ok {
			t.Errorf("got %+v for %v", got, err)
		}
	}
}

func TestAnErrorIsToldByHowItsMessageBegins(t *testing.T) {
	catalog := testCatalog(t)
	if got, ok := catalog.Definition(errors.New("quota used: 7 of 7")); !ok || got.Code != "QuotaUsed" {
		t.Errorf("got %+v", got)
	}
	for _, err := range []error{errors.New("no quota used"), New("Unlisted", "quota used")} {
		if got, ok := catalog.Definition(err); ok {
			t.Errorf("%v is %+v", err, got)
		}
	}
}

func TestParseCatalogRefuses(t *testing.T) {
	cases := map[string]string{
		"":              "no JSON document",
		"[]":            "no JSON document",
		"{}":            "version 0",
		`{"version":2}`: "version 2",
		`{"version":1,"errors":[{"code":"order","httpStatus":404}]}`: `code "order"`,
		`{"version":1,"errors":[{"code":"Order","httpStatus":200}]}`: "status 200",
	}
	for text, want := range cases {
		if _, err := ParseCatalog(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", text, err)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParseCatalog does not panic")
		}
	}()
	MustParseCatalog("{}")
}

func FuzzParseCatalog(f *testing.F) {
	f.Add(`{"version":1,"errors":[{"code":"OrderNotFound","category":"client","httpStatus":404,"retryable":false,"message":"Order not found"}]}`)
	f.Add(`{"version":1,"errors":[{"code":"A","httpStatus":599}],"body":{"contentType":"a/b","template":"{\"x\":$code}"}}`)
	f.Fuzz(func(t *testing.T, text string) {
		catalog, err := ParseCatalog(text)
		if err != nil {
			return
		}
		for code, definition := range catalog.definitions {
			if got, ok := catalog.Definition(New(code, "x")); !ok || !reflect.DeepEqual(got, definition) {
				t.Errorf("%q is in the catalogue and not found", string(code))
			}
		}
	})
}

func TestTitlesAreThoseOfTheRegistry(t *testing.T) {
	for status, want := range contract(t).titles {
		if got := title(status); got != want {
			t.Errorf("%d: got %q, want %q", status, got, want)
		}
	}
}

func FuzzBodyIsJSON(f *testing.F) {
	f.Add(404, "OrderNotFound", "no order \"$code\" \r\n\u2028 </script>", "https://docs.example/#x", "r-1")
	f.Add(999, "", "\xff\x00$detail", "", "$status")
	f.Fuzz(func(t *testing.T, status int, code, detail, problemType, requestID string) {
		var got struct {
			Type, Title, Detail, Code, RequestID string
			Status                               int
		}
		text := problemDetails.render(status, code, detail, problemType, requestID)
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		if got.Status != status || got.Title == "" || got.Detail != strings.ToValidUTF8(got.Detail, "") || strings.ToValidUTF8(detail, "") == detail && got.Detail != detail {
			t.Errorf("got %+v", got)
		}
	})
}

func TestABodyOfOnesOwn(t *testing.T) {
	catalog := MustParseCatalog(`{"version":1,"errors":[],"body":{"contentType":"application/json","template":"{\"error\":{\"text\":$detail,\"id\":$requestId,\"cost\":\"$5\"}}"}}`)
	got := catalog.body.orDefault().render(http.StatusNotFound, "OrderNotFound", `no "order"`, "", "r-1")
	if want := `{"error":{"text":"no \"order\"","id":"r-1","cost":"$5"}}`; got != want {
		t.Errorf("got %s", got)
	}
}

// testdata/contract.json is what REST APIs of the library answer, see test/go in the repository.
type agreed struct {
	catalog *Catalog
	titles  map[int]string
	Catalog string
	Titles  map[string]string
	Answers []struct {
		Code, Message string
		Status        int
		Headers       map[string]string
		Body          json.RawMessage
	}
}

func contract(t testing.TB) agreed {
	t.Helper()
	text, err := os.ReadFile("testdata/contract.json")
	if err != nil {
		t.Fatal(err)
	}
	var read agreed
	if err := json.Unmarshal(text, &read); err != nil {
		t.Fatal(err)
	}
	read.catalog = MustParseCatalog(read.Catalog)
	read.titles = map[int]string{}
	for status, title := range read.Titles {
		var number int
		if _, err := fmt.Sscan(status, &number); err != nil {
			t.Fatal(err)
		}
		read.titles[number] = title
	}
	return read
}
