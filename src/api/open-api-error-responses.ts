import { ErrorBody } from './error-body';
import type { ErrorCatalog } from '../catalog/error-catalog';
import type { ErrorDefinition } from '../catalog/error-definition';
import { exampleBody } from './private/answers';
import { validateOrigin } from './private/cors';
import { ErrorMapping } from './private/error-mapping';
import { UNEXPECTED } from './private/error-outcomes';
import { schemaOf } from './private/json-schema';
import { reasonPhrase } from './private/reason-phrases';
import { knownSeconds } from '../catalog/private/catalog-json';
import { prefixOf } from '../catalog/private/message-starts';

/** Options of `OpenApiErrorResponses.fromCatalog()`. */
export interface OpenApiErrorResponsesOptions {
  /**
   * The shape of all error bodies. Give the same to `RestApiErrorResponses`.
   *
   * @default ErrorBody.problemDetails()
   */
  readonly errorBody?: ErrorBody;

  /**
   * The origin whose pages may read the answers, or `*`, for `integrationResponses`.
   *
   * Fails with `CorsOriginInvalid` when it is none.
   *
   * @default - no CORS headers
   */
  readonly corsAllowOrigin?: string;
}

interface Example {
  readonly code: string;
  readonly status: number;
  readonly summary: string;
  readonly value: unknown;
  readonly retryAfter?: number;
}

/**
 * What an OpenAPI document (3.0 or 3.1) says of the errors of a catalogue: for the document that you publish, and for the definition of a
 * `SpecRestApi`, which no mixin reaches into.
 */
export class OpenApiErrorResponses {
  /**
   * The errors of a catalogue, and the timeouts, crashes and unknown errors that every function may have.
   *
   * Fails with `ErrorRetryAfterUnknown` when a `retryAfter` is a token, and with `ErrorBodyNotJson` or `CorsOriginInvalid`.
   */
  public static fromCatalog(catalog: ErrorCatalog, options: OpenApiErrorResponsesOptions = {}): OpenApiErrorResponses {
    return new OpenApiErrorResponses(catalog, options);
  }

  private readonly errorBody: ErrorBody;
  private readonly mapping: ErrorMapping;
  private readonly corsAllowOrigin?: string;
  private readonly examples: Example[];

  private constructor(catalog: ErrorCatalog, options: OpenApiErrorResponsesOptions) {
    validateOrigin(options.corsAllowOrigin);
    this.corsAllowOrigin = options.corsAllowOrigin;
    this.errorBody = options.errorBody ?? ErrorBody.problemDetails();
    this.mapping = new ErrorMapping({ catalog, errorBody: this.errorBody });
    this.examples = [
      ...catalog.definitions.map(definition => defined(definition, this.errorBody)),
      ...UNEXPECTED.map(error => ({ code: error.code, status: error.status, summary: error.detail, value: exampleBody(this.errorBody, error) })),
    ];
  }

  /** For `components`: the schema `Error`, and one response per status, such as `Error404`, with an example of each error. */
  public get components(): { [section: string]: unknown } {
    return {
      schemas: { Error: schemaOf(this.examples[0].value) },
      responses: Object.fromEntries(this.statuses.map(status => [`Error${status}`, this.response(status)])),
    };
  }

  /** For `responses` of an operation: references to the components, by status. */
  public get responses(): { [status: string]: unknown } {
    return Object.fromEntries(this.statuses.map(status => [`${status}`, { $ref: `#/components/responses/Error${status}` }]));
  }

  /**
   * For `responses` of the `x-amazon-apigateway-integration` of an operation that calls Lambda without proxy (`type: aws`): what
   * `ErrorMappedLambdaIntegration` makes of errors, and of a success (`default`).
   */
  public get integrationResponses(): { [pattern: string]: unknown } {
    const cors = this.corsAllowOrigin === undefined ? undefined : { origin: `'${this.corsAllowOrigin}'` };
    return Object.fromEntries(this.mapping.answers(cors).map(({ response: { selectionPattern = 'default', ...rest } }) => [selectionPattern, rest]));
  }

  private get statuses(): number[] {
    return [...new Set(this.examples.map(({ status }) => status))].sort((a, b) => a - b);
  }

  private response(status: number): object {
    const examples = this.examples.filter(example => example.status === status);
    const waits = examples.some(({ retryAfter }) => retryAfter !== undefined);
    return {
      description: `${reasonPhrase(status)}: ${examples.map(({ code }) => code).join(', ')}`,
      ...waits && { headers: { 'Retry-After': { description: 'The seconds to wait before trying again', schema: { type: 'integer', minimum: 1 } } } },
      content: {
        [this.errorBody.contentType]: {
          schema: { $ref: '#/components/schemas/Error' },
          examples: Object.fromEntries(examples.map(({ code, summary, value }) => [code, { summary, value }])),
        },
      },
    };
  }
}

function defined(definition: ErrorDefinition, errorBody: ErrorBody): Example {
  const { code, httpStatus: status, message, documentationUrl, exposeFunctionMessage } = definition;
  const detail = exposeFunctionMessage ? `${prefixOf(code)} …` : message;
  return {
    code, status, summary: message, value: exampleBody(errorBody, { code, status, detail, documentationUrl }), retryAfter: knownSeconds(definition, 'OpenAPI responses'),
  };
}
