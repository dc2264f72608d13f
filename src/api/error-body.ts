/**
 * What can be said of one error. Every member is JSON text, quotes included, to be put behind a colon as it is; some are filled in by API
 * Gateway when it answers.
 */
export interface ErrorAnswer {
  /** A URI that tells what kind of problem it is: the documentation of the error, else `about:blank`. */
  readonly problemType: string;
  /** What HTTP calls the status. */
  readonly title: string;
  /**
   * The HTTP status, a number.
   *
   * @default - not known: a fallback for several statuses
   */
  readonly status?: string;
  /** What happened, for people. */
  readonly detail: string;
  /** The code of the error, for programs. */
  readonly code: string;
  /** API Gateway's id of the request, also in its access log. */
  readonly requestId: string;
}

/**
 * The one shape of all error bodies of an API.
 *
 * Extend it for a shape of your own. `render` returns JSON made of the members of the answer and literal text without `$` and `#`, which
 * mean something in the templates of API Gateway.
 */
export abstract class ErrorBody {
  /** Problem details for HTTP APIs, https://www.rfc-editor.org/rfc/rfc9457, with `code` and `requestId` added. */
  public static problemDetails(): ErrorBody {
    return new ProblemDetails();
  }

  /** `{ "message": …, "code": …, "requestId": … }`: the shape of API Gateway's own errors and more. */
  public static plain(): ErrorBody {
    return new Plain();
  }

  /** The media type that the body is sent with. */
  public abstract readonly contentType: string;

  /** The body as JSON. */
  public abstract render(answer: ErrorAnswer): string;
}

class ProblemDetails extends ErrorBody {
  public readonly contentType = 'application/problem+json';

  public render(answer: ErrorAnswer): string {
    const status = answer.status === undefined ? '' : `"status":${answer.status},`;
    return `{"type":${answer.problemType},"title":${answer.title},${status}"detail":${answer.detail},"code":${answer.code},"requestId":${answer.requestId}}`;
  }
}

class Plain extends ErrorBody {
  public readonly contentType = 'application/json';

  public render(answer: ErrorAnswer): string {
    return `{"message":${answer.detail},"code":${answer.code},"requestId":${answer.requestId}}`;
  }
}
