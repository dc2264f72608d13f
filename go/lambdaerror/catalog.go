package lambdaerror

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
)

// CatalogVariable is the environment variable that the CDK app puts the catalogue into.
const CatalogVariable = "LAMBDA_ERROR_CATALOG"

// A Category says who must act on an error, and whether trying again helps.
type Category string

// The categories of the catalogue.
const (
	Client    Category = "client"
	Throttled Category = "throttled"
	Temporary Category = "temporary"
	Permanent Category = "permanent"
)

// A Definition is what the catalogue says about an error.
type Definition struct {
	Code       Code     `json:"code"`
	Category   Category `json:"category"`
	HTTPStatus int      `json:"httpStatus"`
	// Message is what callers read, unless ExposeFunctionMessage says that they read the error's own.
	Message               string `json:"message"`
	ExposeFunctionMessage bool   `json:"exposeFunctionMessage"`
	// Retryable says whether the same request may succeed later.
	Retryable bool `json:"retryable"`
	// RetryAfter is how many seconds callers shall wait, 0 if they choose.
	RetryAfter       int    `json:"retryAfter"`
	DocumentationURL string `json:"documentationUrl"`
	// MessagePrefix is how messages begin that tell the error without a code, of functions that are there already.
	MessagePrefix string `json:"messagePrefix"`
}

// A Catalog holds the errors of the app. The zero value knows none.
type Catalog struct {
	definitions map[Code]Definition
	body        body
}

type document struct {
	Version int          `json:"version"`
	Errors  []Definition `json:"errors"`
	Body    *body        `json:"body"`
}

const documentVersion = 1

// ParseCatalog reads a catalogue: the value of [CatalogVariable], or CatalogJSON of the generated constants.
func ParseCatalog(text string) (*Catalog, error) {
	var read document
	if err := json.Unmarshal([]byte(text), &read); err != nil {
		return nil, fmt.Errorf("the error catalogue is no JSON document of one: %w", err)
	}
	if read.Version != documentVersion {
		return nil, fmt.Errorf("the error catalogue has version %d, but this module reads version %d: update it", read.Version, documentVersion)
	}
	catalog := &Catalog{definitions: make(map[Code]Definition, len(read.Errors))}
	for _, definition := range read.Errors {
		if !definition.Code.isValid() || definition.HTTPStatus < 400 || definition.HTTPStatus > 599 {
			return nil, fmt.Errorf("the error catalogue has an entry with code %q and status %d", string(definition.Code), definition.HTTPStatus)
		}
		catalog.definitions[definition.Code] = definition
	}
	if read.Body != nil {
		catalog.body = *read.Body
	}
	return catalog, nil
}

// MustParseCatalog is [ParseCatalog] for a constant. It panics on what is no catalogue.
func MustParseCatalog(text string) *Catalog {
	catalog, err := ParseCatalog(text)
	if err != nil {
		panic(err)
	}
	return catalog
}

// Definition returns what the catalogue says about an error of the chain or tree, see [Find], or else about an error whose
// message begins as the catalogue says. No message begins as two of them.
func (c *Catalog) Definition(err error) (Definition, bool) {
	if coded := Find(err); coded != nil {
		definition, ok := c.definitions[coded.Code()]
		return definition, ok
	}
	message := err.Error()
	for _, definition := range c.definitions {
		if prefix := definition.MessagePrefix; prefix != "" && strings.HasPrefix(message, prefix) {
			return definition, true
		}
	}
	return Definition{}, false
}

// environmentCatalog reads the variable once. An unreadable catalogue must not keep the function from answering: every
// error is then one that no catalogue has.
var environmentCatalog = sync.OnceValues(func() (*Catalog, error) {
	text := os.Getenv(CatalogVariable)
	if text == "" {
		return &Catalog{}, nil
	}
	catalog, err := ParseCatalog(text)
	if err != nil {
		return &Catalog{}, fmt.Errorf("%s: %w", CatalogVariable, err)
	}
	return catalog, nil
})
