import { ErrorBody } from '../../api/error-body';
import { validateBody } from '../../api/private/answers';
import type { ErrorCatalog } from '../../catalog/error-catalog';

/** Where handlers look for the catalogue. `go/lambdaerror` and `src/handler` know it by the same name. */
export const CATALOG_VARIABLE = 'LAMBDA_ERROR_CATALOG';

/** A body with the names of its members in their places: literal text has no `$`. */
const NAMES = { problemType: '$problemType', title: '$title', status: '$status', detail: '$detail', code: '$code', requestId: '$requestId' };

/**
 * The catalogue as handlers read it: its JSON document, with the shape of the bodies added unless it is the one that they know. Every byte
 * counts in the environment of a function.
 */
export function catalogDocument(catalog: ErrorCatalog, errorBody: ErrorBody = ErrorBody.problemDetails()): string {
  validateBody(errorBody);
  const template = errorBody.render(NAMES);
  if (template === ErrorBody.problemDetails().render(NAMES)) return catalog.toJson();
  return JSON.stringify({ ...JSON.parse(catalog.toJson()), body: { contentType: errorBody.contentType, template } });
}
